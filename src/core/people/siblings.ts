/** Brothers and sisters of a child who share its family, each with the episodes that are open: for acts about several. */
import { logged } from '../access/access.ts'
import type { PersonColumns } from './person-columns.ts'

export interface Sibling extends Omit<PersonColumns, 'died'> {
  readonly record: number
  /** Where its record stands. */
  readonly position: number
  readonly open: readonly { readonly pathway: string; readonly episode: number }[] | null
}

/** `$4`: the child's id. The child itself first, then the others by age. */
export const siblingsOf = logged<Sibling>(
  'siblings',
  `select s.record, s.child_id, s.forename, s.surname, s.known_as, s.born, s.expected,
     (select max(e.position) from entry e where e.record = s.record) as position,
     (select json_agg(json_build_object('pathway', e.pathway, 'episode', e.episode) order by e.opened desc)
      from episode e where e.record = s.record and e.closed is null) as open
   from person p join person s on s.record = p.record or (s.family = p.family and not s.adult and s.died is null)
   where p.child_id = $4 order by s.record <> p.record, s.born nulls last limit 20`,
  { resource: 'child', action: 'read' },
)
