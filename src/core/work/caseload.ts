/** A worker's own children, what is due for each, and what falls to a role that holds no cases. */
import { logged } from '../access/access.ts'
import type { Day } from '../calendar/index.ts'
import { childColumns, type ListedChild, type ListedTask, taskColumns } from './lists.ts'

export interface MyChild extends ListedChild {
  readonly last_seen: Day | null
  readonly last_seen_alone: Day | null
  readonly episode: number
  readonly pathway: string
  readonly opened: Day
  /** As what the worker is allocated: lead, second, chair, coordinator. */
  readonly role: string
  readonly states: readonly string[] | null
}

/** `$4`: the worker. A row for each open episode allocated to them. */
export const myChildren = logged<MyChild>(
  'my-children',
  `select ${childColumns}, p.last_seen, p.last_seen_alone, e.episode, e.pathway, e.opened, a.role,
     (select array_agg(s.state) from episode_state s
      where s.record = e.record and s.episode = e.episode and s.until is null) as states
   from allocation a join episode e using (record, episode) join person p on p.record = a.record
   where a.worker = $4 and a.until is null and e.closed is null
   order by p.born nulls last, p.record, e.opened desc limit 1000`,
)

/**
 * `$4`: the worker, `$5`: their roles. What is due, waits for a signature or came back on the episodes allocated to them; to
 * who chairs, only what falls to a chair.
 */
export const myTasks = logged<ListedTask>(
  'my-tasks',
  `select ${taskColumns}
   from task t join allocation a on a.record = t.record and a.episode = t.episode
   where a.worker = $4 and a.until is null and (a.role <> 'chair' or t.falls = any($5::text[]))
   order by t.due nulls last, t.weight limit 2000`,
)

export interface Falling {
  readonly pathway: string
  readonly name: string
  readonly children: number
  readonly overdue: number
  readonly next: Day | null
}

/** `$4`: roles, `$5`: today, `$6`: now, `$7`: a team, or null for the whole council. How much falls to those roles. */
export const fallingTo = logged<Falling>(
  'falling-to-role',
  `select t.pathway, t.name, count(distinct t.record) as children,
     count(*) filter (where coalesce(t.due_at < $6::timestamptz, t.due < $5::date)) as overdue,
     min(t.due) filter (where t.due >= $5::date) as next
   from task t where t.kind = 'clock' and t.falls = any($4::text[])
     and ($7::integer is null or t.team = $7::integer)
   group by t.pathway, t.name order by overdue desc, children desc`,
)

export interface FallingChild extends ListedChild, ListedTask {}

/** `$4`: roles, `$5`: due by. The children behind it, the gravest and earliest first. */
export const fallingChildren = logged<FallingChild>(
  'falling-children',
  `select ${taskColumns}, ${childColumns}
   from task t join person p on p.record = t.record
   where t.kind = 'clock' and t.falls = any($4::text[]) and t.due <= $5::date
   order by t.weight, t.due, t.name, p.family, p.born limit 100`,
)
