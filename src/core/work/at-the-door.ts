/**
 * What has come in and is not yet dealt with. The core knows no front door: the service, its clocks and its steps are
 * parameters, and what a row shows are the answers that the service's definition lists.
 */
import { logged } from '../access/access.ts'
import type { Day, Moment } from '../calendar/index.ts'
import { childColumns, type ListedChild, type ListedTask, taskColumns } from './lists.ts'

/** The listed answers of the entry that started a task. */
export interface Came {
  readonly act: string
  readonly at: Moment | null
  readonly came_kind: string | null
  readonly party: string | null
  readonly reference: string | null
  readonly words: string | null
}

const cameColumns = 'c.act, c.at, c.kind as came_kind, c.party, c.reference, c.words'

export interface Undecided extends ListedTask, ListedChild, Came {
  /** The last rating given on the episode. */
  readonly rating: string | null
  /** Earlier episodes of the same service since `$7`. */
  readonly earlier: number
  /** Other services that are working with the child. */
  readonly known_to: readonly string[] | null
}

/** `$4`: the service, `$5`: its clock, `$6`: the step that rates, `$7`: the day from which earlier ones are counted. */
export const undecided = logged<Undecided>(
  'undecided',
  `select ${taskColumns}, ${childColumns}, ${cameColumns}, s.rating,
     (select count(*) from episode e where e.record = t.record and e.pathway = $4 and e.opened >= $7::date
        and e.episode <> t.episode) as earlier,
     (select array_agg(distinct e.pathway) from episode e
      where e.record = t.record and e.closed is null and e.pathway <> $4) as known_to
   from task t join person p on p.record = t.record
   join listed c on c.record = t.record and c.position = t.started_by
   left join lateral (select l.rating from listed l where l.record = t.record and l.episode = t.episode and l.step = $6
     order by l.position desc limit 1) s on true
   where t.pathway = $4 and t.kind = 'clock' and t.name = $5
   order by t.due, c.at, p.born nulls last`,
)

export interface Outstanding extends ListedTask, ListedChild, Came {
  readonly rating: string | null
}

/** `$4`: the service, `$5`: its clock. What was asked of others, or must be read, earliest first. */
export const outstanding = logged<Outstanding>(
  'outstanding',
  `select ${taskColumns}, ${childColumns}, ${cameColumns}, c.rating
   from task t join person p on p.record = t.record
   join listed c on c.record = t.record and c.position = t.started_by
   where t.pathway = $4 and t.kind = 'clock' and t.name = $5
   order by t.due_at nulls last, t.due, p.born nulls last`,
)

export interface CameIn extends ListedChild, Came {
  readonly position: number
  readonly episode: number
  readonly closed: Day | null
  readonly closing_reason: string | null
}

/** `$4`: the service, `$5`: the step, `$6`: its kind, `$7`: the moment since. Everything of one kind that came in. */
export const cameIn = logged<CameIn>(
  'came-in',
  `select ${childColumns}, ${cameColumns}, c.position, c.episode, e.closed, e.closing_reason
   from listed c join person p on p.record = c.record join episode e on e.record = c.record and e.episode = c.episode
   where c.pathway = $4 and c.step = $5 and c.kind = $6 and c.at >= $7::timestamptz
   order by c.at desc, c.act, p.born nulls last limit 200`,
)
