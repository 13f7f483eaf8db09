/** `heartwood import ofsted FILE...`: the schools file and the childcare file, told apart by their headers. */
import { type BatchKind, batchesOf, digestOf, putBatch, sameBatch } from '../../core/batches/batch.ts'
import type { GivenFile, ImportContext, Imported, Importer } from '../../core/batches/importer.ts'
import { type Day, inFull, isDay } from '../../core/calendar/index.ts'
import { inTransaction, type Queryable } from '../../core/database/statement.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { writeProviders } from './early-years.ts'
import { type OfstedFile, readOfsted } from './reading.ts'
import { revisionsOf } from './revisions.ts'
import { readSchools, writeSchools } from './store.ts'

/** Each file in a transaction of its own. Problem: `import.not-this`, where none of them could be loaded. */
export const importOfsted: Importer = async (files, context) => {
  const results: Imported[] = []
  const failed: string[] = []
  for (const [place, file] of files.entries()) {
    const loaded = await loadOne(file, context)
    if (loaded.ok) results.push(loaded.value)
    else if (files.length === 1) return loaded
    else failed.push(loaded.says)
    context.progress(place + 1, files.length, 'files')
  }
  const [first, ...more] = failed
  if (results.length === 0 && first !== undefined) {
    return problem('import.not-this', {
      file: `the ${files.length} files`,
      reason: [first, ...more].join(' ').replace(/\.$/, ''),
    })
  }
  return done({
    says: results.map(({ says }) => says).join(' '),
    loaded: results.reduce((sum, { loaded }) => sum + loaded, 0),
    toMend: results.flatMap(({ toMend }) => toMend),
    notes: results.flatMap(({ notes }) => notes),
    failed,
  })
}

async function loadOne(file: GivenFile, context: ImportContext): Promise<Outcome<Imported>> {
  const read = readOfsted(file)
  if (!read.ok) return read
  const digest = digestOf(file.bytes)
  const kind = kindOf(read.value)
  if ((await sameBatch(context.pool, kind, digest)) !== undefined) {
    return done({ says: `${file.name} was loaded already.`, loaded: 0, toMend: toMendOf(file, read.value), notes: [] })
  }
  const [fault] = read.value.refused
  if (rowsOf(read.value) === 0) {
    const reason =
      fault === undefined ? 'it has no rows' : `no row of it could be read; row ${fault.row}: ${fault.reason}`
    return problem('import.not-this', { file: file.name, reason: reason.replace(/\.$/, '') })
  }
  const asAt = read.value.asAt ?? (await lastRelease(context.pool, kind))
  if (asAt === undefined) {
    return problem('import.not-this', { file: file.name, reason: 'it does not say as at which day it is' })
  }
  return done(await store(file, read.value, asAt, digest, context))
}

const kindOf = ({ kind }: OfstedFile): BatchKind => (kind === 'schools' ? 'inspections' : 'childcare-inspections')
const rowsOf = (read: OfstedFile): number => (read.kind === 'schools' ? read.schools : read.providers).length

/** The release that was loaded last: to it belongs a mended file that does not name its day. */
async function lastRelease(on: Queryable, kind: BatchKind): Promise<Day | undefined> {
  const period = (await batchesOf(on, kind)).at(-1)?.period ?? ''
  return isDay(period) ? period : undefined
}

const toMendOf = ({ name }: GivenFile, { header, refused }: OfstedFile): Imported['toMend'] =>
  refused.length === 0 ? [] : [{ file: name, header, refused }]

async function store(
  file: GivenFile,
  read: OfstedFile,
  asAt: Day,
  digest: Buffer,
  { pool, now }: ImportContext,
): Promise<Imported> {
  const kind = kindOf(read)
  const rows = rowsOf(read)
  const batch = {
    kind,
    name: file.name,
    digest,
    period: asAt,
    rows,
    refused: read.refused.length,
    loaded: now,
    author: null,
  }
  // What a row to mend is about may be what seems to be missing, so such a file takes nothing away.
  const whole = !read.mended && read.refused.length === 0
  const { loaded, notes } = await inTransaction(pool, async (on) => {
    const id = await putBatch(on, batch)
    if (read.kind === 'childcare') {
      await writeProviders(on, asAt, id, read.providers, whole)
      return { loaded: read.providers.length, notes: [] }
    }
    const revisions = revisionsOf(await readSchools(on, asAt), read.schools, whole)
    await writeSchools(on, asAt, id, revisions)
    return { loaded: revisions.changed.length, notes: revisions.notes }
  })
  const what = read.kind === 'schools' ? 'state-funded schools' : 'childcare providers'
  return {
    says: `${file.name}: ${rows.toLocaleString('en-GB')} ${what} as at ${inFull(asAt)} were loaded.`,
    loaded,
    toMend: toMendOf(file, read),
    notes: [...read.notes, ...notes],
  }
}
