/**
 * What someone is in the middle of writing: theirs alone, saved as it is typed, gone once it is recorded. Two pages of
 * one author never overwrite each other: the one that saves second is kept beside the first until its author has put
 * them together (docs/decisions/0019-drafts.md).
 */
import { hash } from 'node:crypto'
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

export interface KeptDraft extends Draft {
  /** Grows with every save. */
  readonly version: number
  /** The open page that saved it last. */
  readonly page: string | null
  /** The draft that another page had saved first, and with which this one is still to be put together. */
  readonly beside: string | null
}

/** From where a draft is saved. */
export interface From {
  /** The open page: one id each time a form is drawn. */
  readonly page: string
  /** The version that page had read; 0 where there was no draft. */
  readonly version: number
  /** The page's own count of its saves; null for a form that was sent, which comes after all that was typed in it. */
  readonly stamp: number | null
}

/** Where the text is now: under the draft's own id, or beside it under `id`, because another page had saved since. */
export type Saved = { readonly is: 'saved'; readonly version: number } | { readonly is: 'beside'; readonly id: string }

interface Standing {
  readonly version: number
  readonly page: string | null
  readonly stamp: number
}

const columns = 'id, record, episode, pathway, step, posted, saved, version, page, beside'

/** `$9` page, `$10` the version it had read, `$11` its stamp. */
const save = statement<{ version: number }>(
  'draft-save',
  `insert into draft (id, author, record, episode, pathway, step, posted, saved, page, version, stamp)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::integer + 1, coalesce($11::integer, 0))
   on conflict (id) do update set posted = excluded.posted, saved = excluded.saved, page = excluded.page,
     stamp = coalesce($11, draft.stamp), version = draft.version + 1
   where draft.author = excluded.author and draft.closed is null
     and (draft.version = $10 or (draft.page = excluded.page and draft.stamp < coalesce($11, draft.stamp + 1)))
   returning version`,
)
/** `$9` page, `$10` the draft beside which it is kept, `$11` its stamp. */
const saveBeside = statement<{ version: number }>(
  'draft-save-beside',
  `insert into draft (id, author, record, episode, pathway, step, posted, saved, page, beside, stamp)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11::integer, 0))
   on conflict (id) do update set posted = excluded.posted, saved = excluded.saved, version = draft.version + 1,
     stamp = coalesce($11, draft.stamp)
   where draft.author = excluded.author and draft.closed is null and draft.page = excluded.page
     and draft.stamp < coalesce($11, draft.stamp + 1)
   returning version`,
)
const standing = statement<Standing>(
  'draft-standing',
  'select version, page, stamp from draft where id = $1 and author = $2',
)
const find = statement<KeptDraft>(
  'draft-find',
  `select ${columns} from draft where id = $1 and author = $2 and closed is null`,
)
/** `$6`: not those ids. What the author began and left of the same step of the same work, the last first. */
const begun = statement<KeptDraft>(
  'draft-begun',
  `select ${columns} from draft where author = $1 and record = $2 and pathway = $3 and step = $4
     and episode is not distinct from $5 and closed is null and id <> all ($6) order by saved desc limit 5`,
)
/**
 * Gone, unless another page has saved since `$4`. The row is kept for a day, empty, so that a save that is still under
 * way when its form is recorded cannot bring it back.
 */
const drop = statement(
  'draft-drop',
  `with old as (delete from draft where author = $2 and closed < $3::timestamptz - interval '1 day')
   update draft set posted = '{}', closed = $3
   where id = $1 and author = $2 and closed is null and ($4::integer is null or version = $4 or page = $5)`,
)
/** Both in one statement, or neither: `$5` is the version that was shown beside it. */
const join = statement<{ version: number }>(
  'draft-join',
  `with joined as (
     update draft set posted = $4, saved = $6, version = version + 1, page = null
     where id = $1 and author = $3 and version = $5 and closed is null
       and exists (select from draft other where other.id = $2 and other.author = $3 and other.version = $7)
     returning version),
   gone as (update draft set posted = '{}', closed = $6 where id = $2 and author = $3 and exists (select from joined))
   select version from joined`,
)
/** It stands by itself now: what it was kept beside has been recorded or deleted. */
const standAlone = statement(
  'draft-stand-alone',
  `update draft d set beside = null where d.id = $1 and d.author = $2
     and not exists (select from draft other where other.id = d.beside and other.closed is null)`,
)

