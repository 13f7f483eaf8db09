/** One table of a return as typed columns: 32 bits a cell, whatever the cell holds. */
import { type Code, grown, type TextPool } from './codes.ts'
import { asIso, asSlashes, blankDay, readDayText, unreadableDay } from './days.ts'
import type { ColumnKind, Columns } from './layout.ts'

/** In a `count` or `tenths` column: the same two markers as for days. */
export const blankNumber = blankDay
export const unreadableNumber = unreadableDay

export type DateStyle = 'dd/mm/yyyy' | 'yyyy-mm-dd'

export class Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly kinds: readonly ColumnKind[]
  readonly pool: TextPool
  readonly dateStyle: DateStyle
  /** By column number, then by row: one value for each cell. Longer than `length`; grows by doubling. */
  readonly cells: Int32Array[]
  /** By row: the number of the row that holds this one, -1 for none. */
  parents: Int32Array
  /** By row: the child it belongs to, as numbered by whoever reads the file; -1 for none. */
  owners: Int32Array
  length = 0
  /** The files its rows came from, and the first row of each. */
  readonly parts: { readonly file: string; readonly from: number }[] = []
  /** The columns that were in the file (or were worked out). */
  readonly supplied = new Set<string>()
  /** What stood in day and count cells that could not be read. */
  private readonly odd: Map<number, Code>[]
  private capacity = 64

  constructor(name: string, columns: Columns, pool: TextPool, dateStyle: DateStyle) {
    this.name = name
    this.columns = Object.keys(columns)
    this.kinds = Object.values(columns)
    this.pool = pool
    this.dateStyle = dateStyle
    this.cells = this.columns.map(() => new Int32Array(this.capacity))
    this.odd = this.columns.map(() => new Map())
    this.parents = new Int32Array(this.capacity)
    this.owners = new Int32Array(this.capacity)
  }

  /** Adds an empty row and gives its number. */
  add(owner = -1, parent = -1): number {
    if (this.length === this.capacity) this.grow()
    const row = this.length++
    this.owners[row] = owner
    this.parents[row] = parent
    for (let c = 0; c < this.cells.length; c++) this.cells[c]![row] = this.kinds[c] === 'code' ? 0 : blankDay
    return row
  }

  /** Says that the rows from here on come from another file. */
  beginPart(file: string): void {
    this.parts.push({ file, from: this.length })
  }

  /** The number of a row within its own file. */
  rowInFile(row: number): number {
    for (let part = this.parts.length - 1; part > 0; part--) {
      if (this.parts[part]!.from <= row) return row - this.parts[part]!.from
    }
    return row
  }

  /** Takes over all rows of another table of the same layout and pool. */
  append(other: Table): void {
    const from = this.length
    for (let row = 0; row < other.length; row++) this.add()
    for (let column = 0; column < this.cells.length; column++) {
      this.cells[column]!.set(other.cells[column]!.subarray(0, other.length), from)
      for (const [row, text] of other.odd[column]!) this.odd[column]!.set(from + row, text)
    }
  }

  column(name: string): number {
    return this.columns.indexOf(name)
  }

  set(row: number, column: number, value: number): void {
    this.cells[column]![row] = value
  }

  /** Marks a day or count cell as unreadable and keeps what stood there. */
  setOdd(row: number, column: number, text: Code): void {
    this.cells[column]![row] = unreadableDay
    this.odd[column]!.set(row, text)
  }

  /** Sets a cell from a text, as a reader of files would. Used where speed does not matter. */
  setText(row: number, column: number, text: string): void {
    const trimmed = text.trim()
    const kind = this.kinds[column]
    if (kind === 'code') this.set(row, column, this.pool.intern(trimmed))
    else if (trimmed === '') this.set(row, column, blankDay)
    else {
      const value = kind === 'day' ? readDayText(trimmed) : readNumber(trimmed, kind === 'tenths' ? 10 : 1)
      if (value === unreadableDay) this.setOdd(row, column, this.pool.intern(trimmed))
      else this.set(row, column, value)
    }
  }

  /** A cell as a person would write it. */
  text(row: number, column: number): string {
    const value = this.cells[column]![row]!
    const kind = this.kinds[column]
    if (kind === 'code') return this.pool.text(value as Code)
    if (value === blankDay) return ''
    if (value === unreadableDay) return this.pool.text(this.odd[column]!.get(row) ?? (0 as Code))
    if (kind === 'day') return this.dateStyle === 'dd/mm/yyyy' ? asSlashes(value) : asIso(value)
    return kind === 'tenths' ? (value / 10).toFixed(1) : String(value)
  }

  private grow(): void {
    this.capacity *= 2
    for (let c = 0; c < this.cells.length; c++) this.cells[c] = grown(this.cells[c]!, this.capacity)
    this.parents = grown(this.parents, this.capacity)
    this.owners = grown(this.owners, this.capacity)
  }
}

/** A whole number (times `scale`), or `unreadableNumber`. */
export function readNumber(text: string, scale: number): number {
  const value = Number(text) * scale
  return /^-?\d+(\.\d+)?$/.test(text) && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : unreadableNumber
}
