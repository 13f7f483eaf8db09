/** What is published of the same thing: the council itself, its statistical neighbours, its region, England. */
import type { Measure } from '../../../core/measures/measure.ts'
import { type Comparison, licenceLine } from '../../../insight/published/index.ts'
import type { Compared } from '../../../insight/standing/index.ts'
import { type Cell, Details, InsetText, Table } from '../../components/index.ts'
import { printedValue } from './words.ts'

export function comparators(measure: Measure, { comparison, noComparator }: Compared) {
  if (comparison === null)
    return (
      <InsetText>
        {noComparator === 'none published'
          ? 'Nothing is published that this could be compared with.'
          : `What is published of it (${measure.comparable?.name ?? ''}) has not been loaded: bin/heartwood import comparators FILE.`}
      </InsetText>
    )
  const { neighbours, region, england, period } = comparison
  const row = (who: string, value: number | null, marker: string | null | undefined): Cell[] => [
    who,
    { text: shown(measure, value, marker), format: 'numeric' },
  ]
  return (
    <section>
      <h2 class="govuk-heading-m">Compared with others, {period}</h2>
      <p class="govuk-body">{standing(measure, comparison)}</p>
      <Table
        attributes={{ 'aria-label': 'Compared with others' }}
        firstCellIsHeader
        head={['Published for', { text: period, format: 'numeric' }]}
        rows={[
          row('This council', comparison.value, comparison.marker),
          neighbours !== null && row('Statistical neighbours, mean', neighbours.mean, null),
          region !== null && row(region.name, region.value, region.marker),
          england !== null && row('England', england.value, england.marker),
        ]}
      />
      {neighbours === null && (
        <p class="govuk-body">The model of statistical neighbours in force has none of this council.</p>
      )}
      {neighbours !== null && (
        <Details summary={`The ${neighbours.areas.length} statistical neighbours`}>
          <Table
            attributes={{ 'aria-label': 'Statistical neighbours' }}
            firstCellIsHeader
            head={['Neighbour, the nearest first', { text: period, format: 'numeric' }]}
            rows={neighbours.areas.map((one) => row(one.name, one.value, one.marker))}
          />
        </Details>
      )}
      <p class="govuk-body-s">
        {measure.comparable?.name ?? comparison.series}. {licenceLine}
      </p>
    </section>
  )
}

/** `3rd of 11 among statistical neighbours, the first being the best; …`: a marker says why there is no figure. */
function standing(measure: Measure, { value, rank, neighbours }: Comparison): string {
  if (value === null) return 'No figure is published for this council in this period.'
  if (rank === null || measure.better === 'neither')
    return `Published for this council: ${printedValue(measure, value)}. More is neither better nor worse by itself, so there is no rank.`
  const model = neighbours === null ? '' : ` by the neighbours’ model of ${neighbours.model}`
  return `${ordinal(rank.position)} of ${rank.of} among this council and its statistical neighbours${model}, the first being the best.`
}

export function ordinal(number: number): string {
  const [tens, ones] = [number % 100, number % 10]
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th')
  return `${number}${ending}`
}

const markers: Readonly<Record<string, string>> = {
  c: 'c: withheld, too few',
  x: 'x: not available',
  z: 'z: not applicable',
  k: 'k: rounds to nothing',
  u: 'u: too unsure to publish',
  low: 'low: rounds to nothing',
  ':': ': not available',
}

const shown = (measure: Measure, value: number | null, marker: string | null | undefined): string =>
  value !== null ? printedValue(measure, value) : marker ? (markers[marker] ?? marker) : 'Not published'
