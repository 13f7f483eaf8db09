/** How often somebody may ask in one minute. Counted in the database, so that every node counts alike. */
import type pg from 'pg'
import type { Moment } from '../../core/calendar/index.ts'
import { query, statement } from '../../core/database/statement.ts'

/**
 * Far above what anybody does by hand, far below what a program can: a whole council begins its day behind one address;
 * a person types a name, and looks at what was found.
 */
export const oftenest = { 'sign-in': 600, search: 60 } as const satisfies Record<string, number>
export type Counted = keyof typeof oftenest

const count = statement<{ times: number }>(
  'request-count',
  `with old as (delete from request_count where minute < $3::timestamptz - interval '10 minutes')
   insert into request_count (what, who, minute, times) values ($1, $2, date_trunc('minute', $3::timestamptz), 1)
   on conflict (what, who, minute) do update set times = request_count.times + 1 returning times`,
)

/** Counts it. @param who an address, or a worker's number */
export async function isTooOften(pool: pg.Pool, what: Counted, who: string, now: Moment): Promise<boolean> {
  const [counted] = await query(pool, count, [what, who, now])
  return (counted?.times ?? 0) > oftenest[what]
}
