/**
 * How a viewer stands to one record, read from the record's side: a few rows by its id. It is the counterpart of the sets
 * in `sets.ts`, written apart from them, so that the proof compares two ways to the same facts.
 */
import type { Day, Moment } from '../../calendar/index.ts'
import { type Queryable, query, statement } from '../../database/statement.ts'
import type { Standing } from './decide.ts'
import { isRelation } from './relations.ts'

export interface Onlooker {
  readonly worker: number
  readonly team: number | null
  readonly today: Day
  readonly now: Moment
}

interface StandingRow {
  readonly relations: readonly string[]
  readonly compartments: readonly string[]
  readonly grants: readonly string[]
  readonly in_conflict: boolean
}

const live = (table: string): string => `${table}.since <= $3 and coalesce(${table}.until > $3, true)`

const held = `select case a.role when 'lead' then 'allocated' when 'chair' then 'chair' else 'co-worker' end
  from allocation a where a.record = $5 and a.worker = $1 and ${live('a')}`
const covered = `select 'stand-in' from allocation a join cover c on c.worker = a.worker
  where a.record = $5 and c.stand_in = $1 and ${live('a')} and ${live('c')}`
const inTeam = `select 'team' from allocation a where a.record = $5 and a.team = $2 and ${live('a')}`
const sibling = `select 'sibling' from person p join person o on o.family = p.family and o.record <> p.record
  join allocation a on a.record = o.record
  where p.record = $5 and a.worker = $1 and a.role <> 'chair' and ${live('a')}`
const appointed = `select s.kind from standing s where s.record = $5 and s.worker = $1 and ${live('s')}`
const opened = `select o.kind from opening o
  where o.worker = $1 and coalesce(o.record = $5, true) and o.since <= $4 and o.until > $4`

const standingRow = statement<StandingRow>(
  'standing-of',
  `select array(${[held, covered, inTeam, sibling, appointed, opened].join('\n  union ')}) as relations,
  array(select c.name from compartment c where c.record = $5 and ${live('c')}) as compartments,
  array(select g.name from compartment_grant g where g.record = $5 and g.worker = $1 and ${live('g')}) as grants,
  exists (select from conflict c where c.record = $5 and c.worker = $1 and ${live('c')}) as in_conflict`,
)

export async function standingOf(on: Queryable, viewer: Onlooker, record: number): Promise<Standing> {
  const [row] = await query(on, standingRow, [viewer.worker, viewer.team, viewer.today, viewer.now, record])
  return {
    relations: row!.relations.filter(isRelation),
    compartments: row!.compartments,
    grants: row!.grants,
    inConflict: row!.in_conflict,
  }
}
