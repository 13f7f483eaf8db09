/** Everyone of a child's family or related to the child, either way round, with address and the services that know them. */
import { logged } from '../access/access.ts'
import type { Day } from '../calendar/index.ts'

export interface FamilyMember {
  readonly child_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly born: Day | null
  readonly expected: Day | null
  readonly died: Day | null
  readonly sex: 'F' | 'M' | 'U'
  readonly adult: boolean
  /** What they are to the child; null where they only share the family. */
  readonly kind: string | null
  readonly responsibility: string | null
  readonly lines: string | null
  readonly protected: boolean | null
  readonly pathways: readonly string[] | null
}

/** `$4`: the child's record. */
export const familyOf = logged<FamilyMember>(
  'family',
  `select o.child_id, o.forename, o.surname, o.known_as, o.born, o.expected, o.died, o.sex, o.adult, r.kind, r.responsibility,
     a.lines, a.protected,
     (select array_agg(distinct e.pathway) from episode e where e.record = o.record and e.closed is null) as pathways
   from person p
   join person o on o.record <> p.record
     and (o.family = p.family or exists (select 1 from relationship x where x.record = p.record and x.other = o.record))
   left join lateral (select kind, responsibility from relationship x where x.record = p.record and x.other = o.record
     order by position desc limit 1) r on true
   left join lateral (select lines, protected from address x where x.record = o.record and x.kind = 'home' and x.until is null
     order by since desc nulls last limit 1) a on true
   where p.record = $4 order by o.adult desc, o.born nulls last limit 60`,
)
