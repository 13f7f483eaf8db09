/** Everyone of a child's family or related to the child, either way round, with address and the services that know them. */
import { logged } from '../access/access.ts'
import { type KeptAddress, keptAddress } from './addresses.ts'
import type { PersonColumns } from './person-columns.ts'

export interface FamilyMember extends PersonColumns {
  readonly sex: 'F' | 'M' | 'U'
  readonly adult: boolean
  /** What they are to the child; null where they only share the family. */
  readonly kind: string | null
  /** It stands on their record: `kind` is what the child is to them. */
  readonly inverse: boolean | null
  readonly responsibility: string | null
  /** Where they live; null where it is not known. */
  readonly home: KeptAddress | null
  readonly pathways: readonly string[] | null
}

/** `$4`: the child's record. */
export const familyOf = logged<FamilyMember>(
  'family',
  `select o.child_id, o.forename, o.surname, o.known_as, o.born, o.expected, o.died, o.sex, o.adult, r.kind, r.inverse,
     r.responsibility, a.home,
     (select array_agg(distinct e.pathway) from episode e where e.record = o.record and e.closed is null) as pathways
   from person p
   cross join lateral (
     select s.record from person s where s.family = p.family
     union select x.other from relationship x where x.record = p.record
     union select x.record from relationship x where x.other = p.record) theirs
   join person o on o.record = theirs.record and o.record <> p.record
   left join lateral (
     select kind, responsibility, false as inverse, position from relationship x
       where x.record = p.record and x.other = o.record
     union all
     select kind, null, true, position from relationship x where x.record = o.record and x.other = p.record
     order by inverse, position desc limit 1) r on true
   left join lateral (select ${keptAddress('x')} as home from address x where x.record = o.record and x.kind = 'home' and x.until is null
     order by since desc nulls last limit 1) a on true
   where p.record = $4 order by o.adult desc, o.born nulls last limit 60`,
  { resource: 'family', action: 'read' },
)
