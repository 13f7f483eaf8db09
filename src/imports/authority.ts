/** Which council's record this is: a dated setting, which the first census sets and every other file is held to. */
import { dayOf, type Moment } from '../core/calendar/index.ts'
import { type Queryable, query, statement } from '../core/database/statement.ts'
import { authoritySetting } from '../insight/published/index.ts'

/** The day on which today's councils began; no file is about a day before it. */
const always = '1974-04-01'

const authorityOn = statement<{ value: string }>(
  'authority-on',
  'select value from setting where key = $1 and since <= $2 order by since desc, set_at desc limit 1',
)
const putAuthority = statement(
  'authority-put',
  'insert into setting (key, since, value, set_by, set_at) values ($1, $2, $3, null, $4)',
)

/** The three-digit code; undefined where nobody has said. */
export async function authorityNow(on: Queryable, now: Moment): Promise<string | undefined> {
  const [row] = await query(on, authorityOn, [authoritySetting, dayOf(now)])
  return row?.value
}

export async function setAuthority(on: Queryable, authority: string, at: Moment): Promise<void> {
  await query(on, putAuthority, [authoritySetting, always, authority, at])
}
