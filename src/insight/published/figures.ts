/** Published figures on their way from a file into the record: each cell three numbers and what stands in it. */
import type { Refused } from '../../core/batches/mend-file.ts'
import type { Area } from './areas.ts'
import type { Figure } from './cells.ts'
import type { Period } from './periods.ts'

export interface SeriesName {
  readonly source: 'lait' | 'ees'
  readonly name: string
  /** The indicator alone. */
  readonly indicator: string
}

export interface Figures {
  readonly series: readonly SeriesName[]
  readonly areas: readonly Area[]
  readonly periods: readonly Period[]
  readonly figures: readonly Figure[]
  /** By cell: the place of its series, area, period and figure in the lists above. */
  readonly cells: {
    readonly length: number
    readonly series: Int32Array
    readonly area: Int32Array
    readonly period: Int32Array
    readonly figure: Int32Array
  }
  readonly refused: readonly Refused[]
  readonly notes: readonly string[]
}

/** Gathers distinct things and gives each the place where it stands. */
export class Places<T> {
  readonly items: T[] = []
  private readonly known = new Map<string, number>()

  of(key: string, make: () => T): number {
    const place = this.known.get(key)
    if (place !== undefined) return place
    this.known.set(key, this.items.length)
    return this.items.push(make()) - 1
  }
}

/** The cells of a file, one after the other; what is said twice is kept once, and two figures for one cell are found. */
export class CellList {
  length = 0
  series: Int32Array
  area: Int32Array
  period: Int32Array
  figure: Int32Array
  private readonly placed = new Map<number, number>()

  constructor(most: number) {
    this.series = new Int32Array(most)
    this.area = new Int32Array(most)
    this.period = new Int32Array(most)
    this.figure = new Int32Array(most)
  }

  /** The place of another figure for the same cell, where there is one and it is not the same figure. */
  put(series: number, area: number, period: number, figure: number): number | undefined {
    const key = (series * 4096 + area) * 4096 + period
    const before = this.placed.get(key)
    if (before !== undefined) return this.figure[before] === figure ? undefined : this.figure[before]
    this.placed.set(key, this.length)
    this.series[this.length] = series
    this.area[this.length] = area
    this.period[this.length] = period
    this.figure[this.length] = figure
    this.length += 1
    return undefined
  }
}

export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
