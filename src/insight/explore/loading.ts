/** Filling the columns from the projections: all of them at once, or the rows of some children again. */
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Day, dayNumber } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { districtOf, type Postcode } from '../../core/people/addresses.ts'
import { ageBandOn } from './age-bands.ts'
import { type ChildRow, type Columns, type Fact, type MeasureColumns, MonthsByDay, noChild, noDay } from './columns.ts'
import { needFrom, protectedDistrict } from './dimensions.ts'

/** Null for all: a list of records otherwise. */
type Which = readonly number[] | null

// Written so that one statement serves both: PostgreSQL folds the null away.
const children = statement<ChildRow>(
  'explore-children',
  `select p.record, p.born, p.sex, p.ethnicity, p.school from person p
   where ($1::integer[] is null or p.record = any($1::integer[])) and exists (select from episode e where e.record = p.record)
   order by p.record`,
)

interface AddressRow {
  readonly record: number
  readonly since: Day | null
  readonly until: Day | null
  readonly postcode: string | null
  readonly protected: boolean
}

const addresses = statement<AddressRow>(
  'explore-addresses',
  `select a.record, a.since, a.until, a.postcode, a.protected from address a
   where a.kind = 'home' and ($1::integer[] is null or a.record = any($1::integer[]))
     and exists (select from episode e where e.record = a.record)
   order by a.record, a.since nulls first, a.position`,
)

interface NeedRow {
  readonly record: number
  readonly day: Day
  readonly kind: string
}

const needs = statement<NeedRow>(
  'explore-needs',
  `select l.record, l.day, l.kind from listed l
   where l.pathway = $2 and l.step = any($3::text[]) and l.kind is not null and l.day is not null
     and ($1::integer[] is null or l.record = any($1::integer[]))
   order by l.record, l.day, l.position`,
)

interface ChildrenRead {
  readonly people: readonly ChildRow[]
  readonly lived: readonly AddressRow[]
  readonly referred: readonly NeedRow[]
}

async function readChildren(on: Queryable, which: Which): Promise<ChildrenRead> {
  return {
    people: await query(on, children, [which]),
    lived: await query(on, addresses, [which]),
    referred: await query(on, needs, [which, needFrom.pathway, needFrom.steps]),
  }
}

/** The children and what held of them, before any fact is added: a fact takes its groups from them. */
function setChildren(columns: Columns, { people, lived, referred }: ChildrenRead): void {
  const { children: all } = columns
  const asked = people.map((row) => all.set(row))
  // Who has moved nowhere and was never referred is told so, because a correction may have taken either away.
  for (const child of asked) {
    all.addressed.set(child, [])
    all.needed.set(child, [])
  }
  const childOf = (record: number): number => all.indexOf.get(record) ?? noChild
  for (const [record, rows] of runsOf(lived))
    if (childOf(record) !== noChild)
      all.addressed.set(
        childOf(record),
        rows.map((row) => addressSpell(columns, row)),
      )
  const needSpell = ({ day, kind }: NeedRow) => ({ since: dayNumber(day), until: noDay, code: all.needs.codeOf(kind) })
  for (const [record, rows] of runsOf(referred))
    if (childOf(record) !== noChild) all.needed.set(childOf(record), rows.map(needSpell))
}

export async function loadChildren(on: Queryable, columns: Columns): Promise<void> {
  setChildren(columns, await readChildren(on, null))
}

function addressSpell({ children: { districts } }: Columns, row: AddressRow) {
  // The register refuses a postcode that is none.
  const district = row.postcode === null ? null : districtOf(row.postcode as Postcode)
  return {
    since: row.since === null ? noDay : dayNumber(row.since),
    until: row.until === null ? noDay : dayNumber(row.until),
    code: districts.codeOf(row.protected ? protectedDistrict : district),
  }
}

