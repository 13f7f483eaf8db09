/** A service's caseload: what is open, in which state, with whom, and what is due next. */
import { logged } from '../access/access.ts'
import type { Day, Moment } from '../calendar/index.ts'
import { childColumns, type ListedChild } from './lists.ts'

export interface ServiceCount {
  readonly pathway: string
  readonly open: number
  readonly children: number
  readonly overdue: number
}

/** `$4`: today, `$5`: now. A row for each service with anything open. */
export const serviceCounts = logged<ServiceCount>(
  'service-counts',
  `select e.pathway, e.open, e.children, coalesce(t.overdue, 0) as overdue
   from (select pathway, count(*) as open, count(distinct record) as children
         from episode where closed is null group by pathway) e
   left join (select pathway, count(*) as overdue from task
              where kind = 'clock' and coalesce(due_at < $5::timestamptz, due < $4::date) group by pathway) t using (pathway)`,
)

/** `$4`: the service. How many open episodes are in each state; state null counts those in none. */
export const stateCounts = logged<{ state: string | null; episodes: number }>(
  'state-counts',
  `select s.state, count(*) as episodes
   from episode e left join episode_state s on s.record = e.record and s.episode = e.episode and s.until is null
   where e.pathway = $4 and e.closed is null group by s.state order by episodes desc`,
)

export interface OpenEpisode extends ListedChild {
  readonly episode: number
  readonly opened: Day
  readonly team: number | null
  readonly worker: number | null
  readonly states: readonly string[] | null
  readonly task: string | null
  readonly due: Day | null
  readonly due_at: Moment | null
  readonly total: number
}

/**
 * `$4`: the service, `$5`: a team or null, `$6`: a state, `none` or null, `$7`: overdue only, `$8`: today, `$9`: now,
 * `$10`: rows, `$11`: rows to pass over. What is due first comes first.
 */
export const serviceCaseload = logged<OpenEpisode>(
  'service-caseload',
  `select ${childColumns}, e.episode, e.opened, e.team, e.worker, e.task, e.due, e.due_at, e.total,
     (select array_agg(s.state) from episode_state s
      where s.record = e.record and s.episode = e.episode and s.until is null) as states
   from (select e.*, n.name as task, n.due, n.due_at, count(*) over () as total
     from episode e
     left join (select distinct on (record, episode) record, episode, name, due, due_at from task
       where pathway = $4 and kind = 'clock' order by record, episode, due nulls last, weight) n
       on n.record = e.record and n.episode = e.episode
     where e.pathway = $4 and e.closed is null and ($5::integer is null or e.team = $5::integer)
       and ($6::text is null
         or ($6::text = 'none') <> exists (select from episode_state s where s.record = e.record
              and s.episode = e.episode and s.until is null and $6::text in ('none', s.state)))
       and (not $7::boolean or coalesce(n.due_at < $9::timestamptz, n.due < $8::date))
     order by n.due nulls last, e.opened, e.record limit $10 offset $11) e
   join person p on p.record = e.record
   order by e.due nulls last, e.opened, e.record`,
)
