/**
 * Records that were read or written here a moment ago. Whoever sends a form has just read the record to fill it in, so
 * the write that follows need not read it again. What is kept may be behind what another node wrote: the recorder trusts
 * it only for an act that is accepted, where the primary key of the next entry refuses whoever was behind.
 */
import type { OpenRecord } from './decide-act.ts'

/** Folded, entries of a usual length take about 40 MB. */
const entriesKeptMax = 30_000

export interface KeptRecords {
  get(record: number): OpenRecord | undefined
  put(kept: OpenRecord): void
  drop(record: number): void
  clear(): void
}

/** Drops what was used longest ago when it holds too much. */
export function keepRecords(): KeptRecords {
  // A Map keeps the order of insertion: what is used is put in again, so the first is the one used longest ago.
  const kept = new Map<number, OpenRecord>()
  let entries = 0
  const drop = (record: number): void => {
    entries -= kept.get(record)?.entries.length ?? 0
    kept.delete(record)
  }
  return {
    get(record) {
      const found = kept.get(record)
      if (found === undefined) return undefined
      kept.delete(record)
      kept.set(record, found)
      return found
    },
    put(one) {
      const { record } = one
      drop(record)
      kept.set(record, one)
      entries += one.entries.length
      for (const oldest of kept.keys()) {
        if (entries <= entriesKeptMax || oldest === record) break
        drop(oldest)
      }
    },
    drop,
    clear() {
      kept.clear()
      entries = 0
    },
  }
}
