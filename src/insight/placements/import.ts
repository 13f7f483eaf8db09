/**
 * `heartwood import ssda903 PATH...`: the episodes of each file, kept as a batch until the care services keep them. A return
 * holds every child of its year, so a later file of the same year takes the place of the earlier one.
 */
import { digestOf, putBatch, sameBatch } from '../../core/batches/batch.ts'
import type { GivenFile, ImportContext, Imported, Importer } from '../../core/batches/importer.ts'
import { inFull } from '../../core/calendar/index.ts'
import { inTransaction, query, statement } from '../../core/database/statement.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { type ReturnedEpisodes, readEpisodes } from './reading.ts'

const removeYear = statement<{ batch: number }>(
  'returned-episodes-remove-year',
  `with removed as (delete from returned_episode where year_ending = $1 returning batch)
   select distinct batch from removed`,
)
const putEpisodes = statement<never>(
  'returned-episodes-put',
  `insert into returned_episode
     (batch, row, year_ending, child, started, reason, legal_status, placement, postcode, provider, ended)
   select $1, row, $2, child, started, reason, "legalStatus", placement, postcode, provider, ended
   from jsonb_to_recordset($3::jsonb) as r(row integer, child text, started date, reason text, "legalStatus" text,
     placement text, postcode text, provider text, ended date)`,
)

/** Each file in a transaction of its own. Problem: `import.not-this`, where no file of them has episodes that can be read. */
export const importSsda903: Importer = async (files, context) => {
  const results: Imported[] = []
  const failed: string[] = []
  let without = 0
  for (const [place, file] of files.entries()) {
    const loaded = await loadOne(file, context)
    if (!loaded.ok) failed.push(loaded.says)
    else if (loaded.value === null) without += 1
    else results.push(loaded.value)
    context.progress(place + 1, files.length, 'files')
  }
  if (results.length === 0) {
    const file = files.length === 1 ? (files[0]?.name ?? '') : `the ${files.length} files`
    const reason = failed.join(' ') || 'there are no episodes in it'
    return problem('import.not-this', { file, reason: reason.replace(/\.$/, '') })
  }
  const passed =
    without === 0 ? [] : [`Passed over, having no episodes: ${without === 1 ? '1 file' : `${without} files`}.`]
  return done({
    says: results.map(({ says }) => says).join(' '),
    loaded: results.reduce((sum, one) => sum + one.loaded, 0),
    toMend: results.flatMap(({ toMend }) => toMend),
    notes: [...results.flatMap(({ notes }) => notes), ...passed],
    failed,
  })
}

async function loadOne(file: GivenFile, context: ImportContext): Promise<Outcome<Imported | null>> {
  const read = readEpisodes(file)
  if (!read.ok) return read
  if (read.value === null) return done(null)
  const { header, refused } = read.value
  const toMend = refused.length === 0 ? [] : [{ file: file.name, header, refused }]
  const digest = digestOf(file.bytes)
  const same = await sameBatch(context.pool, 'ssda903', digest)
  if (same !== undefined) return done({ says: `${file.name} was loaded already.`, loaded: 0, toMend, notes: [] })
  return done({ ...(await store(file.name, read.value, digest, context)), toMend })
}

async function store(
  name: string,
  { ending, episodes, refused, mended, notes }: ReturnedEpisodes,
  digest: Buffer,
  { pool, now }: ImportContext,
): Promise<Omit<Imported, 'toMend'>> {
  const replaced = await inTransaction(pool, async (on) => {
    const counts = { rows: episodes.length, refused: refused.length }
    const batch = { kind: 'ssda903', name, digest, period: ending, ...counts, loaded: now, author: null } as const
    const id = await putBatch(on, batch)
    const removed = mended ? [] : await query(on, removeYear, [ending])
    await query(on, putEpisodes, [id, ending, JSON.stringify(episodes)])
    return removed.length > 0
  })
  const year = `the year ending ${inFull(ending)}`
  return {
    says: `${name}: ${episodes.length.toLocaleString('en-GB')} episodes of ${year} were loaded.`,
    loaded: episodes.length,
    notes: [...notes, ...(replaced ? [`They take the place of those loaded before for ${year}.`] : [])],
  }
}
