/** Makes sentences of findings: what is wrong, the value, the value it clashes with, and what would mend it. */
import type { Code } from './codes.ts'
import type { Finding } from './findings.ts'
import type { Layout } from './layout.ts'
import type { Rule, Severity } from './rule.ts'
import type { Checked } from './run.ts'
import type { Table } from './table.ts'

/** A finding as it is reported. `row` and `table` are absent where it is about the whole return. */
export interface Explained {
  readonly rule: string
  readonly severity: Severity
  readonly table?: string
  readonly row?: number
  readonly child?: string
  readonly fields: readonly string[]
  readonly message: string
  readonly group?: number
}

/** Every finding in a report: children in the order of the files, then the whole return. */
export function* explained<L extends Layout>(checked: Checked<L>): Generator<Explained> {
  for (let place = 0; place < checked.findings.length; place++) yield explain(checked, place)
  for (const { rule: number, row, group, detail } of checked.whole) {
    const rule = checked.rules[number]!
    if (row === undefined) {
      yield { rule: rule.code, severity: rule.severity, fields: [], message: sentence(rule, [detail]) }
      continue
    }
    const fields = rule.fields[row.table] ?? []
    const values = fields.map((field) => `${field} is ${quoted(row.cells[field] ?? '')}`)
    yield {
      rule: rule.code,
      severity: rule.severity,
      table: row.table,
      row: row.row,
      child: row.child,
      fields,
      message: sentence(rule, [values.join(', ')]),
      ...(group === 0 ? {} : { group }),
    }
  }
}

/** The finding of that number. */
export function explain<L extends Layout>(checked: Checked<L>, place: number): Explained {
  const { store } = checked
  const finding = checked.findings.at(place)
  const rule = checked.rules[finding.rule]!
  const table = store.tables[finding.table]!
  const name = store.tableNames[finding.table]!
  const fields = fieldsOf(checked, finding)
  const parts = [valuesOf(table, finding.row, fields)]
  if (finding.group !== 0) parts.push(...companions(checked, place))
  parts.push(
    ...(finding.clashRow === -1 ? clashes(checked, rule, finding.child, name) : [clash(checked, rule, finding)]),
  )
  return {
    rule: rule.code,
    severity: rule.severity,
    table: name,
    row: table.rowInFile(finding.row),
    child: store.pool.text(store.ids[finding.child]! as Code),
    fields,
    message: sentence(rule, parts),
    ...(finding.group === 0 ? {} : { group: finding.group }),
  }
}

/** How many other rows of a group are quoted. */
const companionsMax = 3

/** The values of the other rows of the same group. They stand close by: a rule's findings of a child are in one run. */
function companions<L extends Layout>(checked: Checked<L>, place: number): string[] {
  const { findings, store } = checked
  const own = findings.at(place)
  const inRun = (at: number) =>
    at >= 0 && at < findings.length && findings.rule(at) === own.rule && findings.child(at) === own.child
  let from = place
  while (inRun(from - 1)) from--
  const parts: string[] = []
  for (let at = from; inRun(at) && parts.length < companionsMax; at++) {
    const other = findings.at(at)
    if (at === place || other.group !== own.group) continue
    const table = store.tables[other.table]!
    const fields = fieldsOf(checked, other)
    if (fields.length > 0)
      parts.push(`In ${table.name} row ${table.rowInFile(other.row)}: ${valuesOf(table, other.row, fields)}`)
  }
  return parts
}

/** The columns a finding speaks of. */
function fieldsOf<L extends Layout>({ store, rules }: Checked<L>, finding: Finding): readonly string[] {
  const { columns } = store.tables[finding.table]!
  if (finding.fields !== 0) return columns.filter((_, column) => (finding.fields & (1 << column)) !== 0)
  return rules[finding.rule]!.fields[store.tableNames[finding.table]!] ?? []
}

/** The row that the rule named as the one it clashes with. */
function clash<L extends Layout>({ store }: Checked<L>, rule: Rule<L>, finding: Finding): string {
  const isLast = finding.clashTable >= store.tables.length
  const place = isLast ? finding.clashTable - store.tables.length : finding.clashTable
  const table = (isLast ? store.last : store.tables)[place]!
  const quotes: Readonly<Record<string, readonly string[] | undefined>> = rule.against ?? {}
  const columns =
    quotes[isLast ? `last.${table.name}` : table.name] ?? quotes[table.name] ?? rule.fields[table.name] ?? []
  return `In ${spoken(table.name, isLast)} row ${table.rowInFile(finding.clashRow)}: ${valuesOf(table, finding.clashRow, columns)}`
}

/** The first row of the child in each table that the rule quotes. */
function clashes<L extends Layout>({ store }: Checked<L>, rule: Rule<L>, child: number, flagged: string): string[] {
  return Object.entries(rule.against ?? {}).flatMap(([key, columns]: [string, readonly string[] | undefined]) => {
    const isLast = key.startsWith('last.')
    const place = store.tables.findIndex((table) => table.name === key.replace('last.', ''))
    const { table, starts, rows } = (isLast ? store.groupedLast : store.grouped)[place]!
    if (columns === undefined || key === flagged || starts[child] === starts[child + 1]) return []
    return [`In ${spoken(table.name, isLast)}: ${valuesOf(table, rows[starts[child]!]!, columns)}`]
  })
}

const spoken = (table: string, isLast: boolean): string => (isLast ? `last year's ${table}` : table)

const valuesOf = (table: Table, row: number, fields: readonly string[]): string =>
  fields.map((field) => `${field} is ${quoted(table.text(row, table.column(field)))}`).join(', ')

const quoted = (text: string): string => (text === '' ? 'blank' : text)

const sentence = <L extends Layout>(rule: Rule<L>, parts: readonly string[]): string =>
  `${[rule.meaning, ...parts.filter((part) => part !== '').map(stopped), rule.mend].map(stopped).join(' ')}`

const stopped = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
