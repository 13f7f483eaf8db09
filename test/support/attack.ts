/**
 * The reader who wants to know what was withheld, with more patience than any: from what is printed, everything that each
 * withheld count could be. Two ways, neither shared with the code that withholds: every set of whole numbers in turn
 * (small packs), and bounds drawn closer sum by sum (large ones).
 */

/** Everything that is known: counts printed as numbers, counts printed as `c`, sums, and printed percentages. */
export interface Printed {
  readonly numbers: ReadonlyMap<string, number>
  readonly withheld: readonly string[]
  /** Counts that are printed nowhere and take part in sums. */
  readonly unprinted: readonly string[]
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[]
  readonly percentages: readonly { readonly part: string; readonly whole: string; readonly value: number }[]
}

export interface Bounds {
  readonly least: number
  readonly most: number
}

type Mutable = Map<string, { least: number; most: number }>

const asPrinted = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10

function start({ numbers, withheld, unprinted }: Printed, ceiling: number): Mutable {
  const bounds: Mutable = new Map()
  for (const [id, value] of numbers) bounds.set(id, { least: value, most: value })
  // Zero would have been shown.
  for (const id of withheld) bounds.set(id, { least: 1, most: ceiling })
  for (const id of unprinted) bounds.set(id, { least: 0, most: ceiling })
  return bounds
}

/** Draws the bounds closer until no sum and no percentage says more. False where nothing fits. */
function tighten(bounds: Mutable, printed: Printed): boolean {
  const of = (id: string) => bounds.get(id) ?? { least: 0, most: 0 }
  let hasChanged = true
  const narrow = (id: string, least: number, most: number): boolean => {
    const one = of(id)
    if (least > one.least) {
      one.least = least
      hasChanged = true
    }
    if (most < one.most) {
      one.most = most
      hasChanged = true
    }
    return one.least <= one.most
  }
  for (let round = 0; hasChanged && round < 200; round++) {
    hasChanged = false
    for (const { whole, parts } of printed.sums) {
      const least = parts.reduce((sum, id) => sum + of(id).least, 0)
      const most = parts.reduce((sum, id) => sum + of(id).most, 0)
      if (!narrow(whole, least, most)) return false
      for (const id of parts) {
        const others = { least: least - of(id).least, most: most - of(id).most }
        if (!narrow(id, of(whole).least - others.most, of(whole).most - others.least)) return false
      }
    }
    for (const { part, whole, value } of printed.percentages) {
      const low = Math.ceil(((value - 0.05) / 100) * of(whole).least - 1e-9)
      const high = Math.floor(((value + 0.05) / 100) * of(whole).most + 1e-9)
      if (!narrow(part, low, high)) return false
    }
  }
  return true
}

/** What each count that is not printed as a number could be, by bounds alone. */
export function byBounds(printed: Printed, ceiling: number): ReadonlyMap<string, Bounds> {
  const bounds = start(printed, ceiling)
  if (!tighten(bounds, printed)) throw new Error('what is printed contradicts itself')
  const unknown = [...printed.withheld, ...printed.unprinted]
  return new Map(unknown.map((id) => [id, bounds.get(id) ?? { least: 0, most: ceiling }]))
}

/**
 * The values that each withheld count takes in sets of whole numbers that agree with everything printed. Every set is
 * tried, value by value, until `enough` values of a count are found possible; fewer means that there are no more.
 */
export function byTrying(printed: Printed, ceiling: number, enough: number): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>(printed.withheld.map((id) => [id, new Set()]))
  const bounds = start(printed, ceiling)
  if (!tighten(bounds, printed)) throw new Error('what is printed contradicts itself')
  for (const [id, values] of found) {
    const { least, most } = bounds.get(id) ?? { least: 0, most: 0 }
    for (let value = least; value <= most && values.size < enough; value++) {
      if (values.has(value)) continue
      const world = worldWith(withValue(bounds, id, value), printed)
      for (const [other, seen] of found) if (world !== undefined) seen.add(world.get(other)?.least ?? 0)
    }
  }
  return found
}

const withValue = (bounds: Mutable, id: string, value: number): Mutable =>
  new Map([...bounds].map(([other, one]) => [other, other === id ? { least: value, most: value } : { ...one }]))

/** Some set of whole numbers within the bounds that agrees; undefined where every one was tried and none does. */
function worldWith(bounds: Mutable, printed: Printed): Mutable | undefined {
  if (!tighten(bounds, printed)) return undefined
  const open = [...bounds].filter(([, { least, most }]) => least < most)
  const [next] = open.sort((a, b) => a[1].most - a[1].least - (b[1].most - b[1].least))
  if (next === undefined) return agrees(bounds, printed) ? bounds : undefined
  const [id, { least, most }] = next
  for (let value = least; value <= most; value++) {
    const world = worldWith(withValue(bounds, id, value), printed)
    if (world !== undefined) return world
  }
  return undefined
}

function agrees(bounds: Mutable, { sums, percentages }: Printed): boolean {
  const of = (id: string): number => bounds.get(id)?.least ?? 0
  return (
    sums.every(({ whole, parts }) => of(whole) === parts.reduce((sum, id) => sum + of(id), 0)) &&
    percentages.every(({ part, whole, value }) => of(whole) > 0 && asPrinted(of(part), of(whole)) === value)
  )
}
