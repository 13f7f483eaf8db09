/** What was refused before any page was asked leaves a row in the access log: who tried, where that is known, and why. */
import type pg from 'pg'
import { logRefused } from '../../core/access/audit/log.ts'
import type { ProblemCode } from '../../core/outcomes.ts'

export async function logRefusal(
  pool: pg.Pool,
  by: { readonly worker: number; readonly session: string } | undefined,
  code: ProblemCode,
): Promise<void> {
  await logRefused(
    pool,
    { worker: by?.worker ?? null, ...(by && { session: by.session }), rule: code },
    { what: 'refusal' },
  )
}
