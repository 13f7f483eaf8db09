/**
 * Fills tables from the elements of a message. How elements become rows is said by the shape of the message; this only
 * follows it.
 */
import { blank, type Code } from '../engine/codes.ts'
import type { Layout } from '../engine/layout.ts'
import type { Store } from '../engine/store.ts'
import type { Table } from '../engine/table.ts'
import { setCell } from './csv.ts'
import type { ElementNode, ElementShape, XmlHandler } from './xml.ts'

/** A column that a new row takes over from the row that holds it. */
interface Inherited {
  readonly column: number
  readonly from: number
}

/** How rows of a table are made. */
interface RowMaking {
  /** Number of the table whose current row holds it; -1 for none. */
  readonly holder: number
  /** Column that counts the child's rows of this table from 1; -1 for none. */
  readonly counter: number
  readonly inherits: readonly Inherited[]
}

export interface XmlTablesOptions<L extends Layout> {
  /** The column that names the child; every row of the child gets it. */
  readonly id: string
  /** Further columns that every row of the child takes from the child's first row of this table. */
  readonly shared?: { readonly table: keyof L & string; readonly column: string }
  /** By table: the one whose rows hold its rows, and the columns taken over from it. */
  readonly held?: Readonly<Record<string, { readonly by: string; readonly takes: readonly string[] }>>
  readonly counters?: Readonly<Record<string, string>>
  /** Raise letters to capitals. */
  readonly upper: boolean
}

export class XmlTables<L extends Layout> implements XmlHandler {
  /** By child: the code of its id. */
  readonly ids: Code[] = []
  private readonly tables: readonly Table[]
  private readonly making: readonly RowMaking[]
  private readonly upper: boolean
  private readonly idColumns: readonly number[]
  private readonly sharedColumns: readonly number[]
  private readonly sharedTable: number
  /** By table: the current row, -1 for none; and how many rows there were when the child began. */
  private readonly current: Int32Array
  private readonly before: Int32Array
  private owner = -1

  constructor(store: Store<L>, options: XmlTablesOptions<L>) {
    this.tables = store.tables
    this.upper = options.upper
    const place = (name: string) => store.tableNames.indexOf(name)
    this.making = store.tables.map((table) => {
      const held = options.held?.[table.name]
      const holder = held === undefined ? -1 : place(held.by)
      const inherits = (held?.takes ?? []).map((name) => ({
        column: table.column(name),
        from: store.tables[holder]!.column(name),
      }))
      return { holder, counter: table.column(options.counters?.[table.name] ?? ''), inherits }
    })
    this.idColumns = store.tables.map((table) => table.column(options.id))
    this.sharedColumns = store.tables.map((table) => table.column(options.shared?.column ?? ''))
    this.sharedTable = place(options.shared?.table ?? '')
    this.current = new Int32Array(store.tables.length).fill(-1)
    this.before = new Int32Array(store.tables.length)
  }

  open({ shape }: ElementNode): void {
    if (shape.owner) this.beginOwner()
    if (shape.row !== undefined) this.addRow(shape.row)
    if (shape.ensures !== undefined && !shape.owner) for (const table of shape.ensures) this.current[table] = -1
  }

  text({ shape }: ElementNode, bytes: Uint8Array, start: number, end: number): void {
    const { table, column } = shape.leaf!
    let row = this.current[table]!
    if (row === -1) {
      if (isBlank(bytes, start, end)) return
      row = this.addRow(table)
    }
    setCell(this.tables[table]!, row, column, bytes, start, end, this.upper)
  }

  close({ shape }: ElementNode): void {
    if (shape.ensures !== undefined)
      for (const table of shape.ensures) if (this.current[table] === -1) this.addRow(table)
    if (shape.owner) this.endOwner()
  }

  private beginOwner(): void {
    this.ids.push(blank)
    this.owner = this.ids.length - 1
    this.current.fill(-1)
    for (let table = 0; table < this.tables.length; table++) this.before[table] = this.tables[table]!.length
  }

  /** Every row of the child bears its id. */
  private endOwner(): void {
    const idTable = this.idColumns.findIndex(
      (column, table) => column !== -1 && this.rowsOf(table) > 0 && this.idIn(table),
    )
    const id = idTable === -1 ? blank : this.idOf(idTable)
    this.ids[this.owner] = id
    const shared = this.sharedTable === -1 || this.rowsOf(this.sharedTable) === 0 ? -1 : this.before[this.sharedTable]!
    for (let place = 0; place < this.tables.length; place++) {
      const table = this.tables[place]!
      const idColumn = this.idColumns[place]!
      const column = this.sharedColumns[place]!
      for (let row = this.before[place]!; row < table.length; row++) {
        if (idColumn !== -1) table.cells[idColumn]![row] = id
        if (column !== -1 && shared !== -1) this.share(table, row, column, shared)
      }
    }
    this.owner = -1
    this.current.fill(-1)
  }

  private share(table: Table, row: number, column: number, from: number): void {
    const source = this.tables[this.sharedTable]!
    if (source === table) return
    table.cells[column]![row] = source.cells[this.sharedColumns[this.sharedTable]!]![from]!
  }

  private rowsOf(table: number): number {
    return this.tables[table]!.length - this.before[table]!
  }

  private idOf(table: number): Code {
    return this.tables[table]!.cells[this.idColumns[table]!]![this.before[table]!]! as Code
  }

  private idIn(table: number): boolean {
    return this.idOf(table) !== blank
  }

  private addRow(place: number): number {
    const table = this.tables[place]!
    const { holder, counter, inherits } = this.making[place]!
    const above = holder === -1 ? -1 : this.current[holder]!
    const row = table.add(this.owner, above)
    if (counter !== -1) table.cells[counter]![row] = row - this.before[place]! + 1
    if (above !== -1) {
      const source = this.tables[holder]!
      for (const { column, from } of inherits) table.cells[column]![row] = source.cells[from]![above]!
    }
    this.current[place] = row
    return row
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 32) return false
  return true
}

/** Builds the shape of a message by the names of tables and columns. */
export function shapes<L extends Layout>(layout: L) {
  const names = Object.keys(layout)
  const table = (name: keyof L & string) => names.indexOf(name)
  const leafOf = (name: keyof L & string, column: string) => {
    const place = Object.keys(layout[name]!).indexOf(column)
    if (place === -1) throw new Error(`${name} has no column ${column}`)
    return { table: table(name), column: place }
  }
  return {
    table,
    /** An element whose text goes to a column; its own name differs where `element` is given. */
    leaf: (name: keyof L & string, column: string, element = column): ElementShape => ({
      name: element,
      leaf: leafOf(name, column),
    }),
    /** An element that is a row and its one value. */
    rowLeaf: (name: keyof L & string, column: string, element = column): ElementShape => ({
      name: element,
      row: table(name),
      leaf: leafOf(name, column),
    }),
    /** Elements for several columns of a table, named as they are. */
    leaves: (name: keyof L & string, columns: string): ElementShape[] =>
      columns.split(' ').map((column) => ({ name: column, leaf: leafOf(name, column) })),
    row: (name: keyof L & string, children: readonly ElementShape[], element: string = name): ElementShape => ({
      name: element,
      row: table(name),
      children,
    }),
    group: (name: string, children: readonly ElementShape[]): ElementShape => ({ name, children }),
  }
}
