/**
 * Filling an empty record with many acts at once: the demo city, or a council's old system. Each act is decided by the
 * rules of a person's entry (`decideAct`); what differs is only how it reaches the tables - as COPY, with the indexes
 * built at the end. It is one transaction: all of it stands or nothing does.
 */
import type pg from 'pg'
import { type DecidedAct, decideAct, type OpenRecord, openRecord } from '../acts/decide-act.ts'
import type { Part } from '../acts/recorder.ts'
import { inTransaction } from '../database/statement.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { Hand } from '../pathway/decide.ts'
import { withClocks } from '../pathway/folded.ts'
import type { ChildHistory } from '../pathway/history.ts'
import { copier } from './copier.ts'
import { contentLine, entryCopyColumns, entryLine } from './copy-text.ts'
import { indexesOf } from './indexes.ts'
import { type Definitions, rowsOf } from './rows.ts'
import { tableNames } from './tables.ts'
import { noteProjectionVersion } from './version.ts'

export interface BulkWriter {
  /**
   * Decides one act and appends it to the records it names. A refusal appends nothing and says why, as it would to a
   * person. Acts of one record come in the order in which they were recorded; record numbers are the caller's.
   */
  act(parts: readonly Part[], hand: Hand): DecidedAct
  /** The record as it stands, for a caller that decides by it; empty for one that nothing was recorded on. */
  history(record: number): ChildHistory
  /**
   * Sends records that get no further act, with their rows, and lets go of them. Awaiting it is what keeps the memory
   * small and the database busy: call it for each family, not once at the end.
   */
  finish(records: readonly number[]): Promise<void>
}

export interface BulkProgress {
  readonly records: number
  readonly entries: number
}

/**
 * Runs `work` with a writer on a record that holds nothing and sends whatever it left unfinished.
 * Problem: `record.not-empty`. What `work` throws undoes everything.
 */
export async function bulkLoad(
  pool: pg.Pool,
  definitions: Definitions,
  work: (writer: BulkWriter) => Promise<void>,
  onProgress: (progress: BulkProgress) => void = () => {},
): Promise<Outcome<BulkProgress>> {
  return inTransaction(pool, async (on) => {
    const { rows } = await on.query<{ used: boolean }>('select exists (select from entry) as used')
    if (rows[0]?.used === true) return problem('record.not-empty')
    // Built at the end, an index costs a tenth.
    const indexes = await indexesOf(on, tablesToFill)
    for (const index of indexes) await on.query(index.drop)
    // Emptied in this very transaction, a table can be filled without the log where `wal_level` is minimal, and frozen.
    await on.query(`truncate ${tablesToFill.join(', ')}`)
    const loading = createWriter(on, definitions, onProgress)
    await work(loading.writer)
    const loaded = await loading.end()
    for (const index of indexes) await on.query(index.create('public'))
    await noteProjectionVersion(on, definitions)
    await on.query(`analyze ${tablesToFill.join(', ')}`)
    return done(loaded)
  })
}

const tablesToFill = ['entry', 'content', ...tableNames]

function createWriter(on: pg.PoolClient, definitions: Definitions, onProgress: (progress: BulkProgress) => void) {
  const { house } = definitions
  const open = new Map<number, OpenRecord>()
  const copy = copier(on, { freeze: true })
  let [records, entries] = [0, 0]

  const opened = (record: number): OpenRecord => {
    const known = open.get(record)
    if (known) return known
    const fresh = openRecord(house, record, [])
    open.set(record, fresh)
    return fresh
  }
  const send = ({ record, entries: list, history }: OpenRecord): void => {
    for (const entry of list) {
      copy.line('entry', entryCopyColumns, entryLine(entry))
      if (entry.content !== null)
        copy.line('content', 'record, position, body', contentLine(record, entry.position, entry.content))
    }
    copy.rows(rowsOf(definitions, withClocks(house, history())))
    records += 1
    entries += list.length
    open.delete(record)
  }
  const writer: BulkWriter = {
    act(parts, hand) {
      const before = new Map(parts.map(({ record }) => [record, opened(record).entries.length]))
      const decided = decideAct(house, open, parts, hand)
      // A refused act leaves the parts before the refusal behind: those records are made again without them.
      if (!decided.ok)
        for (const [record, length] of before)
          open.set(record, openRecord(house, record, opened(record).entries.slice(0, length)))
      return decided
    },
    history: (record) => opened(record).history(),
    async finish(finished) {
      for (const record of finished) {
        const one = open.get(record)
        if (one && one.entries.length > 0) send(one)
      }
      if (await copy.keepUp()) onProgress({ records, entries })
    },
  }
  const end = async (): Promise<BulkProgress> => {
    await writer.finish([...open.keys()])
    await copy.end()
    onProgress({ records, entries })
    return { records, entries }
  }
  return { writer, end }
}
