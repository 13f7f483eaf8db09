/**
 * Runs the rules over a return. Each child is read once and every rule is asked about it; a rule that throws is taken
 * out, with all it found, and reported as not run with its reason.
 */
import { type Children, childrenOf, type RowReference, tableOf } from './child.ts'
import { closeVocabulary } from './codes.ts'
import { Findings } from './findings.ts'
import type { Child, Layout, Row } from './layout.ts'
import type { Collection, Flag, Flagged, Rule, WholeFlag } from './rule.ts'
import type { Store } from './store.ts'

export interface NotRun {
  readonly rule: string
  readonly why: string
}

/** A finding of a rule on the whole return: about the return, or about rows kept for the end. */
export interface WholeFinding {
  readonly rule: number
  readonly row?: RowReference
  readonly group: number
  readonly detail: string
}

export interface Checked<L extends Layout> {
  readonly store: Store<L>
  readonly collection: Collection
  readonly rules: readonly Rule<L>[]
  /** Codes of the rules that ran to the end. */
  readonly ran: readonly string[]
  readonly notRun: readonly NotRun[]
  readonly findings: Findings
  readonly whole: readonly WholeFinding[]
}

/** Why a rule cannot run on what was given; `undefined` when it can. */
export function whyNot<L extends Layout>(rule: Rule<L>, collection: Collection): string | undefined {
  const missing = rule.tables.filter((table) => !collection.has(table))
  if (missing.length > 0) return `It needs ${listed(missing.map(spoken))}, which ${was(missing.length)} not given.`
  for (const any of rule.anyOf ?? []) {
    if (!any.some((table) => collection.has(table)))
      return `It needs one of ${listed(any.map(spoken))}; none was given.`
  }
  for (const file of rule.files ?? []) {
    if (file === 'authority' && collection.authority === 0) return 'It needs the code of the authority (--authority).'
    if (file === 'providers' && collection.providers === undefined) {
      return 'It needs the list of homes and agencies (--providers).'
    }
    if (file === 'postcodes' && collection.postcodes === undefined)
      return 'It needs the list of postcodes (--postcodes).'
  }
  return undefined
}

const was = (count: number): string => (count === 1 ? 'was' : 'were')
const spoken = (need: string): string => (need.startsWith('last.') ? `last year's ${need.slice(5)}` : need)
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** Checks a return. With `only`, the one child of that number is checked (rules on the whole return are left out). */
export function check<L extends Layout>(
  store: Store<L>,
  rules: readonly Rule<L>[],
  collection: Collection,
  only?: number,
): Checked<L> {
  const run = new Run(store, rules, collection)
  if (only === undefined) {
    for (let child = 0; child < store.children; child++) run.visit(child)
    run.end()
  } else run.visit(only)
  return run.result()
}

const fewFindings = 32
/** One whole number for a row in a group: tables are fewer than 64, rows fewer than 2 to the 27th. */
const keyOf = (table: number, row: number, group: number): number => (group * 64 + table) * 2 ** 27 + row

/** One run of the rules over one store. */
export class Run<L extends Layout> {
  private readonly store: Store<L>
  private readonly rules: readonly Rule<L>[]
  private readonly collection: Collection
  private readonly findings = new Findings()
  private readonly whole: WholeFinding[] = []
  private readonly stopped = new Map<number, string>()
  private readonly children: Children<L>
  private readonly rowRules: number[][]
  private childRules: number[] = []
  /** By rule: the tables whose rows it may flag, one bit each. */
  private readonly flaggable: readonly number[]
  private readonly wholeRules = new Map<number, unknown>()
  private readonly flag: Flag<L>
  private groups = 0
  /** Where the findings of this child by this rule begin, and its groups by key. */
  private from = 0
  private rule = 0
  private child = 0
  private keys = new Map<string, number>()
  private places = new Map<number, number>()
  private placesFrom = -1

  constructor(store: Store<L>, rules: readonly Rule<L>[], collection: Collection) {
    this.store = store
    this.rules = rules
    this.collection = collection
    this.children = childrenOf(store)
    this.rowRules = store.tableNames.map(() => [])
    this.flag = this.makeFlag()
    this.flaggable = rules.map((rule) =>
      store.tableNames.reduce((bits, name, place) => bits | (rule.fields[name] === undefined ? 0 : 1 << place), 0),
    )
    rules.forEach((rule, place) => {
      const why = whyNot(rule, collection)
      if (why !== undefined) this.stopped.set(place, why)
      else if (rule.rowTable !== undefined) this.rowRules[store.tableNames.indexOf(rule.rowTable)]!.push(place)
      else if (rule.whole !== undefined) this.wholeRules.set(place, rule.whole.begin())
      else this.childRules.push(place)
    })
  }

  /** Asks every rule about one child. */
  visit(number: number): void {
    closeVocabulary(true)
    this.ask(number)
    closeVocabulary(false)
  }

