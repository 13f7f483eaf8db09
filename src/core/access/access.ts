/**
 * Where the access policy stands. For now every signed-in member of staff may read everything, but already every read
 * goes through here and leaves its row in the access log, in the same statement that reads: what cannot be logged is
 * not read. The policy proper replaces `mayRead` without touching a page.
 */
import type pg from 'pg'
import { statement } from '../database/statement.ts'
import { type AskTogether, together } from '../database/together.ts'
import { done, type Outcome, problem } from '../outcomes.ts'

export interface Viewer {
  readonly worker: number
  readonly role: string
  readonly team: number | null
}

/** What is about to be read: the kind of page or list, and the record where it is about one. */
export interface Purpose {
  readonly what: string
  readonly record?: number
  readonly detail?: string
}

export type Policy = (viewer: Viewer, purpose: Purpose) => boolean

/** The no-op policy. */
export const everyoneMayRead: Policy = () => true

/** A statement written against `$4` onwards: `$1` to `$3` belong to the log. */
export interface LoggedStatement<Row extends object> {
  readonly name: string
  readonly text: string
  readonly shape?: Row
}

/** Prefixes a reading statement with the insert into the access log. Parameters of the reader start at `$4`. */
export function logged<Row extends object>(name: string, sql: string): LoggedStatement<Row> {
  const text = `with logged as (
  insert into access_log (worker, what, record, detail) values ($1, '${name}', $2, $3)
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
      if (!policy(viewer, { what: statement.name, ...about })) return problem('access.denied')
      const { rows } = await pool.query<Row>({
        name: statement.name,
        text: statement.text,
        values: [viewer.worker, about.record ?? null, about.detail ?? null, ...values],
      })
      return done(rows)
    },
    async readChild<Page>({ name, ask }: LoggedPage<Page>, childId: string) {
      if (!policy(viewer, { what: name, detail: childId })) return problem('access.denied')
      const { page } = await ask(pool, [viewer.worker, childId])
      return done(page)
    },
  }
}

/** As `logged`, for a statement about several children by id (`$4`): one row in the log for each of them. */
export function loggedForEach<Row extends object>(name: string, sql: string): LoggedStatement<Row> {
  const text = `with logged as (
  insert into access_log (worker, what, record, detail)
  select $1, '${name}', coalesce($2::integer, p.record), $3 from person p where p.child_id = any($4::text[])
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
  select * from unnest((select $1::integer[]), (select $2::text[])) with ordinality as asked (worker, child_id, place)
), logged as (
  insert into access_log (worker, what, detail) select worker, '${name}', child_id from asked
)
select (${sql}) as page from asked order by place`
  return { name, ask: together(statement(name, text)) }
}