export interface ListedDraft extends Draft {
  readonly beside: string | null
  readonly child_id: string | null
  readonly forename: string | null
  readonly surname: string | null
}

/** `$4`: the author. It names children, so it is read like every list that does. */
const mine = logged<ListedDraft>(
  'drafts-mine',
  `select d.id, d.record, d.episode, d.pathway, d.step, '{}'::jsonb as posted, d.saved, d.beside, p.child_id,
     p.forename, p.surname
   from draft d left join person p using (record) where d.author = $4 and d.closed is null
   order by d.saved desc limit 50`,
)

export const isDraftId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

export async function saveDraft(pool: pg.Pool, author: number, draft: Draft, from: From): Promise<Saved> {
  const { id, record, episode, pathway, step, saved } = draft
  const { page, version, stamp } = from
  const of = [author, record, episode, pathway, step, JSON.stringify(draft.posted), saved]
  const [written] = await query(pool, save, [id, ...of, page, version, stamp])
  if (written) return { is: 'saved', version: written.version }
  const there = await overtakenBy(pool, author, id, from)
  if (there) return { is: 'saved', version: there.version }
  for (let n = 0; ; n++) {
    const own = idBeside(page, n)
    const [kept] = await query(pool, saveBeside, [own, ...of, page, id, stamp])
    if (kept || (await overtakenBy(pool, author, own, from))) return { is: 'beside', id: own }
  }
}

/** The same save sent twice, or an older one of the same page that arrives late: what is there is newer. */
async function overtakenBy(pool: pg.Pool, author: number, id: string, from: From): Promise<Standing | undefined> {
  const [now] = await query(pool, standing, [id, author])
  return from.stamp !== null && now?.page === from.page && from.stamp <= now.stamp ? now : undefined
}

/** The page's own id, so that it finds its own again; the next where that one was put together or taken up elsewhere. */
function idBeside(page: string, n: number): string {
  if (n === 0) return page
  const digits = hash('sha256', `${page} ${n}`)
  return [8, 4, 4, 4, 12]
    .map((length, i, all) => {
      const from = all.slice(0, i).reduce((sum, one) => sum + one, 0)
      return digits.slice(from, from + length)
    })
    .join('-')
}

export async function findDraft(pool: pg.Pool, author: number, id: string): Promise<KeptDraft | undefined> {
  return isDraftId(id) ? (await query(pool, find, [id, author]))[0] : undefined
}

/** Other drafts of the same step: what its author had begun, perhaps in a window that is gone. */
export const draftsBegun = (
  pool: pg.Pool,
  author: number,
  { record, pathway, step, episode }: Pick<Draft, 'record' | 'pathway' | 'step' | 'episode'>,
  but: readonly string[],
): Promise<readonly KeptDraft[]> => query(pool, begun, [author, record, pathway, step, episode, but])

/** `seen`: only if no other page has saved since that version. Left out where its author deletes it. */
export async function dropDraft(
  pool: pg.Pool,
  author: number,
  id: string,
  now: Moment,
  seen?: Pick<From, 'page' | 'version'>,
): Promise<void> {
  await query(pool, drop, [id, author, now, seen?.version ?? null, seen?.page ?? null])
}

/**
 * Puts two drafts together as their author chose: `posted` becomes the first, and the one beside it goes. false where
 * either has been saved again meanwhile, and nothing was done.
 */
export async function joinDrafts(
  pool: pg.Pool,
  author: number,
  drafts: { readonly first: KeptDraft; readonly beside: KeptDraft },
  posted: Posted,
  now: Moment,
): Promise<boolean> {
  const { first, beside } = drafts
  const values = [first.id, beside.id, author, JSON.stringify(posted), first.version, now, beside.version]
  return (await query(pool, join, values)).length > 0
}

export async function letStandAlone(pool: pg.Pool, author: number, id: string): Promise<void> {
  await query(pool, standAlone, [id, author])
}

export const draftsOf = (reader: Reader): Promise<Outcome<ListedDraft[]>> => reader.read(mine, [reader.viewer.worker])