  private ask(number: number): void {
    const child = this.children.at(number)
    this.child = number
    let present = 0
    for (let table = 0; table < this.rowRules.length; table++) {
      const { starts } = this.store.grouped[table]!
      if (starts[number] === starts[number + 1]) continue
      present |= 1 << table
      this.visitRows(child, table)
    }
    for (const place of this.childRules) {
      // A rule has nothing to flag where the child has no row in any of its tables.
      if ((this.flaggable[place]! & present) === 0) continue
      this.rule = place
      this.from = this.findings.length
      if (this.keys.size > 0) this.keys = new Map()
      try {
        this.rules[place]!.checkChild!(child, this.flag, this.collection)
      } catch (thrown) {
        this.stop(place, thrown)
      }
    }
    for (const [place, seen] of this.wholeRules) {
      try {
        this.rules[place]!.whole!.each(child, seen, this.collection)
      } catch (thrown) {
        this.stop(place, thrown)
      }
    }
  }

  /** Lets the rules on the whole return say what they found. */
  end(): void {
    for (const [place, seen] of this.wholeRules) {
      const flag: WholeFlag = {
        whole: (detail) => this.whole.push({ rule: place, group: 0, detail }),
        rows: (rows) => {
          const group = rows.length > 1 ? ++this.groups : 0
          for (const row of rows) this.whole.push({ rule: place, row, group, detail: '' })
        },
      }
      try {
        this.rules[place]!.whole!.end(seen, flag, this.collection)
      } catch (thrown) {
        this.stop(place, thrown)
      }
    }
  }

  result(): Checked<L> {
    if (this.stopped.size > 0) this.findings.retain((rule) => !this.stopped.has(rule))
    return {
      store: this.store,
      collection: this.collection,
      rules: this.rules,
      ran: this.rules.filter((_, place) => !this.stopped.has(place)).map((rule) => rule.code),
      notRun: [...this.stopped]
        .sort(([a], [b]) => a - b)
        .map(([place, why]) => ({ rule: this.rules[place]!.code, why })),
      findings: this.findings,
      whole: this.whole.filter((finding) => !this.stopped.has(finding.rule)),
    }
  }

  private visitRows(child: Child<L>, table: number): void {
    const places = this.rowRules[table]!
    const rows: readonly Row<L>[] = child[this.store.tableNames[table]!]
    for (const row of rows) {
      for (let i = 0; i < places.length; i++) {
        const place = places[i]!
        try {
          if (this.rules[place]!.checkRow!(row, this.collection, child)) {
            this.rule = place
            this.add(row, 0, undefined)
          }
        } catch (thrown) {
          this.stop(place, thrown)
          i--
        }
      }
    }
  }

  private stop(place: number, thrown: unknown): void {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    this.stopped.set(place, `It failed on the child ${JSON.stringify(this.idOf())}: ${reason}`)
    for (const places of this.rowRules) {
      const at = places.indexOf(place)
      if (at !== -1) places.splice(at, 1)
    }
    this.childRules = this.childRules.filter((other) => other !== place)
    this.wholeRules.delete(place)
  }

  private idOf(): string {
    return this.store.children > this.child ? this.children.at(this.child).id : ''
  }

  private makeFlag(): Flag<L> {
    const one = (flagged: Flagged<L>, clash?: Row<L>) => this.add(flagged, 0, clash)
    const together = (rows: readonly Flagged<L>[], key?: string) => {
      let group = key === undefined ? undefined : this.keys.get(key)
      if (group === undefined) {
        group = ++this.groups
        if (key !== undefined) this.keys.set(key, group)
      }
      for (const row of rows) this.add(row, group, undefined)
    }
    return Object.assign(one, { together })
  }

  private add(flagged: Flagged<L>, group: number, clash: Row<L> | undefined): void {
    const plain = 'table' in flagged
    const row = plain ? flagged : flagged.row
    const table = this.store.tableNames.indexOf(row.table)
    const fields = plain ? 0 : this.mask(table, flagged.fields)
    const from = this.rules[this.rule]!.rowTable === undefined ? this.from : this.findings.length
    const known = this.placeOf(from, table, row.row, group)
    if (known !== -1) {
      this.findings.widen(known, fields)
      return
    }
    this.findings.add({
      rule: this.rule,
      child: this.child,
      table,
      row: row.row,
      group,
      fields,
      clashTable: clash === undefined ? -1 : this.clashTable(clash),
      clashRow: clash === undefined ? -1 : clash.row,
    })
  }

  /** Where this child's findings of this rule hold the row already; -1 if not. Few are looked through; many are kept by key. */
  private placeOf(from: number, table: number, row: number, group: number): number {
    const count = this.findings.length - from
    if (count < fewFindings) return this.findings.find(from, table, row, group)
    if (this.placesFrom !== from) {
      this.placesFrom = from
      this.places = new Map()
      for (let place = from; place < this.findings.length; place++) {
        const known = this.findings.at(place)
        this.places.set(keyOf(known.table, known.row, known.group), place)
      }
    }
    const key = keyOf(table, row, group)
    const known = this.places.get(key)
    if (known === undefined) this.places.set(key, this.findings.length)
    return known ?? -1
  }

  /** The number of a table; of last year's tables, counted on after this year's. */
  private clashTable(clash: Row<L>): number {
    const table = this.store.tableNames.indexOf(clash.table)
    return tableOf(clash) === this.store.tables[table] ? table : table + this.store.tables.length
  }

  private mask(table: number, fields: readonly string[]): number {
    const { columns } = this.store.tables[table]!
    return fields.reduce((bits, field) => bits | (1 << columns.indexOf(field)), 0)
  }
}
