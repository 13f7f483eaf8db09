/** The Ofsted profile: the city beside its statistical neighbours and the country, each label true of the printed figures. */
import { type Day, inFull } from '../../core/calendar/index.ts'
import { type Compared, comparedWith } from '../ofsted/index.ts'
import type { PackBlock, PackSection, PackTable } from './content.ts'
import type { EarlyFacts, OfstedFacts, Row } from './facts.ts'

const id = 'ofsted-profile'
const heading = 'Ofsted profile'
const source =
  'Ofsted, state-funded schools’ latest inspections, and registered childcare providers’; pupils on roll, by the last graded inspection that had begun by the day.'

const rows: readonly (readonly [row: Row, title: string])[] = [
  ['primary', 'Primary'],
  ['secondary', 'Secondary'],
  ['special', 'Special'],
  ['overall', 'Overall'],
]

export function ofstedSection(facts: OfstedFacts | null): PackSection {
  if (facts === null) return { id, title: heading, blocks: [missing] }
  const blocks: PackBlock[] = [{ kind: 'table', table: profile(facts) }, chart(facts)]
  if (facts.neighbours === null) blocks.push(facts.isNeighboursKnown ? neighboursNotThere : noNeighbours)
  if (facts.national === null) blocks.push(notTheCountry(facts.authorities))
  if (facts.early === null) blocks.push(noEarlyYears)
  return { id, title: heading, blocks }
}

const missing: PackBlock = {
  kind: 'missing',
  what: 'The Ofsted profile: no file of inspections is loaded for this council.',
  mend: 'bin/heartwood import ofsted FILE',
}
const noNeighbours: PackBlock = {
  kind: 'missing',
  what: 'Statistical neighbours: no list of them is loaded.',
  mend: 'bin/heartwood import comparators FILE',
}
const neighboursNotThere: PackBlock = {
  kind: 'missing',
  what: 'Statistical neighbours: the file of inspections has none of their schools.',
  mend: 'bin/heartwood import ofsted FILE',
}
const notTheCountry = (authorities: number): PackBlock => ({
  kind: 'missing',
  what: `National: the file of inspections is not the whole country’s; it has ${authorities === 1 ? '1 authority' : `${authorities} authorities`}.`,
  mend: 'bin/heartwood import ofsted FILE',
})
const noEarlyYears: PackBlock = {
  kind: 'missing',
  what: 'Early years: Ofsted’s file of childcare providers is not loaded.',
  mend: 'bin/heartwood import ofsted FILE',
}

const percent = (value: number | null | undefined): string => (value == null ? 'not known' : `${value.toFixed(1)}%`)
const labels: Readonly<Record<Compared, string>> = { above: 'Above', below: 'Below', equal: 'Equal to' }

/** `Below national (91.8%)`. */
function beside(value: number | null, other: number | null | undefined, whom: string): string {
  if (value === null || other == null) return percent(other)
  return `${labels[comparedWith(value, other)]} ${whom} (${percent(other)})`
}

function profile(facts: OfstedFacts): PackTable {
  const { date, city, neighbours, national, early } = facts
  const row = (title: string, own: number | null, near: number | null | undefined, all: number | null | undefined) => [
    title,
    percent(own),
    beside(own, near, 'statistical neighbours'),
    beside(own, all, 'national'),
  ]
  return {
    id,
    title: `Proportion of pupils in good or outstanding schools, as at ${inFull(date)}`,
    head: ['Phase', 'City', 'Statistical neighbours', 'National'],
    rows: [
      early === null
        ? ['Early years', 'not loaded', 'not loaded', 'not loaded']
        : row('Early years*', early.city, early.neighbours, early.national),
      ...rows.map(([key, title]) => row(title, city.percents[key], neighbours?.percents[key], national?.percents[key])),
    ],
    notes: [
      ...(early === null ? [] : earlyNotes(early, date)),
      ...closeCalls(facts),
      ...inheritedNote(facts),
      `City: ${city.coverage}`,
      ...(neighbours === null ? [] : [`Statistical neighbours, pooled: ${neighbours.coverage}`]),
      ...(national === null ? [] : [`National: ${national.coverage}`]),
    ],
    source,
  }
}

/** A label that a reader might doubt is explained with the two figures that it was made from. */
function closeCalls({ city, neighbours, national }: OfstedFacts): readonly string[] {
  const close = rows.flatMap(([key, title]) =>
    (
      [
        [neighbours, 'statistical neighbours’'],
        [national, 'the national'],
      ] as const
    ).flatMap(([column, whose]) => {
      const [own, other] = [city.percents[key], column?.percents[key]]
      if (own == null || other == null || Math.abs(own - other) > 0.5) return []
      const which = comparedWith(own, other)
      const apart = Math.abs(own - other).toFixed(1)
      if (which === 'equal') return [`${title}: ${percent(own)} equals ${whose} ${percent(other)}.`]
      return [`${title}: ${percent(own)} is ${which} ${whose} ${percent(other)}, by ${apart} of a percentage point.`]
    }),
  )
  return ['Above, below and equal are worked out from the figures as they are printed.', ...close]
}

function earlyNotes({ asAt, coverage, latest }: EarlyFacts, date: Day): readonly string[] {
  const ofThat = `* Early years are registered childcare providers graded good or outstanding, all three figures as at ${inFull(asAt)}${
    asAt === date ? '' : ', the last day for which the whole country’s are loaded'
  }.`
  const later =
    latest === null ? '' : ` The city’s latest figure is ${percent(latest.city)}, as at ${inFull(latest.asAt)}.`
  return [`${ofThat}${later}`, `Early years: ${coverage}`]
}

function inheritedNote({ city }: OfstedFacts): readonly string[] {
  if (city.inherited === 0) return []
  const schools = city.inherited === 1 ? 'school holds' : 'schools hold'
  return [
    `${city.inherited} ${schools} the grade of the school it was before. Without them the city’s overall figure is ${percent(city.without.overall)}.`,
  ]
}

function chart({ city, neighbours, national, date }: OfstedFacts): PackBlock {
  const series = [
    { name: 'City', column: city },
    { name: 'Statistical neighbours', column: neighbours },
    { name: 'National', column: national },
  ].flatMap(({ name, column }) =>
    column === null ? [] : [{ name, values: rows.map(([key]) => column.percents[key]) }],
  )
  return {
    kind: 'chart',
    chart: {
      id: `${id}-chart`,
      title: `Pupils in good or outstanding schools, ${inFull(date)}`,
      kind: 'bar',
      unit: '%',
      along: 'Phase',
      categories: rows.map(([, title]) => title),
      series,
      notes: [],
      source,
    },
  }
}
