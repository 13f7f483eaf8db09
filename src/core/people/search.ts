/**
 * Is this child known? Names by their beginning, in either order; a date of birth; any number the council, school or
 * health service gives a child. Exact and fast rather than clever: spelling is forgiven by the matching that follows.
 */
import { loggedSearch, type Reader } from '../access/access.ts'
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

/** That somebody is known may be looked up by whoever works with children. */
const existence = { resource: 'existence', action: 'list' } as const

const search = (name: string, isFound: string) =>
  loggedSearch<FoundPerson>(name, `select ${columns} ${from} where ${isFound} ${order}`, isFound, existence)

const byIdentifier = search('search-identifier', 'p.child_id in ($4, upper($4)) or p.upn = upper($4) or p.nhs = $4')
const byBirth = search('search-birth', 'p.born = $4')
const byName = search(
  'search-name',
  `(lower(p.surname) like $4 || '%' and lower(p.forename) like $5 || '%')
      or (lower(p.surname) like $5 || '%' and lower(p.forename) like $4 || '%')`,
)

/** `$4`: surname, `$5`: forename, `$6`: born. Finds nobody: somebody is about to be registered who may be sealed. */
const aboutToRegister = loggedSearch(
  'register-search',
  'select where $4::text is null',
  'lower(p.surname) = lower($4) and lower(p.forename) = lower($5) and p.born is not distinct from $6::date',
  existence,
)

/** A new record that would be of a person who is sealed: their custodian is asked to ring back, and nobody is told. */
export async function touchBeforeRegistering(
  reader: Reader,
  { forename, surname, born }: { readonly forename: string; readonly surname: string; readonly born: string | null },
): Promise<Outcome<void>> {
  const read = await reader.read(aboutToRegister, [surname, forename, born])
  return read.ok ? done(undefined) : read
}

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
