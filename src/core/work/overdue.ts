/** What should have been done by now, the gravest and latest first, with the reason where one was given. */
import { logged } from '../access/access.ts'
import type { Day } from '../calendar/index.ts'
import { childColumns, type ListedChild, type ListedTask, taskColumns } from './lists.ts'

export interface Overdue extends ListedTask, ListedChild {
  readonly reason: string | null
  readonly reason_day: Day | null
  readonly total: number
}

/**
 * `$4`: today, `$5`: now, `$6`: a team or null, `$7`: a service or null, `$8`: clocks or null, `$9`, `$10`: every clock
 * and its title, side by side, `$11`: rows, `$12`: rows to pass over. A reason names its clock by either, and belongs to
 * the run of the clock it was given in: a later visit that is late needs its own.
 */
export const overdueTasks = logged<Overdue>(
  'overdue',
  `select ${taskColumns}, ${childColumns}, r.words as reason, r.day as reason_day, t.total
   from (select task.*, count(*) over () as total from task
         where kind = 'clock' and coalesce(due_at < $5::timestamptz, due < $4::date)
           and ($6::integer is null or team = $6::integer) and ($7::text is null or pathway = $7::text)
           and ($8::text[] is null or pathway || '/' || name = any($8::text[]))
         order by weight, due, record, name, n limit $11 offset $12) t
   join person p on p.record = t.record
   left join lateral (select l.words, l.day from listed l
     where l.record = t.record and l.episode = t.episode and l.step = 'reasonOverdue' and l.day >= t.since
       and l.reference in (t.name, (select c.title from unnest($9::text[], $10::text[]) as c(key, title)
                                    where c.key = t.pathway || '/' || t.name))
     order by l.position desc limit 1) r on true
   order by t.weight, t.due, p.family, p.born, t.name`,
)
