/**
 * The columns of one record, kept up to date. They are read whole once; from then on each question first asks what was
 * committed since, and only the children of those entries are read again. So every answer holds everything that was
 * committed when it was asked for, and says the moment.
 */
import type pg from 'pg'
import { logged, type Reader } from '../../core/access/access.ts'
import type { Moment } from '../../core/calendar/index.ts'
import { inTransaction, query, statement } from '../../core/database/statement.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome } from '../../core/outcomes.ts'
import { type Columns, emptyColumns } from './columns.ts'
import { loadChildren, loadFacts, readAgain } from './loading.ts'

export interface Explored {
  readonly columns: Columns
  /** Everything committed up to this moment is in the figures. */
  readonly asAt: Moment
  /** The number of the last file that was loaded: what is published can have changed only with it. */
  readonly loads: number
}

export interface Explore {
  /** Reads the columns for nobody in particular, so that who asks first need not wait. Done when they are there. */
  begin(): Promise<void>
  /** The columns as they stand now, once the access policy has allowed `detail` to be read. Problem: `access.denied`. */
  now(reader: Reader, detail: string): Promise<Outcome<Explored>>
}

interface Since {
  readonly upto: string
  readonly at: Moment
  readonly built: string | null
  readonly loads: number
  readonly records: readonly number[]
}

/**
 * What was written since: `upto` is the oldest transaction still running. Whatever is committed and older was seen before;
 * what is as old or newer is read, also where it was read already, so that a transaction which took its number early and
 * committed late is never missed.
 */
const position = `select pg_snapshot_xmin(pg_current_snapshot())::text as upto, statement_timestamp() as at,
     (select max(built)::text || ' ' || max(version) from projection_version) as built,
     (select coalesce(max(id), 0) from batch) as loads,
     array(select distinct record from entry where committed >= $4::text::xid8 order by record) as records`
const since = logged<Since>('measure-explore', position)
/** The same where nobody reads yet: `$1` to `$3`, which belong to the log, are not there. */
const sinceForNobody = statement<Since>('measure-explore-begin', position.replace('$4', '$1'))

/** Before anything is read, nothing is asked for: only where the record stands. */
const atTheEnd = String(2n ** 63n)

/** More children than this are not read one by one: then all are read again. */
const childrenReadAgainMax = 20_000

interface Loaded {
  readonly columns: Columns
  readonly built: string | null
  upto: string
  /** Facts taken back since the columns were read. */
  taken: number
  facts: number
}

export function exploreOver(pool: pg.Pool, measures: readonly Measure[]): Explore {
  let loaded: Loaded | undefined
  /** One after the other: two that read the same children at once would add their facts twice. */
  let before: Promise<unknown> = Promise.resolve()

  const seen = (): string => loaded?.upto ?? atTheEnd

  const refresh = async ([found]: readonly Since[]): Promise<Explored> => {
    if (found === undefined) throw new Error('The position of the record gave no row')
    const isStill = loaded !== undefined && loaded.built === found.built && loaded.taken * 4 <= loaded.facts
    if (loaded === undefined || !isStill || found.records.length > childrenReadAgainMax)
      loaded = await load(pool, measures, found)
    else if (found.records.length > 0) loaded.taken += (await readAgain(pool, loaded.columns, found.records))()
    loaded.upto = found.upto
    return { columns: loaded.columns, asAt: found.at, loads: found.loads }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = before.then(work)
    before = next.catch(() => undefined)
    return next
  }

  return {
    begin: () =>
      inTurn(async () => {
        await refresh(await query(pool, sinceForNobody, [seen()]))
      }),
    now: (reader, detail) =>
      inTurn(async () => {
        const asked = await reader.read(since, [seen()], { detail })
        return asked.ok ? done(await refresh(asked.value)) : asked
      }),
  }
}

/** All of it in one snapshot, which is never older than the position that was asked for. */
async function load(pool: pg.Pool, measures: readonly Measure[], { upto, built }: Since): Promise<Loaded> {
  const columns = emptyColumns(measures)
  await inTransaction(pool, async (on) => {
    await on.query('set transaction isolation level repeatable read, read only')
    await loadChildren(on, columns)
    await loadFacts(on, columns)
  })
  const facts = [...columns.measures.values()].reduce((sum, one) => sum + one.length, 0)
  return { columns, built, upto, taken: 0, facts }
}
