/**
 * Where pages meet the access policy (`policy/`). Every read goes through here: the policy is asked first, and the read
 * leaves its row in the access log in the statement that reads, so that what cannot be logged is not read.
 *
 * A record that is sealed from the viewer, or to which they are too near, is not there: the tables of a logged statement
 * are those without it. A page cannot forget that, and a missing record and a hidden one take the same road.
 */
import type pg from 'pg'
import { addHubHours, dayOf, englishCalendars, type Moment } from '../calendar/index.ts'
import { statement } from '../database/statement.ts'
import { type AskTogether, together } from '../database/together.ts'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import { type AskedBy, type AskedFor, byOf, logRefused, type RuledBy } from './audit/log.ts'
import { type Decision, decide, type Facts } from './policy/decide.ts'
import type { Action, ResourceId } from './policy/resources.ts'
import { roleOf } from './policy/roles.ts'
import { isSealed, isThere } from './policy/sets.ts'

export interface Viewer {
  readonly worker: number
  readonly role: string
  readonly team: number | null
  /** In which they are signed in; a command has none. */
  readonly session?: string
}

/** The record that a read is about, and what stands beside it in the log. */
export interface About {
  readonly record?: number
  readonly detail?: string
}

export type Policy = (facts: Facts) => Decision

/** What a statement reads, as the policy calls it. */
export interface Reading {
  readonly resource: ResourceId
  readonly action: Action
}

/** A statement written against `$4` onwards: `$1` to `$3` belong to the log. */
export interface LoggedStatement<Row extends object> {
  readonly name: string
  readonly text: string
  readonly reading: Reading | undefined
  /** What stands behind the last value: the day on which records are hidden or not; and until when somebody rings back. */
  readonly takes: 'nothing' | 'day' | 'day and call'
  readonly shape?: Row
}

/** Who asks, in a statement whose first parameter says so and how the policy ruled (`byOf`). */
const asking = '($1::access_by).worker'

/** The tables by which records are listed. What is joined to them is not there either. */
const listedBy = ['person', 'task', 'episode', 'listed'] as const

/**
 * In the place of each table that the statement names, the table without the records that are not there for the viewer.
 * The names in front of the `with` still mean the tables themselves.
 */
function withoutHidden(sql: string, day: number): readonly string[] {
  const there = isThere('t.record', { worker: asking, day: `$${day}::date` })
  const named = listedBy.filter((table) => new RegExp(`\\b(from|join) ${table}\\b`).test(sql))
  return named.map((table) => `${table} as not materialized (select t.* from ${table} t where ${there})`)
}

/** The number of the parameter behind the last that a statement names. */
const nextParameter = (sql: string): number =>
  Math.max(3, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number))) + 1

/**
 * As `logged`, for a search: where it touches a record that is sealed from the viewer, the record's custodian is asked to
 * ring them back, in the same statement and unseen. “Not known” must never be a lie that harms.
 * @param isFound the condition of the search, on a person `p`
 */
export function loggedSearch<Row extends object>(
  name: string,
  sql: string,
  isFound: string,
  reading: Reading,
): LoggedStatement<Row> {
  const day = nextParameter(`${sql} ${isFound}`)
  const call = `insert into call_back (record, custodian, caller, what, at, due_at)
  select apart.record, apart.custodian, ${asking}, '${name}', $${day + 1}::timestamptz, $${day + 2}::timestamptz
  from person p join compartment apart on apart.record = p.record
  where (${isFound}) and ${isSealed({ worker: asking, day: `$${day}::date` })}
    and not exists (select from call_back before where before.record = apart.record and before.caller = ${asking}
      and before.done_at is null)`
  const tables = [inLog(name), `called as (${call})`, ...withoutHidden(sql, day)]
  return { name, text: prefixed(tables, sql), reading, takes: 'day and call' }
}

const prefixed = (tables: readonly string[], sql: string): string => `with ${tables.join(',\n')}\n${sql}`

const inLog = (name: string): string =>
  `logged as (insert into access_log (worker, session, rule, purpose, what, record, detail)
  select by.*, '${name}', $2::integer, $3 from unnest(array[$1::access_by]) as by)`

/** Prefixes a reading statement with the insert into the access log. Parameters of the reader start at `$4`. */
export function logged<Row extends object>(name: string, sql: string, reading?: Reading): LoggedStatement<Row> {
  return hiding(name, inLog(name), sql, reading)
}

/** As `logged`, for sums that count everyone and name nobody, the hidden too. */
export function loggedFigures<Row extends object>(name: string, sql: string): LoggedStatement<Row> {
  const reading = { resource: 'figure', action: 'read' } as const
  return { name, text: prefixed([inLog(name)], sql), reading, takes: 'nothing' }
}

