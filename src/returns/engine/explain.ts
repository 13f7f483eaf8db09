/** Makes sentences of findings: what is wrong, the value, the value it clashes with, and what would mend it. */
import type { Code } from './codes.ts'
import type { Finding } from './findings.ts'
import type { Layout } from './layout.ts'
import type { Rule, Severity } from './rule.ts'
import type { Checked, WholeFinding } from './run.ts'
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
  const explainer = new Explainer(checked)
  for (let place = 0; place < checked.findings.length; place++) yield explainer.at(place)
  for (const finding of checked.whole) yield explainer.whole(finding)
}

/** The columns of one table of one year that a rule quotes. */
interface Quote {
  readonly key: string
  readonly place: number
  readonly isLast: boolean
  readonly columns: readonly number[]
}

/** The JSON of every finding, in the same order: made straight from the columns, because returns have half a million. */
export function* explainedAsJson<L extends Layout>(checked: Checked<L>): Generator<string> {
  const explainer = new Explainer(checked)
  for (let place = 0; place < checked.findings.length; place++) yield explainer.json(place)
  for (const finding of checked.whole) yield JSON.stringify(explainer.whole(finding))
}

/** What is the same in all sentences of a rule. */
interface RuleWords {
  readonly rule: Rule<Layout>
  readonly meaning: string
  readonly mend: string
  readonly quotes: readonly Quote[]
  /** By table number: the names and the numbers of the columns the rule speaks of. */
  readonly fields: readonly (readonly string[])[]
  readonly columns: readonly (readonly number[])[]
  /** By table number: the JSON of a finding up to its row; and its fields up to the values in the message. */
  readonly jsonHeads: readonly string[]
  readonly jsonFields: readonly string[]
  readonly jsonMend: string
}

