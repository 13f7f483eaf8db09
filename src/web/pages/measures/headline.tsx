/** The figures of a measure, each with its sentence, its period and its source. */
import { inFull, inWordsMoment } from '../../../core/calendar/index.ts'
import type { Withheld } from '../../../insight/explore/index.ts'
import { suppressed } from '../../../insight/pack/suppress.ts'
import { Figure } from '../../components/index.ts'
import type { Opened, Parts } from './opened.ts'
import { countsInWords, sentenceOf } from './words.ts'

export function headline(opened: Opened, parts: Parts, withheld: Withheld | null) {
  const { measure, target } = opened
  const shown = [parts.latest, parts.rolling].filter((part) => part !== null)
  const aim = { name: 'the target', value: opened.only === null ? target : null }
  return (
    <div class="govuk-grid-row">
      {shown.map((part, i) => {
        const isLast = i === shown.length - 1
        const before = {
          name: parts.lastYear.title.toLowerCase(),
          value: isLast && !withheld?.value(parts.lastYear.id) ? parts.lastYear.value : null,
        }
        const isHidden = withheld?.value(part.id) ?? false
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
