/** What a measure counts, whose definition it is, and what it can be compared with. */
import type { Measure } from '../../../core/measures/measure.ts'
import { SummaryList } from '../../components/index.ts'
import { isPercentage, printedValue } from './words.ts'

const better = { higher: 'Higher', lower: 'Lower', neither: 'Neither higher nor lower by itself' } as const

export function definition(measure: Measure, target: number | null) {
  return (
    <section>
      <h2 class="govuk-heading-m">What it counts</h2>
      <SummaryList
        rows={[
          {
            key: isPercentage(measure) ? 'Of these' : measure.kind === 'rate' ? 'For' : 'It is',
            value: measure.denominator,
          },
          { key: 'It counts', value: measure.numerator },
          { key: 'Better is', value: better[measure.better] },
          { key: 'Target', value: target === null ? 'None set' : printedValue(measure, target) },
          { key: 'Definition', value: measure.source },
          { key: 'Published series', value: measure.comparable?.name ?? 'None published' },
          ...(measure.over === 'period'
            ? [
                { key: 'Year to date', value: 'From 1 April to the day of the figure' },
                { key: 'Rolling', value: 'The twelve whole months that ended last, pooled' },
              ]
            : [{ key: 'Counted', value: 'At the end of the day it is given for' }]),
        ]}
      />
    </section>
  )
}
