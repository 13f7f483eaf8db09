/**
 * Is this child known? Names by their beginning, in either order; a date of birth; any number the council, school or
 * health service gives a child. Exact and fast rather than clever: spelling is forgiven by the matching that follows.
 */
import { logged, type Reader } from '../access/access.ts'
import { parseDay } from '../calendar/index.ts'
import { done, type Outcome } from '../outcomes.ts'
import { type PersonColumns, personColumns } from './person-columns.ts'

export interface FoundPerson extends PersonColumns {
  readonly adult: boolean
  readonly school: string | null
  readonly pathways: readonly string[] | null
}

const columns = `${personColumns}, p.adult, o.name as school,
  (select array_agg(distinct e.pathway) from episode e where e.record = p.record and e.closed is null) as pathways`
const from = 'from person p left join organisation o on o.id = p.school'
const order = 'order by p.adult, p.surname, p.forename, p.born limit 51'

const byIdentifier = logged<FoundPerson>(
  'search-identifier',
  `select ${columns} ${from} where p.child_id in ($4, upper($4)) or p.upn = upper($4) or p.nhs = $4 ${order}`,
)
const byBirth = logged<FoundPerson>('search-birth', `select ${columns} ${from} where p.born = $4 ${order}`)
const byName = logged<FoundPerson>(
  'search-name',
  `select ${columns} ${from}
   where (lower(p.surname) like $4 || '%' and lower(p.forename) like $5 || '%')
      or (lower(p.surname) like $5 || '%' and lower(p.forename) like $4 || '%') ${order}`,
)

const forLike = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, (special) => `\\${special}`)

/** At most 51, so that a page of 50 can say there are more. */
export async function searchPeople(reader: Reader, typed: string): Promise<Outcome<FoundPerson[]>> {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (text.length < 2) return done([])
  const compact = text.replaceAll(' ', '')
  if (/\d/.test(compact)) {
    const day = parseDay(text)
    return day.ok
      ? reader.read(byBirth, [day.value], { detail: text })
      : reader.read(byIdentifier, [compact], { detail: compact })
  }
  const [first = '', ...others] = text.split(' ')
  const last = others.join(' ')
  return reader.read(byName, [forLike(last || first), forLike(last ? first : '')], { detail: text })
}
