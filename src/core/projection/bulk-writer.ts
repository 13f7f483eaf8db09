/** Acts decided by the rules of a person's entry (`decideAct`) and written as COPY text; it knows no database. */
import { type DecidedAct, decideAct, type OpenRecord, openRecord } from '../acts/decide-act.ts'
import type { Part } from '../acts/recorder.ts'
import type { Hand } from '../pathway/decide.ts'
import { withClocks } from '../pathway/folded.ts'
import type { ChildHistory } from '../pathway/history.ts'
import { contentLine, entryCopyColumns, entryLine } from './copy-text.ts'
import { type Carry, gatherer } from './gatherer.ts'
import { type Definitions, rowsOf } from './rows.ts'

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

export type BulkWork = (writer: BulkWriter) => Promise<void>

/** Runs `work` with a writer, sends whatever it left unfinished, and resolves when all of it has arrived. */
export async function carryActs(
  carry: Carry,
  definitions: Definitions,
  work: BulkWork,
  onProgress: (progress: BulkProgress) => void,
): Promise<BulkProgress> {
  const { house } = definitions
  const open = new Map<number, OpenRecord>()
  const copy = gatherer(carry)
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
  await work(writer)
  await writer.finish([...open.keys()])
  await copy.end()
  onProgress({ records, entries })
  return { records, entries }
}
