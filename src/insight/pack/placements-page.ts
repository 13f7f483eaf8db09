/** Children looked after with three or more placements in the year: a bar for each year, and its numbers. */
import { inFull, yearOf } from '../../core/calendar/index.ts'
import type { PackBlock, PackSection } from './content.ts'
import type { PlacementFacts } from './facts.ts'
import { printedCount, suppressed } from './suppress.ts'
import { placementId } from './withhold.ts'

const id = 'three-or-more-placements'
const heading = 'Children looked after'
const title = 'Children looked after with three or more placements in the previous twelve months'
const source =
  'The council’s own SSDA903 returns. Children looked after on 31 March, by the number of placements in the twelve months before.'

export function placementsSection(facts: PlacementFacts | null, withheld: ReadonlySet<string>): PackSection {
  if (facts === null || facts.years.length === 0) return { id, title: heading, blocks: [missing] }
  const years = facts.years.map(({ ending, children, threeOrMore }) => {
    const [met, all] = [placementId(ending, 'met'), placementId(ending, 'all')]
    const isWithheld = withheld.has(met) || withheld.has(all)
    const value = isWithheld || children === 0 ? null : Number(((100 * threeOrMore) / children).toFixed(1))
    return {
      ending,
      value,
      percent: isWithheld ? suppressed : value === null ? 'none' : `${value.toFixed(1)}%`,
      counted: printedCount({ id: met, value: threeOrMore }, withheld),
      of: printedCount({ id: all, value: children }, withheld),
    }
  })
  const isAny = years.some(({ percent }) => percent === suppressed)
  const notes = isAny ? [`“${suppressed}”: too few children for a figure to be printed.`] : []
  const blocks: PackBlock[] = [
    {
      kind: 'chart',
      chart: {
        id: `${id}-chart`,
        title,
        kind: 'bar',
        unit: '%',
        along: 'Year ending 31 March',
        categories: years.map(({ ending }) => String(yearOf(ending))),
        series: [{ name: 'This council', values: years.map(({ value }) => value) }],
        notes,
        source,
      },
    },
    {
      kind: 'table',
      table: {
        id: `${id}-counts`,
        title: 'The children behind the percentages',
        head: ['At', 'Three or more placements', 'Children looked after', 'Percentage'],
        rows: years.map(({ ending, counted, of, percent }) => [inFull(ending), counted, of, percent]),
        notes,
        source,
      },
    },
  ]
  return { id, title: heading, blocks }
}

const missing: PackBlock = {
  kind: 'missing',
  what: `${title}: no SSDA903 return is loaded.`,
  mend: 'bin/heartwood import ssda903 FOLDER',
}
