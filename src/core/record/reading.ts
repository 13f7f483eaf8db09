/** Reading entries back from PostgreSQL, in the order of their chain. */
import { type Queryable, query, statement } from '../database/statement.ts'
import type { Content, Entry, Envelope } from './entry.ts'

/** An entry as PostgreSQL gives it: the content apart, null once disposed of. */
export interface EntryRow extends Envelope {
  readonly digest: string
  readonly link: string
  readonly body: Content | null
}

export const entryColumns = `e.record, e.position, e.act, e.part, e.kind, e.pathway, e.step, e.version, e.episode,
  e.origin, e.target, e.day, e.until, e.recorded, e.author, encode(e.digest, 'hex') as digest,
  encode(e.link, 'hex') as link, c.body`

export function entryOf({ body, ...envelope }: EntryRow): Entry {
  return { ...envelope, content: body }
}

/**
 * The records are wrapped in a select, so that PostgreSQL cannot look at how many they are and plan anew for every act:
 * that costs as much as the reading.
 */
const entriesOfRecords = statement<EntryRow>(
  'entries-of-records',
  `select ${entryColumns} from entry e left join content c using (record, position)
   where e.record = any((select $1::integer[])::integer[]) order by e.record, e.position`,
)

/** The entries of each record asked for; a record without any is given an empty list. */
export async function readEntries(on: Queryable, records: readonly number[]): Promise<Map<number, Entry[]>> {
  const byRecord = new Map<number, Entry[]>(records.map((record) => [record, []]))
  for (const row of await query(on, entriesOfRecords, [records])) byRecord.get(row.record)?.push(entryOf(row))
  return byRecord
}

const entriesOfAct = statement<EntryRow>(
  'entries-of-act',
  `select ${entryColumns} from entry e left join content c using (record, position) where e.act = $1 order by e.part`,
)

export async function readAct(on: Queryable, act: string): Promise<Entry[]> {
  return (await query(on, entriesOfAct, [act])).map(entryOf)
}

const entriesForAct = statement<EntryRow>(
  'entries-for-act',
  `select ${entryColumns} from entry e left join content c using (record, position)
   where e.record = any((select $1::integer[])::integer[]) or e.act = $2 order by e.record, e.position`,
)

export interface ForAct {
  /** The entries of each record asked for; a record without any is given an empty list. */
  readonly before: Map<number, Entry[]>
  /** What the act has already recorded, on whichever record, in order of its parts. */
  readonly already: readonly Entry[]
}

/** What an act has to know before it is decided, in one round trip. */
export async function readForAct(on: Queryable, records: readonly number[], act: string): Promise<ForAct> {
  const before = new Map<number, Entry[]>(records.map((record) => [record, []]))
  const already: Entry[] = []
  for (const row of await query(on, entriesForAct, [records, act])) {
    const entry = entryOf(row)
    before.get(row.record)?.push(entry)
    if (row.act === act) already.push(entry)
  }
  return { before, already: already.sort((a, b) => a.part - b.part) }
}
