/** Rows of the access log. Those of what was read are put by the statement that reads (access.ts); here is the rest. */
import { type Queryable, query, statement } from '../../database/statement.ts'

/** Who asks, and how the policy ruled. `worker` is null where nobody knows who it was. */
export interface AskedBy {
  readonly worker: number | null
  readonly session?: string
}

export interface RuledBy {
  readonly rule?: string
  readonly purpose?: string
}

/** What was asked for: the page, list or file, and the record where it is about one. */
export interface AskedFor {
  readonly what: string
  readonly record?: number
  readonly detail?: string
}

const quoted = (text: string | undefined): string =>
  text === undefined ? '' : `"${text.replace(/["\\]/g, (special) => `\\${special}`)}"`

/** As PostgreSQL reads an `access_by`: `(12,,"audit.sample",)`. */
export const byOf = ({ worker, session }: AskedBy, { rule, purpose }: RuledBy): string =>
  `(${worker ?? ''},${session ?? ''},${quoted(rule)},${quoted(purpose)})`

const put = statement(
  'access-log-put',
  `insert into access_log (worker, session, rule, purpose, what, record, detail, outcome)
   select by.*, $2, $3::integer, $4, $5 from unnest(array[$1::access_by]) as by`,
)

/** Before the refusal is sent; `rule` names what refused. */
export async function logRefused(on: Queryable, by: AskedBy & RuledBy, asked: AskedFor): Promise<void> {
  await query(on, put, [byOf(by, by), asked.what, asked.record ?? null, asked.detail ?? null, 'refused'])
}

/** For what is handed over without being read by a logged statement, such as a file made of what was read. */
export async function logAllowed(on: Queryable, by: AskedBy & RuledBy, asked: AskedFor): Promise<void> {
  await query(on, put, [byOf(by, by), asked.what, asked.record ?? null, asked.detail ?? null, 'allowed'])
}
