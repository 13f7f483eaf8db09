/**
 * With what a browser seals text that it could not send: a key of the worker's own, given to a session of that worker
 * alone. It is renewed every 72 hours and destroyed after 144, so that a copy left on a machine can be read for 72 hours
 * at least from when it was sealed and by nobody after 144, whatever became of the machine.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Moment } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'

export interface DraftKey {
  readonly id: string
  /** 32 bytes for AES-GCM. */
  readonly key: Buffer
}

/** A new one where the worker's newest is 72 hours old. Gives all that are not 144 hours old, the newest first. */
const keysOf = statement<DraftKey>(
  'draft-keys',
  `with old as (delete from draft_key where made <= $4::timestamptz - interval '144 hours'),
   made as (
     insert into draft_key (id, worker, key, made)
     select $1, $2, $3, $4 where not exists (
       select from draft_key where worker = $2 and made > $4::timestamptz - interval '72 hours')
     returning id, key, made)
   select id, key from (
     select id, key, made from made union all
     select id, key, made from draft_key where worker = $2 and made > $4::timestamptz - interval '144 hours') known
   order by made desc`,
)

export const draftKeysOf = (pool: pg.Pool, worker: number, now: Moment): Promise<readonly DraftKey[]> =>
  query(pool, keysOf, [randomUUID(), worker, randomBytes(32), now])
