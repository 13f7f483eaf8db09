/** Work that waits for a signature, or came back without one. */
import { logged } from '../access/access.ts'
import type { Day } from '../calendar/index.ts'
import { childColumns, type ListedChild, type ListedTask, taskColumns } from './lists.ts'

export interface Waiting extends ListedTask, ListedChild {
  /** Children on one act are signed off together. */
  readonly act: string
  /** When the first clock runs out that the signature would stop. */
  readonly stops_due: Day | null
}

/**
 * `$4`: a team, or null for every team; `$5`, `$6`: steps and the clocks that stop when they are signed, side by side;
 * `$7`: `sign-off` or `returned`. What no team has comes too. The clock that runs out first, first.
 */
export const waitingForSignature = logged<Waiting>(
  'waiting-for-signature',
  `select ${taskColumns}, ${childColumns}, x.act, s.stops_due
   from task t join person p on p.record = t.record join entry x on x.record = t.record and x.position = t.n
   left join lateral (select min(c.due) as stops_due
     from unnest($5::text[], $6::text[]) as stops(step, clock)
     join task c on c.record = t.record and c.episode = t.episode and c.kind = 'clock' and c.name = stops.clock
     where stops.step = t.pathway || '/' || t.name) s on true
   where t.kind = $7 and ($4::integer is null or t.team = $4::integer or t.team is null)
   order by s.stops_due nulls last, t.since_at, x.act, p.born limit 300`,
)

/** `$4`: the act. The children on whose records it stands. */
export const childrenOfAct = logged<{ child_id: string; position: number }>(
  'children-of-act',
  `select p.child_id, x.position from entry x join person p on p.record = x.record
   where x.act = $4::uuid and x.kind = 'record' order by p.born nulls last, p.record`,
)