/** As `logged`, for a statement about several children by id (`$4`): one row in the log for each, also who is not there. */
export function loggedForEach<Row extends object>(name: string, sql: string, reading?: Reading): LoggedStatement<Row> {
  const log = `logged as (
  insert into access_log (worker, session, rule, purpose, what, record, detail)
  select by.*, '${name}', coalesce($2::integer, p.record), coalesce($3, sought.child_id)
  from unnest(array[$1::access_by]) as by cross join unnest($4::text[]) as sought (child_id)
  left join person p on p.child_id = sought.child_id
)`
  return hiding(name, log, sql, reading)
}

function hiding<Row extends object>(name: string, log: string, sql: string, reading?: Reading): LoggedStatement<Row> {
  const tables = withoutHidden(sql, nextParameter(sql))
  const takes = tables.length > 0 ? 'day' : 'nothing'
  return { name, text: prefixed([log, ...tables], sql), reading, takes }
}

export interface Reader {
  readonly viewer: Viewer
  /** Runs a logged statement after asking the policy. Problem: `access.denied`. */
  read<Row extends object>(
    statement: LoggedStatement<Row>,
    values: readonly unknown[],
    about?: About,
  ): Promise<Outcome<Row[]>>
  /** As `read`, of one child; null where there is no such child. Problem: `access.denied`. */
  readChild<Page>(page: LoggedPage<Page>, childId: string): Promise<Outcome<Page | null>>
}

/**
 * Pages ask what the role may do at all; how the viewer stands to the record is asked once a page can ask for a purpose.
 * A record that is hidden is kept back by the statement itself.
 */
function ruling(policy: Policy, viewer: Viewer, reading: Reading | undefined): { isDenied: boolean; rule?: string } {
  if (reading === undefined) return { isDenied: false }
  const { allowed, rule } = policy({ role: roleOf(viewer.role), ...reading, standing: null })
  const isDenied = rule === 'capability'
  return { isDenied, ...((allowed || isDenied) && { rule }) }
}

/** Within one hour of the hub, which is a promise of the house, not of the law. */
const ringBackBy = (from: Moment): Moment => addHubHours(from, 1, englishCalendars.hub)

/** @param now the moment of the request; a reader of figures alone needs none */
export function readerFor(pool: pg.Pool, viewer: Viewer, now?: Moment, policy: Policy = decide): Reader {
  const moment = (): Moment => {
    if (now === undefined) throw new RangeError('What lists children is read by a reader that knows the time')
    return now
  }
  const behind = {
    nothing: () => [],
    day: () => [dayOf(moment())],
    'day and call': () => [dayOf(moment()), moment(), ringBackBy(moment())],
  }
  const refuse = async (by: AskedBy & RuledBy, asked: AskedFor): Promise<Problem> => {
    await logRefused(pool, by, asked)
    return problem('access.denied')
  }
  return {
    viewer,
    async read<Row extends object>(asked: LoggedStatement<Row>, values: readonly unknown[], about: About = {}) {
      const { isDenied, ...ruled } = ruling(policy, viewer, asked.reading)
      if (isDenied) return refuse({ ...viewer, ...ruled }, { what: asked.name, ...about })
      const own = [byOf(viewer, ruled), about.record ?? null, about.detail ?? null]
      const { rows } = await pool.query<Row>({
        name: asked.name,
        text: asked.text,
        values: [...own, ...values, ...behind[asked.takes]()],
      })
      return done(rows)
    },
    async readChild<Page>({ name, reading, ask }: LoggedPage<Page>, childId: string) {
      const { isDenied, ...ruled } = ruling(policy, viewer, reading)
      if (isDenied) return refuse({ ...viewer, ...ruled }, { what: name, detail: childId })
      const { page } = await ask(pool, [byOf(viewer, ruled), childId, dayOf(moment())])
      return done(page)
    },
  }
}

/** A page about one child. Those that are asked for at the same moment are read, and logged, in one statement. */
export interface LoggedPage<Page> {
  readonly name: string
  readonly reading: Reading
  readonly ask: AskTogether<{ page: Page | null }>
}

/** A condition for the statements of `loggedPage`, in which each question has a viewer of its own. */
export const isThereForAsked = (column: string): string => isThere(column, { worker: 'asked.worker', day: 'asked.day' })

/** @param sql a select of one value, or none, about the child whose id is `asked.child_id` */
export function loggedPage<Page>(name: string, reading: Reading, sql: string): LoggedPage<Page> {
  const text = `with asked as (
  select * from unnest((select $1::access_by[]), (select $2::text[]), (select $3::date[]))
    with ordinality as asked (worker, session, rule, purpose, child_id, day, place)
), logged as (
  insert into access_log (worker, session, rule, purpose, what, record, detail)
  select worker, session, rule, purpose, '${name}', (select p.record from person p where p.child_id = asked.child_id),
    child_id from asked
)
select (${sql}) as page from asked order by place`
  return { name, reading, ask: together(statement(name, text)) }
}
