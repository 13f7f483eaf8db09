/** A team's work: who carries what, what nobody carries yet, and the counts that send a manager to a list. */
import { logged, loggedForEach } from '../access/access.ts'
import type { Day, Moment } from '../calendar/index.ts'
import { childColumns, type ListedChild } from './lists.ts'

export interface Load {
  readonly worker: number | null
  readonly children: number
  readonly families: number
  readonly overdue: number
  readonly visits: number
}

/** `$4`: the team, `$5`: today, `$6`: now, `$7`: the clocks that visits stop, `$8`: visits due by. A row a worker. */
export const loadsOfTeam = logged<Load>(
  'team-loads',
  `select c.worker, c.children, c.families, coalesce(t.overdue, 0) as overdue, coalesce(t.visits, 0) as visits
   from (select e.worker, count(distinct e.record) as children, count(distinct coalesce(p.family, -p.record)) as families
         from episode e join person p using (record) where e.closed is null and e.team = $4::integer group by e.worker) c
   left join (select worker, count(*) filter (where coalesce(due_at < $6::timestamptz, due < $5::date)) as overdue,
                count(*) filter (where pathway || '/' || name = any($7::text[]) and due <= $8::date) as visits
              from task where team = $4::integer and kind = 'clock' group by worker) t
     on t.worker is not distinct from c.worker`,
)

export interface TeamCounts {
  readonly sign_off: number
  readonly returned: number
  readonly overdue: number
  readonly unallocated: number
}

/** `$4`: the team, `$5`: today, `$6`: now, `$7`: the services that need a lead practitioner. One row. */
export const countsOfTeam = logged<TeamCounts>(
  'team-counts',
  `select (select count(*) from task where team = $4::integer and kind = 'sign-off') as sign_off,
     (select count(*) from task where team = $4::integer and kind = 'returned') as returned,
     (select count(*) from task where team = $4::integer and kind = 'clock'
        and coalesce(due_at < $6::timestamptz, due < $5::date)) as overdue,
     (select count(*) from episode where team = $4::integer and worker is null and closed is null
        and pathway = any($7::text[])) as unallocated`,
)

export interface TeamLoad {
  /** null: work that no team has. */
  readonly team: number | null
  readonly children: number
  readonly unallocated: number
  readonly overdue: number
  readonly sign_off: number
}

/** `$4`: today, `$5`: now, `$6`: the services that need a lead practitioner. A row a team with open work of theirs. */
export const loadsOfTeams = logged<TeamLoad>(
  'teams-loads',
  `select e.team, e.children, e.unallocated, coalesce(t.overdue, 0) as overdue, coalesce(t.sign_off, 0) as sign_off
   from (select team, count(distinct record) as children, count(*) filter (where worker is null) as unallocated
         from episode where closed is null and pathway = any($6::text[]) group by team) e
   left join (select team, count(*) filter (where kind = 'sign-off') as sign_off,
                count(*) filter (where kind = 'clock' and coalesce(due_at < $5::timestamptz, due < $4::date)) as overdue
              from task where pathway = any($6::text[]) group by team) t on t.team is not distinct from e.team
   order by overdue desc, e.children desc`,
)

export interface Unallocated extends ListedChild {
  readonly episode: number
  readonly pathway: string
  readonly opened: Day
  readonly team: number | null
  readonly task: string | null
  readonly due: Day | null
  readonly due_at: Moment | null
  readonly total: number
}

const unallocatedFrom = `from episode e join person p on p.record = e.record
   left join lateral (select t.name, t.due, t.due_at from task t where t.record = e.record and t.episode = e.episode
     and t.kind = 'clock' order by t.due nulls last, t.weight limit 1) n on true
   where e.closed is null and e.worker is null and e.pathway = any($5::text[])`
const unallocatedColumns = `${childColumns}, e.episode, e.pathway, e.opened, e.team, n.name as task, n.due, n.due_at`

/** `$4`: a team, or null for every team, `$5`: the services, `$6`: how many rows. Work that no team has comes too. */
export const unallocated = logged<Unallocated>(
  'unallocated',
  `select ${unallocatedColumns}, count(*) over () as total ${unallocatedFrom}
     and ($4::integer is null or e.team = $4::integer or e.team is null)
   order by n.due nulls last, e.opened, p.family, p.born limit $6`,
)

/** `$4`: the child's id alone in a list, `$5`: the service. The child and its family where nobody has their open episode yet. */
export const unallocatedInFamily = loggedForEach<Omit<Unallocated, 'total'>>(
  'unallocated-family',
  `select ${unallocatedColumns} ${unallocatedFrom.replace('= any($5::text[])', '= $5')}
     and (p.child_id = $4[1] or p.family = (select o.family from person o where o.child_id = $4[1]))
   order by p.child_id <> $4[1], p.born limit 20`,
)

/** How many children each worker leads now, for who allocates. */
export const loadsOfWorkers = logged<{ worker: number; children: number }>(
  'worker-loads',
  `select worker, count(distinct record) as children from episode
   where closed is null and worker is not null group by worker`,
)
