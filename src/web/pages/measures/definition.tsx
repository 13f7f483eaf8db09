/** What a measure counts, whose definition it is, and what it can be compared with. */
import type { Measure } from '../../../core/measures/measure.ts'
import { SummaryList } from '../../components/index.ts'

export function definition(measure: Measure, target: number | null) {
  return (
    <section>
      <h2 class="govuk-heading-m">What it counts</h2>
      <SummaryList
        rows={[
          { key: 'Of these', value: measure.denominator },
          { key: 'It counts', value: measure.numerator },
          { key: 'Better is', value: measure.better },
          { key: 'Target', value: target === null ? 'None set' : `${target}%` },
          { key: 'Definition', value: measure.source },
          { key: 'Published series', value: measure.comparable?.name ?? 'None published' },
          measure.kind === 'share' && { key: 'Year to date', value: 'From 1 April to today' },
          measure.kind === 'share' && { key: 'Rolling', value: 'The twelve whole months that ended last, pooled' },
        ]}
      />
    </section>
  )
}
