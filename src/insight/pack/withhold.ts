/** The counts behind a pack's figures, and those before it, as linked tables: which of them may be printed. */
import type { Day } from '../../core/calendar/index.ts'
import type { PackContent } from './content.ts'
import type { MeasureFacts, PackFacts, Stretch } from './facts.ts'
import { givingWay, type Within, within } from './plan.ts'
import type { Days } from './stretches.ts'
import { type Count, type Sum, suppress, suppressed } from './suppress.ts'

export const countId = (measure: string, { from, to }: Days, of: 'met' | 'all' | 'missed'): string =>
  `${measure} ${from} ${to} ${of}`
export const placementId = (ending: Day, of: 'met' | 'all' | 'missed'): string => `placements ${ending} ${of}`

interface Linked {
  readonly counts: Map<string, Count>
  readonly sums: Sum[]
  /** Of each measure, those of this pack and of the packs before it. */
  readonly periods: Map<string, readonly Days[]>
}

/** The ids of the counts to withhold, over everything in the pack and all that earlier packs printed. */
export function withheldIn({ pages, placements, earlier, threshold }: PackFacts): ReadonlySet<string> {
  const linked: Linked = { counts: new Map(), sums: [], periods: new Map() }
  const measures = pages.flatMap((page) => page.measures)
  for (const one of measures) addMeasure(linked, one, earlier, threshold)
  for (const one of within) addWithin(linked, one)
  for (const { ending, children, threeOrMore } of placements?.years ?? []) {
    const id = (of: 'met' | 'all' | 'missed') => placementId(ending, of)
    addShare(linked, id, threeOrMore, children, () => 'printed')
  }
  return suppress([...linked.counts.values()], linked.sums, threshold)
}

type Naming = (of: 'met' | 'all' | 'missed') => string

/** Those that meet it and those that do not make all; of those that do not, no pack prints the number. */
function addShare(
  { counts, sums }: Linked,
  id: Naming,
  met: number,
  all: number,
  is: (id: string, value: number) => Count['is'],
  givesWay = false,
): void {
  counts.set(id('met'), { id: id('met'), value: met, is: is(id('met'), met), givesWay })
  counts.set(id('all'), { id: id('all'), value: all, is: is(id('all'), all), givesWay })
  counts.set(id('missed'), { id: id('missed'), value: all - met, is: 'never' })
  sums.push({ whole: id('all'), parts: [id('met'), id('missed')] })
}

/** Every period is the sum of the stretches it is made of: so are the year to date and what an earlier pack said of it. */
function addMeasure(
  linked: Linked,
  { measure, figures, stretches }: MeasureFacts,
  earlier: readonly PackContent[],
  threshold: number,
): void {
  const before = printedBefore(measure.id, earlier)
  const own = new Map(figures.map(({ period: { from, to } }) => [`${from} ${to}`, { from, to }]))
  for (const stretch of stretches) {
    const id: Naming = (of) => `stretch of ${countId(measure.id, stretch, of)}`
    addShare(linked, id, stretch.numerator, stretch.denominator, () => 'never')
  }
  const periods = new Map([...before.periods, ...own])
  linked.periods.set(measure.id, [...periods.values()])
  for (const [key, days] of periods) {
    const inside = stretches.filter(({ from, to }) => from >= days.from && to <= days.to)
    const met = inside.reduce((sum, one) => sum + one.numerator, 0)
    const all = inside.reduce((sum, one) => sum + one.denominator, 0)
    // What a correction has made small since it was printed, or zero since it was withheld, is judged anew.
    const then = (id: string, value: number): Count['is'] | undefined => {
      const state = before.state.get(id)
      const isOtherwise = state === 'published' ? value > 0 && value < threshold : value === 0
      return isOtherwise ? undefined : state
    }
    addShare(
      linked,
      (of) => countId(measure.id, days, of),
      met,
      all,
      (id, value) => then(id, value) ?? (own.has(key) ? 'printed' : 'never'),
      givingWay.has(measure.id),
    )
    for (const half of ['met', 'missed', 'all'] as const) {
      const parts = inside.map((stretch: Stretch) => `stretch of ${countId(measure.id, stretch, half)}`)
      linked.sums.push({ whole: countId(measure.id, days, half), parts })
    }
  }
}

/** What earlier packs printed of a measure, and what they withheld. */
function printedBefore(measure: string, earlier: readonly PackContent[]) {
  const periods = new Map<string, Days>()
  const state = new Map<string, Count['is']>()
  for (const { sections } of earlier)
    for (const block of sections.flatMap(({ blocks }) => blocks)) {
      if (block.kind !== 'measures') continue
      for (const { counted } of block.lines
        .filter((line) => line.measure === measure)
        .flatMap((line) => line.figures)) {
        if (counted === undefined) continue
        const { from, to, numerator, denominator } = counted
        periods.set(`${from} ${to}`, { from, to })
        state.set(countId(measure, counted, 'met'), numerator === suppressed ? 'withheld' : 'published')
        state.set(countId(measure, counted, 'all'), denominator === suppressed ? 'withheld' : 'published')
      }
    }
  return { periods, state }
}

/** What the wider measure counts is what the narrower one does, and others, who may be few. */
function addWithin({ counts, sums, periods }: Linked, { part, whole, of, isSame }: Within): void {
  for (const period of periods.get(whole) ?? []) {
    const inner = counts.get(countId(part, period, of))
    const outer = counts.get(countId(whole, period, of))
    if (inner === undefined || outer === undefined || inner.value > outer.value) continue
    if (isSame) sums.push({ whole: outer.id, parts: [inner.id] })
    else {
      const rest = `${outer.id} apart from ${part}`
      counts.set(rest, { id: rest, value: outer.value - inner.value, is: 'never' })
      sums.push({ whole: outer.id, parts: [inner.id, rest] })
    }
  }
}
