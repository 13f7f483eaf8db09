/** What was refused leaves a row in the access log: who tried, where that is known, and why it was refused. */
import type pg from 'pg'
import { query, statement } from '../../core/database/statement.ts'
import type { ProblemCode } from '../../core/outcomes.ts'

const put = statement('refusal', `insert into access_log (worker, what, detail) values ($1, 'refusal', $2)`)

export async function logRefusal(pool: pg.Pool, worker: number | undefined, code: ProblemCode): Promise<void> {
  await query(pool, put, [worker ?? null, code])
}
