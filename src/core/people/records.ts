/** Reading whole records through the access policy: who the children are, and every entry about each. */
import { loggedForEach, type Reader } from '../access/access.ts'
import type { Day } from '../calendar/index.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { Entry } from '../record/entry.ts'
import { type EntryRow, entryColumns, entryOf } from '../record/reading.ts'
import { nameOf, type PersonColumns, personColumns } from './person-columns.ts'

export interface KnownPerson {
  readonly record: number
  readonly childId: string
  readonly name: string
  readonly born: Day | null
  readonly expected: Day | null
  readonly died: Day | null
  readonly family: number | null
  readonly entries: readonly Entry[]
}

interface FamilyColumns extends PersonColumns {
  readonly family: number | null
}

const recordsByChildId = loggedForEach<EntryRow & FamilyColumns>(
  'child-record',
  `select ${personColumns}, p.family, ${entryColumns}
   from person p join entry e on e.record = p.record left join content c on c.record = e.record and c.position = e.position
   where p.child_id = any($4::text[]) order by e.record, e.position`,
  { resource: 'child', action: 'read' },
)

/** Problem: `record.not-found` where any of them is not there. In the order asked for. */
export async function readRecords(reader: Reader, childIds: readonly string[]): Promise<Outcome<KnownPerson[]>> {
  const rows = await reader.read(recordsByChildId, [childIds])
  if (!rows.ok) return rows
  const people = new Map<string, { row: FamilyColumns & { record: number }; entries: Entry[] }>()
  for (const row of rows.value) {
    const { child_id, forename, surname, known_as, born, expected, died, family, ...entry } = row
    const person = { child_id, forename, surname, known_as, born, expected, died, family, record: entry.record }
    const found = people.get(child_id) ?? { row: person, entries: [] }
    found.entries.push(entryOf(entry))
    people.set(child_id, found)
  }
  const list: KnownPerson[] = []
  for (const childId of childIds) {
    const found = people.get(childId)
    if (found === undefined) return problem('record.not-found')
    const { record, born, expected, died, family } = found.row
    list.push({ record, childId, name: nameOf(found.row), born, expected, died, family, entries: found.entries })
  }
  return done(list)
}
