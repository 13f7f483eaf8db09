/**
 * `docs/measures.md` follows from the definitions. To make it anew:
 *
 *     npx vitest run -u test/unit/measures.test.ts
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Day, inFull } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/index.ts'
import type { Pathway } from '../../src/core/pathway/pathway.ts'
import { measures, pathways } from '../../src/services/index.ts'

const file = join(import.meta.dirname, '../../docs/measures.md')

const introduction = `# Measures

Every figure Heartwood knows, as it is defined in the \`measures\` files of each service. This page is made from those
definitions by \`test/unit/measures.test.ts\`.

**Over a period** a share or a count is the sum over the contributions of that period: the year to date runs from 1 April,
"rolling" is the twelve whole months that ended last, pooled (the sum of numerators over the sum of denominators, never the
mean of monthly percentages), and last year is the twelve months before those. What has a limit counts on the day it was
finished, and what is open and already late has a measure of its own, so that nothing is hidden.

**At a date** a number or a share is that of the day; the year to date shows the latest, rolling pools the ends of the
twelve whole months that ended last, and last year is the same day a year before.

**A rate** is for every 10,000 children aged 0 to 17 of the published population; over less or more than a year it is
reckoned as for a year.

A **target** is local policy: the one shown holds where the council has set none (\`import targets\`). **Compared with** names
the published series, as the Local Authority Interactive Tool has it; where none is published it says so. A figure may be
asked for by its id: \`bin/heartwood measure re-referrals-12-months --date 2022-07-21\`.
`

const kinds: Readonly<Record<Measure['kind'], string>> = {
  share: 'Share, over a period',
  count: 'Number, over a period',
  stock: 'Number, at a date',
  shareAtDate: 'Share, at a date',
  rate: 'Rate per 10,000',
}

type Cells = readonly string[]

/** In columns, as the formatter of the tree has tables. */
function table(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]!.length)))
  const lineOf = (cells: Cells): string => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  return [lineOf(head), lineOf(widths.map((width) => '-'.repeat(width))), ...rows.map(lineOf)].join('\n')
}

/** The definition's own words and, of a clock, since when its rule has been in force. */
function sourceOf({ source, clock, service }: Measure): string {
  const rule = clock === undefined ? undefined : pathwayOf(service).clocks[clock]
  return rule === undefined ? source : `${source}. Limit in force since ${inFull(rule.since as Day)}`
}

const comparedWith = ({ comparable }: Measure): string =>
  comparable === null ? 'none published' : `${comparable.name} (\`${comparable.series}\`)`

const rowOf = (measure: Measure): Cells => [
  `${measure.title}<br>\`${measure.id}\``,
  kinds[measure.kind],
  measure.numerator,
  measure.denominator,
  measure.better,
  measure.target === null ? 'none' : `${measure.target}%`,
  sourceOf(measure),
  comparedWith(measure),
]

const head = ['Measure', 'Kind', 'Counts', 'Of', 'Better', 'Target', 'Definition', 'Compared with']

const pathwayOf = (service: string): Pathway => pathways.find(({ id }) => id === service)!

function section({ id, title }: Pathway): string {
  const own = measures.filter(({ service }) => service === id)
  const families = Map.groupBy(own, ({ family }) => family)
  const alone = families.get(undefined) ?? []
  families.delete(undefined)
  const answers = [...families].map(([family, members]) => `### ${family}\n\n${table(head, members.map(rowOf))}`)
  return [`## ${title}`, table(head, alone.map(rowOf)), ...answers].join('\n\n')
}

test('the page of measures is that of the definitions', async () => {
  const services = pathways.filter(({ id }) => measures.some(({ service }) => service === id))
  await expect(`${[introduction.trimEnd(), ...services.map(section)].join('\n\n')}\n`).toMatchFileSnapshot(file)
})

describe('every definition', () => {
  const ids = measures.map(({ id }) => id)

  test('has an id of its own, in lower case and hyphens', () => {
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('takes its contributions from measures that exist, and names pathways, clocks and states that exist', () => {
    for (const { from, pathways: read, service, clock, state } of measures) {
      expect(ids).toContain(from.numerator)
      if (from.denominator !== null) expect(ids).toContain(from.denominator)
      for (const id of read ?? []) expect(pathwayOf(id)).toBeDefined()
      if (clock !== undefined) expect(Object.keys(pathwayOf(service).clocks)).toContain(clock)
      if (state !== undefined) expect(Object.keys(pathwayOf(service).states)).toContain(state)
    }
  })

  test('says whose it is, and a title of no two is the same', () => {
    for (const { source, numerator, denominator } of measures)
      for (const text of [source, numerator, denominator]) expect(text.length).toBeGreaterThan(4)
    expect(new Set(measures.map(({ title }) => title)).size).toBe(measures.length)
  })
})
