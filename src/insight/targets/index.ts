/**
 * `heartwood import targets FILE...`: what the council aims at, as dated settings. A row a target: the measure by its id or
 * its title, the financial year from whose 1 April it holds, and the target itself.
 */
import { digestOf, putBatch, sameBatch } from '../../core/batches/batch.ts'
import type { GivenFile, ImportContext, Imported, Importer } from '../../core/batches/importer.ts'
import type { Refused } from '../../core/batches/mend-file.ts'
import { type Day, day, type Moment } from '../../core/calendar/index.ts'
import { inTransaction, type Queryable, query, statement } from '../../core/database/statement.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { keyOf, plainName } from '../published/cells.ts'
import { findHeader, type Grid, readGrid } from '../published/grid.ts'
import { periodOf } from '../published/periods.ts'

interface Target {
  readonly key: string
  readonly since: Day
  readonly value: string
}

interface Read {
  readonly targets: readonly Target[]
  readonly refused: readonly Refused[]
  readonly header: readonly string[]
}

const put = statement<{ key: string }>(
  'targets-put',
  `insert into setting (key, since, value, set_at)
   select key, since, value, $2
   from jsonb_to_recordset($1::jsonb) as r(key text, since date, value text)
   where value is distinct from (
     select s.value from setting s where s.key = r.key and s.since = r.since order by s.set_at desc limit 1)
   returning key`,
)

/** @param measures those there can be targets for */
export function targetsImporter(measures: readonly Measure[]): Importer {
  return async (files, context) => {
    const results: Imported[] = []
    const failed: string[] = []
    for (const file of files) {
      const loaded = await loadOne(file, measures, context)
      if (loaded.ok) results.push(loaded.value)
      else if (files.length === 1) return loaded
      else failed.push(loaded.says)
    }
    if (results.length === 0) return problem('import.none', { reasons: failed.join(' ') })
    return done({
      says: results.map(({ says }) => says).join('\n'),
      loaded: results.reduce((sum, { loaded }) => sum + loaded, 0),
      toMend: results.flatMap(({ toMend }) => toMend),
      notes: [],
      failed,
    })
  }
}

async function loadOne(
  file: GivenFile,
  measures: readonly Measure[],
  { pool, now, progress }: ImportContext,
): Promise<Outcome<Imported>> {
  const read = readTargets(file, measures)
  if (!read.ok) return read
  const { targets, refused, header } = read.value
  const [fault] = refused
  if (targets.length === 0) {
    const reason = fault === undefined ? 'it has no rows' : `no row of it is sound; row ${fault.row}: ${fault.reason}`
    return problem('import.not-this', { file: file.name, reason: reason.replace(/\.$/, '') })
  }
  const digest = digestOf(file.bytes)
  const about = { kind: 'targets', name: file.name, digest, period: null, rows: targets.length } as const
  const loaded = await inTransaction(pool, async (on) => {
    // An older file given again must not take the place of what was set since.
    if ((await sameBatch(on, 'targets', digest)) !== undefined) return undefined
    await putBatch(on, { ...about, refused: refused.length, loaded: now, author: null })
    return putTargets(on, targets, now)
  })
  progress(targets.length, targets.length, 'targets')
  const back = refused.length === 0 ? '' : `; ${refused.length} to mend`
  return done({
    says:
      loaded === undefined
        ? `${file.name} was loaded already; nothing is new.`
        : `${file.name}: ${loaded} targets set, ${targets.length - loaded} as before${back}.`,
    loaded: loaded ?? 0,
    toMend: [{ file: file.name, header, refused }],
    notes: [],
  })
}

const putTargets = async (on: Queryable, targets: readonly Target[], now: Moment): Promise<number> =>
  (await query(on, put, [JSON.stringify(targets), now])).length

const columns = { measure: 'measure', year: 'financial year', target: 'target' } as const

/** Problem, `import.not-this`: it has not these columns, or ends in the middle of a row. */
function readTargets(file: GivenFile, measures: readonly Measure[]): Outcome<Read> {
  const placesIn = (names: readonly string[]): number[] =>
    Object.values(columns).map((column) => names.findIndex((name) => plainName(name) === plainName(column)))
  const found = findHeader(file, (names) => placesIn(names).every((place) => place >= 0))
  if (!found.ok) return found
  if (found.value === undefined) {
    const reason = `it has no header with the columns ${Object.values(columns).join(', ')}`
    return problem('import.not-this', { file: file.name, reason })
  }
  const grid = readGrid(file.name, found.value)
  if (!grid.ok) return grid
  const [measure = 0, year = 0, target = 0] = placesIn(grid.value.names)
  return done(rowsOf(grid.value, { measure, year, target }, measures))
}

function rowsOf(
  grid: Grid,
  at: { readonly measure: number; readonly year: number; readonly target: number },
  measures: readonly Measure[],
): Read {
  const byName = new Map(measures.flatMap((one) => [[keyOf(one.title), one] as const, [keyOf(one.id), one] as const]))
  const targets = new Map<string, Target>()
  const refused: Refused[] = [...grid.refused]
  for (let row = 0; row < grid.rows; row++) {
    if (grid.broken.has(row)) continue
    const text = (column: number): string => grid.textOf(grid.columns[column]?.[row] ?? 0)
    const refuse = (column: number, reason: string): void => {
      refused.push(grid.refuse(row, column, reason))
    }
    const measure = byName.get(keyOf(text(at.measure)))
    const year = periodOf(text(at.year))
    const value = text(at.target).replace(/\s*%$/, '')
    if (measure === undefined) refuse(at.measure, `“${text(at.measure)}” is not the id or the title of a measure.`)
    else if (year === undefined || year.ends !== year.starts + 1) {
      refuse(at.year, `“${text(at.year)}” is not a financial year such as 2022-23.`)
    } else if (!/^\d+(\.\d+)?$/.test(value) || (isPercentage(measure) && Number(value) > 100)) {
      refuse(at.target, `“${text(at.target)}” is not a ${isPercentage(measure) ? 'percentage' : 'number'}.`)
    } else {
      const one = { key: `target.${measure.id}`, since: day(`${year.starts}-04-01`), value: String(Number(value)) }
      const before = targets.get(`${one.key} ${one.since}`)
      if (before !== undefined && before.value !== one.value) {
        refuse(at.target, `Another row says ${before.value} for the same measure and year.`)
      } else targets.set(`${one.key} ${one.since}`, one)
    }
  }
  return { targets: [...targets.values()], refused: refused.sort((a, b) => a.row - b.row), header: grid.header }
}

const isPercentage = ({ kind }: Measure): boolean => kind === 'share' || kind === 'shareAtDate'
