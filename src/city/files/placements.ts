/**
 * SSDA903 episodes of invented children looked after, a file for each of the last years, until the care services keep them:
 * so that the chart of placements has something to count. They are no children of the register.
 */
import type { GivenFile } from '../../core/batches/importer.ts'
import { addDays, addYears, type Day, daysBetween, financialYearOf } from '../../core/calendar/index.ts'
import { type Random, stream, type Weighted, weighted } from '../random.ts'

const header = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const yearsOfFiles = 5
/** The paper's city looks after some 750 children: so many come each year, and stay three on average. */
const newEachYear = 250
const yearsBefore = 4
/** Of fewer, a file would not show which year it is. */
const fewestChildren = 200
const placements: Weighted<string> = weighted([
  ['U6', 60],
  ['U1', 14],
  ['K2', 12],
  ['P1', 8],
  ['H5', 6],
])
/** A child's moves in a year: most have none. */
const movesInAYear: Weighted<number> = weighted([
  [0, 70],
  [1, 19],
  [2, 8],
  [3, 3],
])

interface Stay {
  readonly child: string
  readonly from: Day
  readonly until: Day
  readonly reason: 'S' | 'P'
  readonly placement: string
  readonly isLast: boolean
}

/** One file for each year that ended on a 31 March up to `asAt`, the oldest first. */
export function placementsFiles(seed: number, asAt: Day, size: number): GivenFile[] {
  const lastEnd = addDays(financialYearOf(asAt).from, -1)
  const ends = Array.from({ length: yearsOfFiles }, (_, back) => addYears(lastEnd, back - yearsOfFiles + 1))
  const first = addYears(ends[0]!, -yearsBefore)
  const count = Math.max(fewestChildren, Math.round(newEachYear * (yearsBefore + yearsOfFiles - 1) * size))
  const span = daysBetween(first, lastEnd)
  const stays = Array.from({ length: count }, (_, n) => staysOf(n, first, span, stream(seed, 'placements', n))).flat()
  return ends.map((ending) => ({
    name: `episodes-${ending.slice(0, 4)}.csv`,
    bytes: new TextEncoder().encode(`${[header, ...rowsOf(stays, ending)].join('\n')}\n`),
  }))
}

/** From coming into care to leaving it, one stay after another. */
function staysOf(n: number, first: Day, span: number, random: Random): Stay[] {
  const child = `LA${String(n + 1).padStart(5, '0')}`
  const begins = addDays(first, random.int(0, span))
  const ends = addDays(begins, random.int(60, 6 * 365))
  const starts = [begins]
  for (let year = begins; year < ends; year = addYears(year, 1))
    for (let move = random.weighted(movesInAYear); move > 0; move--) starts.push(addDays(year, random.int(14, 360)))
  const inside = [...new Set(starts)].filter((start) => start < ends).sort()
  return inside.map((from, i) => ({
    child,
    from,
    until: inside[i + 1] ?? ends,
    reason: i === 0 ? 'S' : 'P',
    placement: random.weighted(placements),
    isLast: i === inside.length - 1,
  }))
}

/** The return of a year holds every stay that lasted into it; what ends after the year has not ended yet. */
function rowsOf(stays: readonly Stay[], ending: Day): string[] {
  const begins = addDays(addYears(ending, -1), 1)
  return stays
    .filter(({ from, until }) => from <= ending && until >= begins)
    .map(({ child, from, until, reason, placement, isLast }) => {
      const hasEnded = until <= ending
      const why = hasEnded ? (isLast ? 'E4A' : 'X1') : ''
      const change = hasEnded && !isLast ? 'OTHER' : ''
      return [child, from, reason, 'C2', 'N1', placement, 'PR1', hasEnded ? until : '', why, change, '', '', ''].join(
        ',',
      )
    })
}
