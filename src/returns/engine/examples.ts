/**
 * How rules are tried: small tables written as text, in which the rows that must be flagged bear a `!`.
 *
 *     { Episodes: `
 *         CHILD  DECOM       RNE
 *         1      01/05/2025  S
 *       ! 2      01/05/2025  Q ` }
 *
 * Cells are separated by spaces; `.` is an empty cell and `~` a space inside one. Rows count as their line order.
 */
import type { Layout, TableName } from './layout.ts'
import type { Rule } from './rule.ts'
import { type Checked, check } from './run.ts'
import type { Store } from './store.ts'

export interface TextTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Numbers of the rows that must be flagged. */
  readonly marked: readonly number[]
}

/** One example of a rule: tables by name, and what is expected. */
export type Example<L extends Layout> = { readonly [T in TableName<L>]?: string } & {
  /** What the example shows. */
  readonly shows?: string
  /** The year in which the period ends; left out: the last year of the rule, or the newest. */
  readonly year?: number
  readonly last?: { readonly [T in TableName<L>]?: string }
  /** For rules that speak of the whole return: whether it must be flagged. */
  readonly whole?: boolean
  /** The rule must be reported as not run. */
  readonly notRun?: boolean
  /** Rows that must be in one group, as `Table 0, Table 2`; several groups separated by `;`. */
  readonly groups?: string
  readonly authority?: string
  /** The text of a CSV of homes and agencies, and of one of postcodes. */
  readonly providers?: string
  readonly postcodes?: string
}

export type Examples<L extends Layout> = Readonly<Record<string, readonly Example<L>[]>>

/** Reads one of the tables above. */
export function readExampleTable(text: string): TextTable {
  const lines = text.split('\n').map((line) => line.trim())
  const [head, ...body] = lines.filter((line) => line !== '')
  const marked: number[] = []
  const rows = body.map((line, number) => {
    if (line.startsWith('!')) marked.push(number)
    const cells = line.replace(/^!/, '').trim().split(/\s+/)
    return cells.map((cell) => (cell === '.' ? '' : cell.replaceAll('~', ' ')))
  })
  const columns = (head ?? '').split(/\s+/)
  const wrong = rows.find((row) => row.length !== columns.length)
  if (wrong !== undefined) throw new Error(`"${wrong.join(' ')}" has ${wrong.length} cells for ${columns.join(' ')}`)
  return { columns, rows, marked }
}

/** What each return brings to try its rules: how to load an example, as a reader of files would. */
export interface Kit<L extends Layout> {
  readonly newestYear: number
  load(example: Example<L>, year: number): { store: Store<L>; collection: Parameters<typeof check>[2] }
}

export interface Tried {
  /** `Table row` of what was flagged and of what should have been, sorted. */
  readonly flagged: readonly string[]
  readonly expected: readonly string[]
  /** How many rows of the tables it flags were not to be flagged. */
  readonly passed: number
  readonly whole: boolean
  readonly notRun: string | undefined
  /** The groups found, each `Table row, Table row`. */
  readonly groups: readonly string[]
}

/** Runs one rule on one example. */
export function tryExample<L extends Layout>(kit: Kit<L>, rule: Rule<L>, example: Example<L>): Tried {
  const year = example.year ?? rule.years.to ?? kit.newestYear
  const { store, collection } = kit.load(example, year)
  const checked = check(store, [rule], collection)
  const expected = store.tableNames.flatMap((name) => tableOf(example, name).marked.map((row) => `${name} ${row}`))
  const inTables = store.tableNames
    .filter((name) => rule.fields[name] !== undefined)
    .reduce((count, name) => count + tableOf(example, name).rows.length, 0)
  return {
    ...flaggedOf(checked),
    expected: expected.sort(),
    passed: inTables - expected.length,
    notRun: checked.notRun[0]?.why,
  }
}

function tableOf<L extends Layout>(example: Example<L>, name: TableName<L>): TextTable {
  const text: string | undefined = example[name]
  return text === undefined ? { columns: [], rows: [], marked: [] } : readExampleTable(text)
}

function flaggedOf<L extends Layout>(checked: Checked<L>): Pick<Tried, 'flagged' | 'whole' | 'groups'> {
  const flagged = new Set<string>()
  const groups = new Map<number, string[]>()
  const note = (place: string, group: number) => {
    flagged.add(place)
    if (group !== 0) groups.set(group, [...(groups.get(group) ?? []), place])
  }
  for (let i = 0; i < checked.findings.length; i++) {
    const { table, row, group } = checked.findings.at(i)
    note(`${checked.store.tableNames[table]} ${row}`, group)
  }
  for (const { row, group } of checked.whole) if (row !== undefined) note(`${row.table.name} ${row.row}`, group)
  return {
    flagged: [...flagged].sort(),
    whole: checked.whole.some((finding) => finding.row === undefined),
    groups: [...groups.values()].map((places) => places.sort().join(', ')).sort(),
  }
}
