/**
 * Where the access policy stands. For now every signed-in member of staff may read everything, but already every read
 * goes through here and leaves its row in the access log, in the same statement that reads: what cannot be logged is
 * not read. The policy proper replaces `mayRead` without touching a page.
 */
import type pg from 'pg'
import { statement } from '../database/statement.ts'
import { type AskTogether, together } from '../database/together.ts'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import { byOf, logRefused } from './audit/log.ts'

export interface Viewer {
  readonly worker: number
  readonly role: string
  readonly team: number | null
  /** In which they are signed in; a command has none. */
  readonly session?: string
}

/** What is about to be read: the kind of page or list, and the record where it is about one. */
export interface Purpose {
  readonly what: string
  readonly record?: number
  readonly detail?: string
}

/** What the policy says, as the log keeps it: by which rule, and for what purpose where one was asked. */
export interface Ruling {
  readonly allowed: boolean
  readonly rule: string
  readonly purpose?: string
}

export type Policy = (viewer: Viewer, purpose: Purpose) => Ruling

/** The no-op policy. */
export const everyoneMayRead: Policy = () => ({ allowed: true, rule: 'everyone' })

/** A statement written against `$4` onwards: `$1` to `$3` belong to the log. */
export interface LoggedStatement<Row extends object> {
  readonly name: string
  readonly text: string
  readonly shape?: Row
}

/** Prefixes a reading statement with the insert into the access log. Parameters of the reader start at `$4`. */
export function logged<Row extends object>(name: string, sql: string): LoggedStatement<Row> {
  const text = `with logged as (
  insert into access_log (worker, session, rule, purpose, what, record, detail)
  select by.*, '${name}', $2::integer, $3 from unnest(array[$1::access_by]) as by
)
${sql}`
  return { name, text }
}

export interface Reader {
  readonly viewer: Viewer
  /** Runs a logged statement after asking the policy. Problem: `access.denied`. */
  read<Row extends object>(
    statement: LoggedStatement<Row>,
    values: readonly unknown[],
    about?: Omit<Purpose, 'what'>,
  ): Promise<Outcome<Row[]>>
  /** As `read`, of one child; null where there is no such child. Problem: `access.denied`. */
  readChild<Page>(page: LoggedPage<Page>, childId: string): Promise<Outcome<Page | null>>
}

export function readerFor(pool: pg.Pool, viewer: Viewer, policy: Policy = everyoneMayRead): Reader {
  return {
    viewer,
    async read<Row extends object>(
      statement: LoggedStatement<Row>,
      values: readonly unknown[],
      about: Omit<Purpose, 'what'> = {},
    ) {
      const ruling = policy(viewer, { what: statement.name, ...about })
      if (!ruling.allowed) return refuse(pool, viewer, ruling, { what: statement.name, ...about })
      const { rows } = await pool.query<Row>({
        name: statement.name,
        text: statement.text,
        values: [byOf(viewer, ruling), about.record ?? null, about.detail ?? null, ...values],
      })
      return done(rows)
    },
    async readChild<Page>({ name, ask }: LoggedPage<Page>, childId: string) {
      const ruling = policy(viewer, { what: name, detail: childId })
      if (!ruling.allowed) return refuse(pool, viewer, ruling, { what: name, detail: childId })
      const { page } = await ask(pool, [byOf(viewer, ruling), childId])
      return done(page)
    },
  }
}

async function refuse(pool: pg.Pool, viewer: Viewer, ruling: Ruling, asked: Purpose): Promise<Problem> {
  await logRefused(pool, { ...viewer, ...ruling }, asked)
  return problem('access.denied')
}

/** As `logged`, for a statement about several children by id (`$4`): one row in the log for each, also who is not there. */
export function loggedForEach<Row extends object>(name: string, sql: string): LoggedStatement<Row> {
  const text = `with logged as (
  insert into access_log (worker, session, rule, purpose, what, record, detail)
  select by.*, '${name}', coalesce($2::integer, p.record), coalesce($3, asked.child_id)
  from unnest(array[$1::access_by]) as by, unnest($4::text[]) as asked(child_id)
  left join person p on p.child_id = asked.child_id
)
${sql}`
  return { name, text }
}

/** A page about one child. Those that are asked for at the same moment are read, and logged, in one statement. */
export interface LoggedPage<Page> {
  readonly name: string
  readonly ask: AskTogether<{ page: Page | null }>
}

/** @param sql a select of one value, or none, about the child whose id is `asked.child_id` */
export function loggedPage<Page>(name: string, sql: string): LoggedPage<Page> {
  const text = `with asked as (
  select * from unnest((select $1::access_by[]), (select $2::text[])) with ordinality
    as asked (worker, session, rule, purpose, child_id, place)
), logged as (
  insert into access_log (worker, session, rule, purpose, what, record, detail)
  select worker, session, rule, purpose, '${name}', (select p.record from person p where p.child_id = asked.child_id),
    child_id from asked
)
select (${sql}) as page from asked order by place`
  return { name, ask: together(statement(name, text)) }
}
