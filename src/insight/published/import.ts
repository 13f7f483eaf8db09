/**
 * `heartwood import comparators FILE...`: published figures, the dictionary, the areas and the models of neighbours, told
 * apart by their headers. Each file is a transaction of its own.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { type BatchKind, digestOf, putBatch, sameBatch } from '../../core/batches/batch.ts'
import type { GivenFile, ImportContext, Imported, Importer } from '../../core/batches/importer.ts'
import type { Refused } from '../../core/batches/mend-file.ts'
import { dayOf } from '../../core/calendar/index.ts'
import { inTransaction } from '../../core/database/statement.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { openSettings } from '../../core/work/settings.ts'
import { readEes } from './ees.ts'
import { counted, type Figures } from './figures.ts'
import { type PublishedFile, readPublished } from './forms.ts'
import { cutShort, readLait } from './lait.ts'
import { readAreas, readDictionary, readNeighbours } from './reference.ts'
import {
  authoritiesByOnsCode,
  revisionsOf,
  writeAreas,
  writeDescriptions,
  writeFigures,
  writeNeighbours,
} from './store.ts'

/** The setting that says which council this is, by its three digits. */
export const authoritySetting = 'council.authority'

const ownFolder = new URL('../../../data/comparators/', import.meta.url)

/**
 * The published lists that figures are read with, as Heartwood carries them: areas, series, both models of neighbours.
 * Files in `city/` are for the demo.
 */
export function ownFiles(folder: '' | 'city/' = ''): GivenFile[] {
  const inFolder = new URL(folder, ownFolder)
  return readdirSync(inFolder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => ({ name: `data/comparators/${folder}${name}`, bytes: readFileSync(new URL(name, inFolder)) }))
}

/** Problem, `import.not-this`: none of the files could be loaded. */
export const importComparators: Importer = async (files, context) => {
  // Only where there is none yet: a list that was loaded since may be newer than ours.
  const { rows } = await context.pool.query('select from published_area limit 1')
  if (rows.length === 0) {
    for (const file of ownFiles()) {
      const loaded = await loadOne(file, { ...context, progress: () => {} })
      if (!loaded.ok) return loaded
    }
  }
  const results: Imported[] = []
  const failed: string[] = []
  let first: Outcome<Imported> | undefined
  for (const file of files) {
    const loaded = await loadOne(file, context)
    if (loaded.ok) results.push(loaded.value)
    else {
      failed.push(loaded.says)
      first ??= loaded
    }
  }
  if (results.length === 0 && first !== undefined) {
    return files.length === 1 ? first : problem('import.none', { reasons: failed.join(' ') })
  }
  return done({
    says: results.map(({ says }) => says).join('\n'),
    loaded: results.reduce((sum, { loaded }) => sum + loaded, 0),
    toMend: results.flatMap(({ toMend }) => toMend),
    notes: results.flatMap(({ notes }) => notes),
    failed,
  })
}

async function loadOne(file: GivenFile, context: ImportContext): Promise<Outcome<Imported>> {
  const digest = digestOf(file.bytes)
  for (const kind of ['published-figures', 'statistical-neighbours'] as const) {
    const same = await sameBatch(context.pool, kind, digest)
    if (same !== undefined && same.refused === 0) return done(already(file, []))
  }
  context.progress(0, null, 'rows')
  const read = readPublished(file)
  if (!read.ok) return read
  const load = loaders[read.value.form]
  return load(read.value, { ...context, file, digest })
}

const already = ({ name }: GivenFile, toMend: Imported['toMend']): Imported => ({
  says: `${name} was loaded already; nothing is new.`,
  loaded: 0,
  toMend,
  notes: [],
})

interface Given extends ImportContext {
  readonly file: GivenFile
  readonly digest: Buffer
}

interface Loaded {
  readonly says: string
  readonly loaded: number
  readonly notes: readonly string[]
}

type Load = (read: PublishedFile, given: Given) => Promise<Outcome<Imported>>

