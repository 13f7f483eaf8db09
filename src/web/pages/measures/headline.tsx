/** The figures of a measure, each with its sentence, its period and its source. */
import { inFull, inWordsMoment } from '../../../core/calendar/index.ts'
import { withholding } from '../../../insight/explore/index.ts'
import { suppressed, thresholdOn } from '../../../insight/pack/suppress.ts'
import { Figure } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { isCouncillor, type Opened, type Part, type Parts } from './opened.ts'
import { countsInWords, isPercentage, sentenceOf } from './words.ts'

export function headline(request: Request, opened: Opened, parts: Parts) {
  const { measure, target } = opened
  const shown = [parts.latest, parts.rolling].filter((part) => part !== null)
  const aim = { name: 'the target', value: opened.only === null ? target : null }
  return (
    <div class="govuk-grid-row">
      {shown.map((part, i) => {
        const isLast = i === shown.length - 1
        const before = { name: parts.lastYear.title.toLowerCase(), value: isLast ? parts.lastYear.value : null }
        const isHidden = isCouncillor(request) && isSmall(request, opened, part)
        const sentence = sentenceOf(measure, part.value, [aim, before])
        return (
          <div class="govuk-grid-column-one-half">
            <Figure
              label={part.title}
              value={isHidden ? suppressed : part.printed}
              sentence={isHidden ? 'Too few children to be shown.' : `${countsInWords(measure, part)}${sentence}`}
              period={measure.over === 'date' ? inFull(part.period.to) : part.period.title}
              source={`the record as it stood on ${inWordsMoment(opened.asAt)}`}
            />
          </div>
        )
      })}
    </div>
  )
}

/** Whether a figure by itself would show a small number, or leave one. */
export function isSmall({ services }: Request, { measure, on }: Pick<Opened, 'measure' | 'on'>, part: Part): boolean {
  const denominator = isPercentage(measure) ? part.denominator : null
  const whole = { id: 'whole', numerator: part.numerator, denominator }
  return withholding({ whole, parts: [] }, thresholdOn(services.settings, on)).value('whole')
}
