/** What someone is in the middle of writing: theirs alone, saved as it was typed, gone once it is recorded. */
import type pg from 'pg'
import { logged, type Reader } from '../access/access.ts'
import type { Moment } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'
import type { Outcome } from '../outcomes.ts'
import type { Posted } from '../pathway/posted.ts'

export interface Draft {
  readonly id: string
  readonly record: number | null
  readonly episode: number | null
  readonly pathway: string
  readonly step: string
  readonly posted: Posted
  readonly saved: Moment
}

const save = statement(
  'draft-save',
  `insert into draft (id, author, record, episode, pathway, step, posted, saved) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (id) do update set posted = excluded.posted, saved = excluded.saved where draft.author = excluded.author`,
)
const find = statement<Draft>(
  'draft-find',
  'select id, record, episode, pathway, step, posted, saved from draft where id = $1 and author = $2',
)
const drop = statement('draft-drop', 'delete from draft where id = $1 and author = $2')
export interface ListedDraft extends Draft {
  readonly child_id: string | null
  readonly forename: string | null
  readonly surname: string | null
}

/** `$4`: the author. It names children, so it is read like every list that does. */
const mine = logged<ListedDraft>(
  'drafts-mine',
  `select d.id, d.record, d.episode, d.pathway, d.step, '{}'::jsonb as posted, d.saved, p.child_id, p.forename, p.surname
   from draft d left join person p using (record) where d.author = $4 order by d.saved desc limit 50`,
)

export const isDraftId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export async function saveDraft(pool: pg.Pool, author: number, draft: Draft): Promise<void> {
  const { id, record, episode, pathway, step, posted, saved } = draft
  await query(pool, save, [id, author, record, episode, pathway, step, JSON.stringify(posted), saved])
}

export async function findDraft(pool: pg.Pool, author: number, id: string): Promise<Draft | undefined> {
  return isDraftId(id) ? (await query(pool, find, [id, author]))[0] : undefined
}

export async function dropDraft(pool: pg.Pool, author: number, id: string): Promise<void> {
  await query(pool, drop, [id, author])
}

export const draftsOf = (reader: Reader): Promise<Outcome<ListedDraft[]>> => reader.read(mine, [reader.viewer.worker])
