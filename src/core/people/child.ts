/**
 * The child's page in one statement: who, status, the next clocks, the last events, who works with the family. It
 * returns one value of JSON, because decoding many small rows costs more than the query, and in it nothing that the page
 * does not show. The family is found by two indexes and a union: with an “or” PostgreSQL reads every person of the city.
 */
import { isThereForAsked, loggedPage } from '../access/access.ts'
import type { Day, Moment } from '../calendar/index.ts'
import { type KeptAddress, keptAddress } from './addresses.ts'
import type { PersonColumns } from './person-columns.ts'

export interface ChildTask {
  readonly episode: number
  readonly pathway: string
  readonly kind: string
  readonly name: string
  readonly due: Day | null
  readonly due_at: Moment | null
}

export interface ChildPage extends PersonColumns {
  readonly adult: boolean
  readonly school: string | null
  readonly last_seen: Day | null
  readonly last_seen_alone: Day | null
  /** `[day, title, says, episode, position]`, newest first. */
  readonly latest: readonly [Day, string, string, number, number][]
  readonly tasks: readonly ChildTask[] | null
  /** Those that are open. */
  readonly episodes:
    | readonly { episode: number; pathway: string; opened: Day; states: readonly string[] | null }[]
    | null
  readonly allocations: readonly { role: string; worker: number | null; team: number | null; pathway: string }[] | null
  readonly family_members:
    | readonly {
        child_id: string
        forename: string
        surname: string
        born: Day | null
        expected: Day | null
        died: Day | null
        sex: 'F' | 'M' | 'U'
        adult: boolean
        kind: string
        responsibility: string | null
      }[]
    | null
  readonly address: KeptAddress | null
}

export const childPage = loggedPage<ChildPage>(
  'child-page',
  { resource: 'child', action: 'read' },
  `select json_build_object(
  'child_id', p.child_id, 'forename', p.forename, 'surname', p.surname, 'known_as', p.known_as, 'born', p.born,
  'expected', p.expected, 'died', p.died, 'adult', p.adult, 'last_seen', p.last_seen,
  'last_seen_alone', p.last_seen_alone, 'latest', p.latest,
  'school', (select o.name from organisation o where o.id = p.school),
  'tasks', (select json_agg(t) from (
    select episode, pathway, kind, name, due, due_at from task where task.record = p.record
    order by due nulls last, weight limit 5) t),
  'episodes', (select json_agg(e) from (
    select episode, pathway, opened,
      (select json_agg(s.state) from episode_state s
       where s.record = episode.record and s.episode = episode.episode and s.until is null) as states
    from episode where episode.record = p.record and closed is null order by opened desc limit 8) e),
  'allocations', (select json_agg(a) from (
    select role, worker, team, pathway from allocation
    where allocation.record = p.record and until is null order by since desc limit 6) a),
  'family_members', (select json_agg(f) from (
    select o.child_id, o.forename, o.surname, o.born, o.expected, o.died, o.sex, o.adult, coalesce(r.kind, 'family') as kind,
      r.responsibility
    from (select s.record from person s where s.family = p.family
      union select x.other from relationship x where x.record = p.record) theirs
    join person o on o.record = theirs.record and o.record <> p.record
      and ${isThereForAsked('o.record')}
    left join lateral (select kind, responsibility from relationship x where x.record = p.record and x.other = o.record
      order by position desc limit 1) r on true
    order by o.adult desc, o.born limit 12) f),
  'address', (select ${keptAddress('address')}
    from address where address.record = p.record and kind = 'home' and until is null
    order by since desc nulls last limit 1)
) from person p where p.child_id = asked.child_id and ${isThereForAsked('p.record')}`,
)
