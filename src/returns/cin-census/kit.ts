/**
 * How examples of CIN census rules are loaded. Beside the columns of the layout an example may write
 * - `child`: which Child element the row stands in (left out: the LAchildID, or child `1`)
 * - `in`: the row number of the element that holds it (left out: the child's CINdetails with the same CINdetailsID, or its
 *   first; for AssessmentFactorsList and Reviews likewise the assessment or the plan).
 * The numbers CINdetailsID, AssessmentID and CPPID are counted where they are not written, and a Header with 31 March of
 * the year is added where the example has none.
 */
import type { Code } from '../engine/codes.ts'
import { type Example, type Kit, readExampleTable } from '../engine/examples.ts'
import { Store } from '../engine/store.ts'
import type { Table } from '../engine/table.ts'
import { collectionOf } from './collection.ts'
import { type CinCensus, cinCensus } from './layout.ts'

export const newestYear = 2026

export const kit: Kit<CinCensus> = {
  newestYear,
  load(example, year) {
    const store = new Store(cinCensus, 'yyyy-mm-dd')
    const header = `Collection Year ReferenceDate\n CIN ${year} ${year}-03-31`
    fill(store, { ...example, Header: example.Header ?? header })
    return { store, collection: collectionOf(store, { year }) }
  },
}

/** The table whose rows hold this table's, and the number by which they are told apart. */
const holders: Readonly<
  Record<string, readonly [table: 'CINdetails' | 'Assessments' | 'ChildProtectionPlans', id: string]>
> = {
  Assessments: ['CINdetails', 'CINdetailsID'],
  AssessmentFactorsList: ['Assessments', 'AssessmentID'],
  CINplanDates: ['CINdetails', 'CINdetailsID'],
  Section47: ['CINdetails', 'CINdetailsID'],
  ChildProtectionPlans: ['CINdetails', 'CINdetailsID'],
  Reviews: ['ChildProtectionPlans', 'CPPID'],
  PreProceedingsandFGDM: ['CINdetails', 'CINdetailsID'],
}

/** The number that counts a table's own rows within the child. */
const counters: Readonly<Record<string, string>> = {
  CINdetails: 'CINdetailsID',
  Assessments: 'AssessmentID',
  ChildProtectionPlans: 'CPPID',
}

function fill(store: Store<CinCensus>, example: Example<CinCensus>): void {
  const owners = new Map<string, number>()
  const ids: Code[] = []
  const owner = (key: string, id: string): number => {
    const known = owners.get(key)
    if (known !== undefined) return known
    owners.set(key, ids.length)
    ids.push(store.pool.intern(id))
    return ids.length - 1
  }
  for (const name of store.tableNames) {
    const table = store.table(name)
    store.supply(name, table.columns)
    const text = example[name]
    if (text === undefined) continue
    const { columns, rows } = readExampleTable(text)
    const unknown = columns.find((column) => column !== 'child' && column !== 'in' && table.column(column) === -1)
    if (unknown !== undefined) throw new Error(`${name} has no column ${unknown}`)
    for (const cells of rows) {
      const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
      const id = columns.includes('LAchildID') ? cell('LAchildID') : cell('child') || '1'
      const child = name === 'Header' ? -1 : owner(cell('child') || id || `blank ${table.length}`, id)
      const row = table.add(child)
      columns.forEach((column, i) => {
        if (table.column(column) !== -1) table.setText(row, table.column(column), cells[i]!)
      })
      if (name !== 'Header' && !columns.includes('LAchildID')) table.setText(row, table.column('LAchildID'), id)
      number(table, row)
      place(store, table, row, cell('in'))
      if (name === 'AssessmentFactorsList') gather(store.table('Assessments'), table, row)
    }
  }
  store.groupByOwner(ids)
}

/** Counts the row within its child where the example does not. */
function number(table: Table, row: number): void {
  const counter = counters[table.name]
  if (counter === undefined || table.text(row, table.column(counter)) !== '') return
  const before = Array.from({ length: row }, (_, other) => other)
  const same = before.filter((other) => table.owners[other] === table.owners[row])
  table.set(row, table.column(counter), same.length + 1)
}

/** Finds the element that holds the row. */
function place(store: Store<CinCensus>, table: Table, row: number, written: string): void {
  const holder = holders[table.name]
  if (holder === undefined) return
  const [name, id] = holder
  const above = store.table(name)
  const wanted = table.text(row, table.column(id))
  const parent =
    written !== ''
      ? Number(written)
      : Array.from({ length: above.length }, (_, other) => other).find(
          (other) =>
            above.owners[other] === table.owners[row] &&
            (wanted === '' || above.text(other, above.column(id)) === wanted),
        )
  if (parent === undefined) return
  table.parents[row] = parent
  for (const shared of ['CINdetailsID', id]) {
    const value = above.cells[above.column(shared)]![parent]!
    if (table.column(shared) !== -1 && table.text(row, table.column(shared)) === '') {
      table.set(row, table.column(shared), value)
    }
  }
}

/** The assessment names all its factors in one cell too. */
function gather(assessments: Table, list: Table, row: number): void {
  const assessment = list.parents[row]!
  if (assessment < 0) return
  const column = assessments.column('AssessmentFactors')
  const factor = list.text(row, list.column('AssessmentFactor'))
  const together = `${assessments.text(assessment, column)} ${factor}`.trim()
  assessments.set(assessment, column, assessments.pool.intern(together))
}
