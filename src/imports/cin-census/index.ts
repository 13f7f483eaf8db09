/**
 * `heartwood import cin FILE...`: children in need censuses of 2017 to 2026 into entries of the house's own steps. What of
 * a census becomes which step stands in README.md.
 */
import { digestOf, sameBatch } from '../../core/batches/batch.ts'
import type { ImportContext, Imported, Importer } from '../../core/batches/importer.ts'
import { done, type Outcome, type Problem, problem } from '../../core/outcomes.ts'
import { rebuildIfStale } from '../../core/projection/rebuild.ts'
import type { Definitions } from '../../core/projection/rows.ts'
import { tableNames } from '../../core/projection/tables.ts'
import { openSettings } from '../../core/work/settings.ts'
import { assembleHeartwood } from '../../services/index.ts'
import { authorityNow } from '../authority.ts'
import { type Census, readCensus } from './census.ts'
import { type Loaded, loadCensus } from './load.ts'
import { mendHeader, refusedRows } from './mend.ts'

/** So many new entries are worth telling PostgreSQL's planner of. */
const analyseFrom = 10_000

/** Several years are loaded in their order, whatever order they are given in. */
export const importCinCensus: Importer = async (files, context) => {
  const failed: Problem[] = []
  const censuses: Census[] = []
  for (const file of files) {
    const census = readCensus(file)
    if (census.ok) censuses.push(census.value)
    else failed.push(census)
  }
  censuses.sort((a, b) => (a.period.to < b.period.to ? -1 : a.period.to > b.period.to ? 1 : 0))
  const settings = await openSettings(context.pool)
  const definitions = assembleHeartwood({ setting: settings.duration })
  await rebuildIfStale(context.pool, definitions)
  const loaded: Imported[] = []
  for (const census of censuses) {
    const one = await importOne(census, definitions, context)
    if (one.ok) loaded.push(one.value)
    else failed.push(one)
  }
  const [first] = failed
  const sentences = failed.map(({ says }) => says)
  if (loaded.length === 0 && first !== undefined) return { ...first, says: sentences.join(' ') }
  const entries = loaded.reduce((sum, one) => sum + one.loaded, 0)
  if (entries >= analyseFrom) await context.pool.query(`analyze entry, content, ${tableNames.join(', ')}`)
  return done({
    says: loaded.map(({ says }) => says).join(' '),
    loaded: entries,
    toMend: loaded.flatMap(({ toMend }) => toMend),
    notes: loaded.flatMap(({ notes }) => notes),
    ...(failed.length > 0 && { failed: sentences }),
  })
}

async function importOne(census: Census, definitions: Definitions, context: ImportContext): Promise<Outcome<Imported>> {
  const { file, year, authority, notes } = census
  const ours = await authorityNow(context.pool, context.now)
  if (ours !== undefined && ours !== authority) {
    const reason = `it is the census of council ${authority}, and this is the record of council ${ours}`
    return problem('import.not-this', { file: file.name, reason })
  }
  const before = await sameBatch(context.pool, 'cin-census', digestOf(file.bytes))
  if (before !== undefined) {
    const says = `The census of ${year} in ${file.name} was loaded before, on ${before.loaded.slice(0, 10)}: nothing was added.`
    return done({ says, loaded: 0, toMend: [], notes })
  }
  const loaded = await loadCensus(census, definitions, context)
  const refused = refusedRows(census, loaded.faults)
  return done({
    says: sentence(census, loaded),
    loaded: loaded.counts.recorded + loaded.counts.corrected + loaded.counts.withdrawn,
    toMend: refused.length === 0 ? [] : [{ file: file.name, header: mendHeader, refused }],
    notes: [...notes, ...keptNote(loaded)],
  })
}

const number = (value: number): string => value.toLocaleString('en-GB')

function sentence({ year, authority }: Census, { children, newChildren, counts }: Loaded): string {
  const { recorded, corrected, withdrawn } = counts
  return `Census of ${year} of council ${authority}: ${children === 1 ? '1 child' : `${number(children)} children`} (${number(newChildren)} new), ${number(
    recorded,
  )} entries added, ${number(corrected)} corrected, ${number(withdrawn)} withdrawn.`
}

function keptNote({ counts: { kept } }: Loaded): string[] {
  if (kept === 0) return []
  return [`${number(kept)} answers that a person has put right differ from the census: the person’s stand.`]
}
