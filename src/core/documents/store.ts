/** Attached files, kept by the digest of their bytes: the same file is kept once, whoever attaches it to whom. */
import { hash } from 'node:crypto'
import type pg from 'pg'
import { logged, type Reader } from '../access/access.ts'
import type { Moment } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import { type ScannerAddress, scan, scannerAddress } from './clamd.ts'
import { knowFile } from './kinds.ts'
import { safeName } from './names.ts'

export interface Arriving {
  readonly field: string
  readonly filename: string
  readonly bytes: Buffer
}

const keep = statement(
  'document-keep',
  'insert into document (digest, type, bytes, stored) values ($1, $2, $3, $4) on conflict (digest) do nothing',
)
const find = logged<{ type: string; bytes: Buffer }>('document', 'select type, bytes from document where digest = $4')

export interface StoredFiles {
  /** Of each file field that was taken: the digest, and a safe name beside it. */
  readonly values: Readonly<Record<string, string>>
  /** Why others were not, by their field: `file.not-taken`, `file.virus`, `file.not-scanned`. */
  readonly problems: readonly Problem[]
}

/** Stores what came with a form: our own rules first, then the virus scanner where there is one, then what is to be kept. */
export async function storeFiles(
  pool: pg.Pool,
  files: readonly Arriving[],
  now: Moment,
  scanner: ScannerAddress | undefined = scannerAddress(),
): Promise<StoredFiles> {
  const values: Record<string, string> = {}
  const problems: Problem[] = []
  for (const { field, filename, bytes } of files) {
    const known = knowFile(bytes)
    const name = safeName(filename, 'endings' in known ? known.endings : [''])
    const against = 'refused' in known ? notTaken(name, known.refused, field) : await found(scanner, bytes, name, field)
    if ('refused' in known || against !== undefined) {
      if (against !== undefined) problems.push(against)
      continue
    }
    const digest = hash('sha256', known.bytes, 'hex')
    await query(pool, keep, [Buffer.from(digest, 'hex'), known.type, known.bytes, now])
    values[field] = digest
    values[field === 'document' ? 'filename' : `${field}-name`] = name
  }
  return { values, problems }
}

const notTaken = (name: string, reason: string, field: string): Problem =>
  problem('file.not-taken', { name, reason }, field)

/** What the scanner has against a file. One that cannot be asked has something against every file. */
async function found(
  scanner: ScannerAddress | undefined,
  bytes: Uint8Array,
  name: string,
  field: string,
): Promise<Problem | undefined> {
  if (scanner === undefined) return undefined
  const scanned = await scan(scanner, bytes)
  if (scanned.is === 'clean') return undefined
  if (scanned.is === 'found') return problem('file.virus', { name, signature: scanned.signature }, field)
  process.stderr.write(`The virus scanner could not be asked: ${scanned.reason}\n`)
  return problem('file.not-scanned', { name }, field)
}

export async function findDocument(
  reader: Reader,
  digest: string,
): Promise<Outcome<{ type: string; bytes: Buffer } | undefined>> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return done(undefined)
  const read = await reader.read(find, [Buffer.from(digest, 'hex')], { detail: digest })
  return read.ok ? done(read.value[0]) : read
}
