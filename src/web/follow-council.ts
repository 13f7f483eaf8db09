/**
 * Settings and staff are kept in memory, because every page asks them. This is how what is kept stays true when a command
 * or another node writes them: a target that was imported, a limit, someone who has left.
 */
import type pg from 'pg'
import { query, statement } from '../core/database/statement.ts'
import type { Services } from './server/services.ts'

export interface Followed extends Pick<Services, 'pool' | 'reload'> {
  readonly directory: Pick<Services['directory'], 'refresh'>
  readonly recorder: Pick<Services['recorder'], 'forget'>
}

/** How soon a node hears of it. */
const everyMillis = 5_000

const moved = statement<{ at: string }>(
  'council-moved',
  `select concat_ws(' ', (select count(*) from setting), (select max(set_at) from setting),
     (select md5(string_agg(w::text, '' order by w.id)) from worker w),
     (select md5(string_agg(t::text, '' order by t.id)) from team t), (select count(*) from organisation)) as at`,
)

/** What the council's own tables hold, in one text that differs when they do. Read it before them. */
export async function councilAt(pool: pg.Pool): Promise<string | undefined> {
  const [row] = await query(pool, moved)
  return row?.at
}

/** Reads the settings and staff again when they have moved on from `since`. Answers what stops it. */
export function followCouncil(
  { pool, directory, recorder, reload }: Followed,
  since: string | undefined,
  everyMs = everyMillis,
): () => void {
  let seen = since
  const look = async (): Promise<void> => {
    const at = await councilAt(pool)
    if (at === seen) return
    await directory.refresh()
    // Whoever changed a limit builds the projections; here only what is kept of records must go.
    recorder.forget()
    await reload(false)
    seen = at
  }
  // A database that is away for a moment is asked again at the next turn.
  const timer = setInterval(() => void look().catch(() => {}), everyMs).unref()
  return () => clearInterval(timer)
}