/** How many other rows of a group are quoted. */
const companionsMax = 3
/** How far from a finding they are looked for: a broken file can give one child a hundred thousand. */
const companionsWithin = 200
const none: readonly never[] = []
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON must escape them
const needsEscape = /["\\\u0000-\u001f]/

/** Makes sentences of the findings of one check; what they share is worked out once for each rule. */
export class Explainer<L extends Layout> {
  private readonly checked: Checked<L>
  private readonly words: (RuleWords | undefined)[] = []
  /** The child of the finding before, and its id as JSON. */
  private lastChild = -1
  private lastId = ''

  constructor(checked: Checked<L>) {
    this.checked = checked
  }

  /** The finding of that number. */
  at(place: number): Explained {
    const { store, findings } = this.checked
    const finding = findings.at(place)
    const words = this.wordsOf(finding.rule)
    const table = store.tables[finding.table]!
    const values = this.allValues(finding, words, place)
    const row = table.rowInFile(finding.row)
    const child = store.pool.text(store.ids[finding.child]! as Code)
    const { code: rule, severity } = words.rule
    const fields = this.fieldsOf(finding)
    const message = `${words.meaning}${values === '' ? '' : ` ${values}`} ${words.mend}`
    return finding.group === 0
      ? { rule, severity, table: table.name, row, child, fields, message }
      : { rule, severity, table: table.name, row, child, fields, message, group: finding.group }
  }

  /** The JSON of the finding of that number: the same as `JSON.stringify(at(place))`, at a third of the cost. */
  json(place: number): string {
    const { store, findings } = this.checked
    const finding = findings.at(place)
    const words = this.wordsOf(finding.rule)
    if (finding.child !== this.lastChild) {
      this.lastChild = finding.child
      this.lastId = JSON.stringify(store.pool.text(store.ids[finding.child]! as Code))
    }
    const values = this.allValues(finding, words, place)
    const row = store.tables[finding.table]!.rowInFile(finding.row)
    const fields =
      finding.fields === 0 ? words.jsonFields[finding.table]! : this.jsonFields(words, this.fieldsOf(finding))
    const group = finding.group === 0 ? '' : `,"group":${finding.group}`
    const told = values === '' ? '' : ` ${needsEscape.test(values) ? JSON.stringify(values).slice(1, -1) : values}`
    return `${words.jsonHeads[finding.table]}${row},"child":${this.lastId}${fields}${told}${words.jsonMend}${group}}`
  }

  private jsonFields({ meaning }: { readonly meaning: string }, fields: readonly string[]): string {
    return `,"fields":${JSON.stringify(fields)},"message":${JSON.stringify(meaning).slice(0, -1)}`
  }

  /** The values of the row, of the rows that make the finding with it, and of what it clashes with. */
  private allValues(finding: Finding, words: RuleWords, place: number): string {
    const table = this.checked.store.tables[finding.table]!
    let values = this.valuesOf(table, finding.row, this.columnsOf(finding))
    if (finding.group !== 0) values += this.companions(finding, place)
    return values + (finding.clashRow === -1 ? this.clashes(finding, words) : this.clash(finding, words))
  }

  /** A finding of a rule on the whole return. */
  whole({ rule: number, row: kept, group, detail }: WholeFinding): Explained {
    const words = this.wordsOf(number)
    const { code: rule, severity } = words.rule
    if (kept === undefined) {
      return { rule, severity, fields: none, message: `${words.meaning} ${stopped(detail)} ${words.mend}` }
    }
    const { table, row } = kept
    const { store } = this.checked
    const fields = words.rule.fields[table.name] ?? none
    const values = this.valuesOf(
      table,
      row,
      fields.map((field) => table.column(field)),
    )
    const child = store.pool.text(store.ids[table.owners[row]!]! as Code)
    const message = `${words.meaning} ${values} ${words.mend}`
    const own = { rule, severity, table: table.name, row: table.rowInFile(row), child, fields, message }
    return group === 0 ? own : { ...own, group }
  }

  private wordsOf(number: number): RuleWords {
    const known = this.words[number]
    if (known !== undefined) return known
    const { store, rules } = this.checked
    // A rule of a certain layout is one of some layout: names are only looked up here.
    const rule = rules[number] as unknown as Rule<Layout>
    const quotes = Object.entries(rule.against ?? {}).map(([key, names = none]) => {
      const isLast = key.startsWith('last.')
      const place = store.tables.findIndex((table) => table.name === key.replace('last.', ''))
      return { key, place, isLast, columns: names.map((name) => store.tables[place]!.column(name)) }
    })
    const fields = store.tables.map((table) => rule.fields[table.name] ?? none)
    const columns = store.tables.map((table, place) => fields[place]!.map((name) => table.column(name)))
    const meaning = stopped(rule.meaning)
    const mend = stopped(rule.mend)
    const words = {
      rule,
      meaning,
      mend,
      quotes,
      fields,
      columns,
      jsonHeads: store.tables.map(
        ({ name }) => `{"rule":${JSON.stringify(rule.code)},"severity":"${rule.severity}","table":"${name}","row":`,
      ),
      jsonFields: fields.map((names) => this.jsonFields({ meaning }, names)),
      jsonMend: JSON.stringify(` ${mend}`).slice(1),
    }
    this.words[number] = words
    return words
  }

  /** The columns a finding speaks of. */
  private columnsOf(finding: Finding): readonly number[] {
    const words = this.wordsOf(finding.rule)
    if (finding.fields === 0) return words.columns[finding.table]!
    const { columns } = this.checked.store.tables[finding.table]!
    return columns.map((_, column) => column).filter((column) => (finding.fields & (1 << column)) !== 0)
  }

  private fieldsOf(finding: Finding): readonly string[] {
    if (finding.fields === 0) return this.wordsOf(finding.rule).fields[finding.table]!
    const { columns } = this.checked.store.tables[finding.table]!
    return this.columnsOf(finding).map((column) => columns[column]!)
  }

  /** The values of the other rows of the same group. They stand close by: a rule's findings of a child are in one run. */
  private companions(own: Finding, place: number): string {
    const { findings, store } = this.checked
    const inRun = (at: number) =>
      at >= 0 && at < findings.length && findings.rule(at) === own.rule && findings.child(at) === own.child
    let from = place
    while (place - from < companionsWithin && inRun(from - 1)) from--
    let text = ''
    let quoted = 0
    for (let at = from; quoted < companionsMax && at < place + companionsWithin && inRun(at); at++) {
      if (at === place || findings.group(at) !== own.group) continue
      const other = findings.at(at)
      text += this.quote(store.tables[other.table]!, other.row, this.columnsOf(other), false)
      quoted++
    }
    return text
  }

  /** The row that the rule named as the one it clashes with. */
  private clash({ clashTable, clashRow }: Finding, words: RuleWords): string {
    const { store } = this.checked
    const isLast = clashTable >= store.tables.length
    const place = isLast ? clashTable - store.tables.length : clashTable
    const table = (isLast ? store.last : store.tables)[place]!
    const quote =
      words.quotes.find((one) => one.place === place && one.isLast === isLast) ??
      words.quotes.find((one) => one.place === place)
    return this.quote(table, clashRow, quote?.columns ?? words.columns[place]!, isLast)
  }

  /** The first row of the child in each table that the rule quotes. */
  private clashes({ child, table }: Finding, { quotes }: RuleWords): string {
    const { store } = this.checked
    let text = ''
    for (const { place, isLast, columns } of quotes) {
      if (place === table && !isLast) continue
      const { table: quoted, starts, rows } = (isLast ? store.groupedLast : store.grouped)[place]!
      if (starts[child] !== starts[child + 1]) text += this.quote(quoted, rows[starts[child]!]!, columns, isLast)
    }
    return text
  }

  private quote(table: Table, row: number, columns: readonly number[], isLast: boolean): string {
    if (columns.length === 0) return ''
    const where = isLast ? `last year's ${table.name}` : table.name
    return ` In ${where} row ${table.rowInFile(row)}: ${this.valuesOf(table, row, columns)}`
  }

  private valuesOf(table: Table, row: number, columns: readonly number[]): string {
    let text = ''
    for (const column of columns) {
      const value = table.text(row, column)
      text += `${text === '' ? '' : ', '}${table.columns[column]} is ${value === '' ? 'blank' : value}`
    }
    return text === '' ? '' : `${text}.`
  }
}

const stopped = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
