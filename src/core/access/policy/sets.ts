/**
 * The facts as sets of records, in SQL. Each is a select of record ids for one viewer on one day, so that a list joins
 * them once instead of asking for each row. The same sets serve lists, single records and row-level security.
 */
import { namedOnly } from './compartments.ts'
import type { Relation } from './relations.ts'

/** How the viewer is written in a statement: a parameter such as `$1`, or a setting read in a scalar sub-select. */
export interface Asking {
  readonly worker: string
  /** The viewer's team, which may be null. */
  readonly team: string
  readonly day: string
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

export const recordsInConflict = ({ worker, day }: Asking): string =>
  `select c.record from conflict c where c.worker = ${worker} and ${onDay('c', day)}`

const granted = ({ worker, day }: Asking): string =>
  `select from compartment_grant g where g.worker = ${worker} and g.record = c.record and g.name = c.name
     and ${onDay('g', day)}`

export const recordsSealed = (asking: Asking): string =>
  `select c.record from compartment c where c.name not in (${listOf(namedOnly)}) and ${onDay('c', asking.day)}
   and not exists (${granted(asking)})`

/** Records that are not there for this viewer, whatever else holds. */
export const recordsHidden = (asking: Asking): string =>
  `${recordsInConflict(asking)}
   union all ${recordsSealed(asking)}`

/** Records on whose compartment of this name the viewer is named. */
export const recordsGranted = (compartment: string, { worker, day }: Asking): string =>
  `select g.record from compartment_grant g where g.worker = ${worker} and g.name = ${quoted(compartment)}
   and ${onDay('g', day)}`
