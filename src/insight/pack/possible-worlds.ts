/**
 * Between what numbers can a hidden count lie, for a reader who adds and subtracts everything that is printed? The answer
 * is proved by example: two sets of whole numbers for all hidden counts, both in agreement with everything printed. They
 * are corners of the space of such sets, found by the simplex method.
 */

/** A sum that the reader knows: these hidden counts, added or taken away, make `equals`. */
export interface KnownSum {
  readonly terms: readonly { readonly hidden: number; readonly times: 1 | -1 }[]
  readonly equals: number
}

export interface Hidden {
  /** What the count is: the first example. */
  readonly actual: number
  /** What the reader knows it to be at least. */
  readonly atLeast: number
}

export interface Range {
  readonly least: number
  readonly most: number
}

const tiny = 1e-9
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6

/**
 * For each hidden count the least and the most that an example was found for; the search for a count stops once they are
 * `enough` apart, so a range may be wider than is said and is never narrower.
 */
export function rangesOf(
  hidden: readonly Hidden[],
  sums: readonly KnownSum[],
  wanted: ReadonlySet<number>,
  enough: number,
): readonly Range[] {
  const least = hidden.map(({ actual }) => actual)
  const most = [...least]
  const start = cornerOf(hidden, sums)
  const take = (corner: Corner): void => {
    const { values, endless } = worldOf(corner, hidden)
    if (!values.every(isWhole)) return
    for (const [i, value] of values.entries()) {
      least[i] = Math.min(least[i] ?? 0, Math.round(value))
      most[i] = Math.max(most[i] ?? 0, endless.has(i) ? Number.POSITIVE_INFINITY : Math.round(value))
    }
  }
  for (const i of wanted) {
    for (const towards of [1, -1] as const) {
      if ((most[i] ?? 0) - (least[i] ?? 0) < enough) take(pushed(start, i, towards))
    }
  }
  return least.map((low, i) => ({ least: low, most: most[i] ?? low }))
}

/** Rows of the tableau: one for each sum; the last number of a row is the value of the variable that it solves for. */
interface Corner {
  readonly rows: number[][]
  /** The variable that each row solves for; the others are at their least. */
  readonly basis: number[]
  /** The variable that can grow without end from here, and by which column; null where there is none. */
  readonly ray: number | null
}

/** A first corner: every sum gets a stand-in of its own, and the stand-ins are driven out. */
function cornerOf(hidden: readonly Hidden[], sums: readonly KnownSum[]): Corner {
  const width = hidden.length
  const rows = sums.map(({ terms, equals }, row) => {
    const line = new Array<number>(width + sums.length + 1).fill(0)
    let right = equals
    for (const { hidden: i, times } of terms) {
      line[i] = (line[i] ?? 0) + times
      right -= times * (hidden[i]?.atLeast ?? 0)
    }
    line[line.length - 1] = right
    const upright = right < 0 ? line.map((value) => -value) : line
    upright[width + row] = 1
    return upright
  })
  const basis = sums.map((_, row) => width + row)
  const standIns = new Array<number>(width + sums.length).fill(0).map((_, i) => (i < width ? 0 : -1))
  improve(rows, basis, standIns, width)
  // A stand-in that is left stands for a sum that says nothing new, or is exchanged for any variable of its row.
  for (let row = rows.length - 1; row >= 0; row--) {
    if ((basis[row] ?? 0) < width) continue
    const column = (rows[row] ?? []).findIndex((value, i) => i < width && Math.abs(value) > tiny)
    if (column >= 0) pivot(rows, basis, row, column)
    else {
      rows.splice(row, 1)
      basis.splice(row, 1)
    }
  }
  return { rows: rows.map((row) => [...row.slice(0, width), row.at(-1) ?? 0]), basis, ray: null }
}

/** The corner where one count is greatest (1) or least (-1). */
function pushed(start: Corner, variable: number, towards: 1 | -1): Corner {
  const rows = start.rows.map((row) => [...row])
  const basis = [...start.basis]
  const width = (rows[0]?.length ?? 1) - 1
  if (rows.length === 0) return { rows, basis, ray: towards === 1 ? variable : null }
  const gain = new Array<number>(width).fill(0)
  gain[variable] = towards
  return { rows, basis, ray: improve(rows, basis, gain, width) }
}

/**
 * Bland's rule: the first column that helps, the first row that gives way; so it always ends. Answers the column that can
 * grow for ever, or null at the best corner.
 */
function improve(rows: number[][], basis: number[], gain: readonly number[], columns: number): number | null {
  for (;;) {
    let entering = -1
    for (let column = 0; column < columns && entering < 0; column++) {
      let worth = gain[column] ?? 0
      for (const [row, line] of rows.entries()) worth -= (gain[basis[row] ?? 0] ?? 0) * (line[column] ?? 0)
      if (worth > tiny) entering = column
    }
    if (entering < 0) return null
    let leaving = -1
    let tightest = Number.POSITIVE_INFINITY
    for (const [row, line] of rows.entries()) {
      const step = line[entering] ?? 0
      if (step <= tiny) continue
      const ratio = (line.at(-1) ?? 0) / step
      const isFirst = Math.abs(ratio - tightest) <= tiny && (basis[row] ?? 0) < (basis[leaving] ?? 0)
      if (ratio < tightest - tiny || isFirst) {
        tightest = ratio
        leaving = row
      }
    }
    if (leaving < 0) return entering
    pivot(rows, basis, leaving, entering)
  }
}

function pivot(rows: number[][], basis: number[], row: number, column: number): void {
  const line = rows[row] ?? []
  const by = line[column] ?? 1
  for (const [i, value] of line.entries()) line[i] = value / by
  for (const other of rows) {
    const times = other[column] ?? 0
    if (other === line || Math.abs(times) <= tiny) continue
    for (const [i, value] of line.entries()) {
      if (value !== 0) other[i] = (other[i] ?? 0) - times * value
    }
  }
  basis[row] = column
}

/** What every hidden count is at a corner, and which of them can grow for ever along its ray. */
function worldOf({ rows, basis, ray }: Corner, hidden: readonly Hidden[]) {
  const values = hidden.map(({ atLeast }) => atLeast)
  const endless = new Set<number>()
  for (const [row, line] of rows.entries()) {
    const variable = basis[row] ?? 0
    values[variable] = (values[variable] ?? 0) + (line.at(-1) ?? 0)
    if (ray !== null && (line[ray] ?? 0) < -tiny) endless.add(variable)
  }
  if (ray !== null) endless.add(ray)
  return { values, endless }
}