const loaders: Readonly<Record<PublishedFile['form'], Load>> = {
  lait: (read, given) => loadLait(read, given),
  'lait tool': (read, given) => loadLait(read, given),
  ees: async (read, given) => {
    const { at } = read
    const known = await authoritiesByOnsCode(given.pool)
    const places = {
      period: at('period'),
      part: at('part'),
      level: at('level'),
      country: at('country'),
      regionCode: at('regionCode'),
      areaCode: at('areaCode'),
      onsCode: at('onsCode'),
      areaName: at('areaName'),
    }
    return loadFigures(readEes(read.grid, places, known), read, given)
  },
  dictionary: async (read, given) => {
    const { rows, refused } = readDictionary(read)
    return inBatch(read, given, {
      kind: 'published-figures',
      rows: rows.length,
      refused,
      period: null,
      write: async (on) => {
        const loaded = await writeDescriptions(on, rows)
        return { says: `${counted(loaded, 'series', 'series')} described`, loaded, notes: [] }
      },
    })
  },
  areas: async (read, given) => {
    const { rows, refused } = readAreas(read)
    return inBatch(read, given, {
      kind: 'published-figures',
      rows: rows.length,
      refused,
      period: null,
      write: async (on) => {
        await writeAreas(on, rows)
        return { says: `${counted(rows.length, 'area', 'areas')} named`, loaded: rows.length, notes: [] }
      },
    })
  },
  neighbours: async (read, given) => {
    const { rows, refused } = readNeighbours(read)
    const own = (await openSettings(given.pool)).text(authoritySetting, dayOf(given.now))
    for (const [model, inModel] of Map.groupBy(rows, (one) => one.model)) {
      if (own !== undefined && !inModel.some(({ authority }) => authority === own)) {
        const reason = `its model of ${model} has no neighbours of ${own}, the authority this record is of`
        return problem('import.not-this', { file: given.file.name, reason })
      }
    }
    const models = [...new Set(rows.map(({ model }) => model))].sort().join(', ')
    return inBatch(read, given, {
      kind: 'statistical-neighbours',
      rows: rows.length,
      refused,
      period: models,
      write: async (on, batch) => {
        const loaded = await writeNeighbours(on, rows, batch)
        return { says: `${counted(loaded, 'neighbour', 'neighbours')} loaded, models ${models}`, loaded, notes: [] }
      },
    })
  },
}

async function loadLait(read: PublishedFile, given: Given): Promise<Outcome<Imported>> {
  const { grid, at } = read
  const figures = readLait(grid, {
    series: at('series'),
    period: at('period'),
    area: at('area'),
    areaName: at('areaName'),
    value: at('value'),
    marker: at('marker'),
    region: at('region'),
  })
  const reason = cutShort(figures)
  return reason === undefined
    ? loadFigures(figures, read, given)
    : problem('import.not-this', { file: given.file.name, reason })
}

/** Revised cells are listed up to so many; all of them stand in `published_revision`. */
const listedRevisions = 1000

function loadFigures(figures: Figures, read: PublishedFile, given: Given): Promise<Outcome<Imported>> {
  const cells = figures.cells.length
  const years = figures.periods.flatMap(({ starts, ends }) => (ends === 0 ? [] : [starts, ends]))
  const period = years.length === 0 ? null : `${Math.min(...years)} to ${Math.max(...years)}`
  return inBatch(read, given, {
    kind: 'published-figures',
    rows: cells,
    refused: figures.refused,
    period,
    write: async (on, batch) => {
      const { added, revised } = await writeFigures(on, figures, batch, (sent) => given.progress(sent, cells, 'cells'))
      const changes = revised === 0 ? [] : (await revisionsOf(on, batch)).slice(0, listedRevisions)
      const notes = changes.map(
        ({ series, area, period, before, now }) => `Revised: ${series}, ${area}, ${period}: ${before} became ${now}`,
      )
      if (revised > listedRevisions) notes.push(`Revised: and ${revised - listedRevisions} more`)
      const asBefore = cells - added - revised
      return {
        says: `${counted(added, 'cell', 'cells')} new, ${revised.toLocaleString('en-GB')} revised, ${asBefore.toLocaleString('en-GB')} as before`,
        loaded: added + revised,
        notes: [...figures.notes, ...notes],
      }
    },
  })
}

interface Batch {
  readonly kind: BatchKind
  /** How many of its rows or cells are sound. */
  readonly rows: number
  readonly refused: readonly Refused[]
  readonly period: string | null
  readonly write: (on: pg.PoolClient, batch: number) => Promise<Loaded>
}

/** The whole of a file in one transaction, with its batch. */
async function inBatch(
  read: PublishedFile,
  { file, digest, pool, now }: Given,
  { kind, rows, refused, period, write }: Batch,
): Promise<Outcome<Imported>> {
  const [fault] = refused
  if (rows === 0) {
    const reason =
      fault === undefined ? 'it has no figures' : `no row of it is sound; row ${fault.row}: ${fault.reason}`
    return problem('import.not-this', { file: file.name, reason: reason.replace(/\.$/, '') })
  }
  const toMend = [{ file: file.name, header: read.grid.header, refused }]
  const written = await inTransaction(pool, async (on) => {
    // What was refused is given back again, in case the file to mend is lost.
    if ((await sameBatch(on, kind, digest)) !== undefined) return undefined
    const about = { kind, name: file.name, digest, period, rows, refused: refused.length, loaded: now, author: null }
    return write(on, await putBatch(on, about))
  })
  if (written === undefined) return done(already(file, toMend))
  const { says, loaded, notes } = written
  const back = refused.length === 0 ? '' : `; ${counted(refused.length, 'row', 'rows')} to mend`
  return done({
    says: `${file.name}: ${says}${back}.`,
    loaded,
    toMend,
    notes: notes.map((note) => `${file.name}: ${note}`),
  })
}
