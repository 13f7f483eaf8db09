/** Attached files, kept by the digest of their bytes: the same file is kept once, whoever attaches it to whom. */
import { hash } from 'node:crypto'
import type pg from 'pg'
import { logged, type Reader } from '../access/access.ts'
import type { Moment } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'
import { done, type Outcome } from '../outcomes.ts'

export interface Arriving {
  readonly field: string
  readonly filename: string
  readonly type: string
  readonly bytes: Buffer
}

const keep = statement(
  'document-keep',
  'insert into document (digest, type, bytes, stored) values ($1, $2, $3, $4) on conflict (digest) do nothing',
)
const find = logged<{ type: string; bytes: Buffer }>('document', 'select type, bytes from document where digest = $4')

/** Stores what came with a form and gives the values of its file fields: the digest, and the file's own name beside it. */
export async function storeFiles(
  pool: pg.Pool,
  files: readonly Arriving[],
  now: Moment,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const { field, filename, type, bytes } of files) {
    const digest = hash('sha256', bytes, 'hex')
    await query(pool, keep, [Buffer.from(digest, 'hex'), type, bytes, now])
    values[field] = digest
    values[field === 'document' ? 'filename' : `${field}-name`] = filename.slice(0, 200)
  }
  return values
}

export async function findDocument(
  reader: Reader,
  digest: string,
): Promise<Outcome<{ type: string; bytes: Buffer } | undefined>> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return done(undefined)
  const read = await reader.read(find, [Buffer.from(digest, 'hex')], { detail: digest })
  return read.ok ? done(read.value[0]) : read
}