/** Rows in order of their record, a run for each. */
function* runsOf<Row extends { readonly record: number }>(rows: readonly Row[]): Generator<[number, readonly Row[]]> {
  if (rows.length === 0) return
  let start = 0
  for (let i = 1; i <= rows.length; i++) {
    const { record } = rows[start]!
    if (i < rows.length && rows[i]!.record === record) continue
    yield [record, rows.slice(start, i)]
    start = i
  }
}

/** Adds a fact with the groups of its child on its day. Facts of a record without a person count without attributes. */
export function factAdder(
  columns: Columns,
): (facts: MeasureColumns, record: number, fact: Omit<Fact, 'child'>) => void {
  const months = new MonthsByDay()
  const { children: all } = columns
  return (facts, record, fact) => {
    const child = all.indexOf.get(record) ?? all.set({ record, born: null, sex: 'U', ethnicity: 'NOBT', school: null })
    const { day } = fact
    const age = ageBandOn(all.born[child]!, day)
    facts.add({ ...fact, child }, months.of(day), age, all.addressed.at(child, day), all.needed.at(child, day))
  }
}

const factColumns = `record, key, day - date '1970-01-01' as day, denominator, numerator, team`

/** Every fact of every measure, by COPY: a million rows as objects would cost more than all that is asked of them. */
export async function loadFacts(on: pg.ClientBase, columns: Columns): Promise<void> {
  const add = factAdder(columns)
  for (const facts of columns.measures.values()) {
    const sql = `select ${factColumns} from contribution where measure = ${quoted(facts.measure.id)}`
    await copyNumbers(on, sql, 6, ([record, key, day, denominator, numerator, team]) =>
      add(facts, record!, {
        key: key!,
        day: day!,
        denominator: denominator!,
        numerator: numerator!,
        team: columns.teams.codeOf(team ?? null),
      }),
    )
    facts.sortByDay()
  }
}

interface FactRow {
  readonly measure: string
  readonly record: number
  readonly key: number
  readonly day: number
  readonly denominator: number
  readonly numerator: number
  readonly team: number | null
}

const factsOfRecords = statement<FactRow>(
  'explore-facts',
  `select measure, ${factColumns} from contribution where measure = any($1::text[]) and record = any($2::integer[])
   order by record, key`,
)

/** Reads some children again and gives what puts them in place, at once and without waiting for anything. */
export async function readAgain(on: Queryable, columns: Columns, records: readonly number[]): Promise<() => number> {
  const read = await readChildren(on, records)
  const rows = await query(on, factsOfRecords, [[...columns.measures.keys()], records])
  return () => {
    setChildren(columns, read)
    const marked = new Uint8Array(columns.children.length)
    for (const record of records) {
      const child = columns.children.indexOf.get(record)
      if (child !== undefined) marked[child] = 1
    }
    let taken = 0
    for (const facts of columns.measures.values()) taken += facts.takeBack(marked)
    const add = factAdder(columns)
    for (const { measure, record, team, ...fact } of rows) {
      const facts = columns.measures.get(measure)
      if (facts !== undefined) add(facts, record, { ...fact, team: columns.teams.codeOf(team) })
    }
    return taken
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const [tab, newline, minus, zero] = [9, 10, 45, 48]
const backslash = 92

/** Rows of whole numbers as PostgreSQL's COPY text has them; null where a cell is `\N`. The row given is used again. */
async function copyNumbers(
  on: pg.ClientBase,
  select: string,
  width: number,
  take: (row: readonly (number | null)[]) => void,
): Promise<void> {
  const row: (number | null)[] = new Array(width).fill(0)
  let cell = 0
  let value = 0
  let isNegative = false
  let isNull = false
  for await (const chunk of on.query(copyTo(`copy (${select}) to stdout`)) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === tab || byte === newline) {
        row[cell] = isNull ? null : isNegative ? -value : value
        value = 0
        isNegative = false
        isNull = false
        cell = byte === tab ? cell + 1 : 0
        if (byte === newline) take(row)
      } else if (byte === minus) isNegative = true
      else if (byte === backslash) isNull = true
      else value = value * 10 + byte - zero
    }
  }
}
