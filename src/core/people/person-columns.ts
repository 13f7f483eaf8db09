/** What nearly every statement reads of a person: by whom a page or a list knows them. */
import type { Day } from '../calendar/index.ts'
import { displayName } from './names.ts'

/** As PostgreSQL gives them; `known_as` and the days are null where there are none. */
export interface PersonColumns {
  readonly child_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly born: Day | null
  readonly expected: Day | null
  readonly died: Day | null
}

/** For a statement in which the person is `p`. */
export const personColumns = 'p.child_id, p.forename, p.surname, p.known_as, p.born, p.expected, p.died'

type Called = Pick<PersonColumns, 'forename' | 'surname'> & Partial<Pick<PersonColumns, 'child_id' | 'known_as'>>

/** As they are called: an unborn child has no forename yet, and one read from a census no name, only the council's id. */
export function nameOf({ forename, surname, known_as, child_id }: Called): string {
  if (forename === '' && surname === '' && !known_as && child_id !== undefined) return `Child ${child_id}`
  return displayName({ forename: forename || 'Baby', surname, knownAs: known_as ?? null })
}
