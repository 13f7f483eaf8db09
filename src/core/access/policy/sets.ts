/**
 * The facts as sets of records, in SQL. Each is a select of record ids for one viewer on one day, so that a list joins
 * them once instead of asking for each row. The same sets serve lists, single records and row-level security.
 */
import { namedOnly } from './compartments.ts'
import type { Relation } from './relations.ts'

/** Who asks on which day, as a statement writes it: parameters such as `$1`, or settings in scalar sub-selects. */
export interface Onlooking {
  readonly worker: string
  readonly day: string
}

export interface Asking extends Onlooking {
  /** The viewer's team, which may be null. */
  readonly team: string
  readonly now: string
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const listOf = (names: readonly string[]): string => names.map(quoted).join(', ')

const onDay = (table: string, day: string): string =>
  `${table}.since <= ${day} and (${table}.until is null or ${table}.until > ${day})`

/** Lead workers hold an allocation as `lead`, chairs as `chair`; everyone else works beside them. */
const heldAs = (roles: string, { worker, day }: Asking): string =>
  `select a.record from allocation a where a.worker = ${worker} and ${roles} and ${onDay('a', day)}`

const opened = (kind: string, { worker, now }: Asking): string =>
  `select o.record from opening o where o.worker = ${worker} and o.kind = ${quoted(kind)}
   and o.since <= ${now} and o.until > ${now}`

const appointed = (kind: string, { worker, day }: Asking): string =>
  `select s.record from standing s where s.worker = ${worker} and s.kind = ${quoted(kind)} and ${onDay('s', day)}`

/** The records to which the viewer stands so. Out of hours is every record, while a session is open. */
export function recordsOf(relation: Relation, asking: Asking): string {
  switch (relation) {
    case 'allocated':
      return heldAs(`a.role = 'lead'`, asking)
    case 'chair':
      return heldAs(`a.role = 'chair'`, asking)
    case 'co-worker':
      return heldAs(`a.role not in ('lead', 'chair')`, asking)
    case 'stand-in':
      return `select a.record from cover c join allocation a on a.worker = c.worker
   where c.stand_in = ${asking.worker} and ${onDay('c', asking.day)} and ${onDay('a', asking.day)}`
    case 'team':
      return `select a.record from allocation a where a.team = ${asking.team} and ${onDay('a', asking.day)}`
    case 'sibling':
      return `select p.record from allocation a join person own on own.record = a.record
   join person p on p.family = own.family and p.record <> own.record
   where a.worker = ${asking.worker} and a.role <> 'chair' and ${onDay('a', asking.day)}`
    case 'out of hours':
      return `select p.record from person p where exists (${opened('out of hours', asking)})`
    case 'purpose':
    case 'break-glass':
      return opened(relation, asking)
    default:
      return appointed(relation, asking)
  }
}

const recordsInConflict = ({ worker, day }: Onlooking): string =>
  `select near.record from conflict near where near.worker = ${worker} and ${onDay('near', day)}`

/** Of a row of `compartment` that the statement calls `apart`. */
export const isSealed = (asking: Onlooking): string =>
  `apart.name not in (${listOf(namedOnly)}) and ${onDay('apart', asking.day)}
   and not exists (select from compartment_grant named where named.worker = ${asking.worker} and named.record = apart.record
     and named.name = apart.name and ${onDay('named', asking.day)})`

const recordsSealed = (asking: Onlooking): string =>
  `select apart.record from compartment apart where ${isSealed(asking)}`

/** Records that are not there for this viewer, whatever else holds. */
export const recordsHidden = (asking: Onlooking): string =>
  `${recordsInConflict(asking)}
   union all ${recordsSealed(asking)}`

/** The same of the one record in a column: two anti-joins, or of a single row two looks into an index. */
export const isThere = (column: string, asking: Onlooking): string =>
  `not exists (select from compartment apart where apart.record = ${column} and ${isSealed(asking)})
   and not exists (${recordsInConflict(asking)} and near.record = ${column})`

/** Records on whose compartment of this name the viewer is named. */
export const recordsGranted = (compartment: string, { worker, day }: Onlooking): string =>
  `select g.record from compartment_grant g where g.worker = ${worker} and g.name = ${quoted(compartment)}
   and ${onDay('g', day)}`
