/** Who is an unaccompanied asylum-seeking child, this year and last. */
import { derived } from '../../engine/child.ts'
import { code } from '../../engine/codes.ts'
import type { ChildTables } from '../../engine/layout.ts'
import type { Collection } from '../../engine/rule.ts'
import type { ChildOf903 } from '../facts.ts'
import type { Ssda903 } from '../layout.ts'

/** The flag of a child who is one. */
export const isUasc = code('1')

/** The header says so; where no header was given, a row of the UASC table that says anything stands for it. */
function saidToBeUasc(tables: ChildTables<Ssda903>, hasFlag: boolean): boolean {
  if (hasFlag) return tables.Header.some(({ UASC }) => UASC === isUasc)
  return tables.UASC.some((row) => row.filled('SEX') || row.filled('DOB') || row.filled('DUC'))
}

export const uascThisYear = derived((child: ChildOf903, collection: Collection): boolean =>
  saidToBeUasc(child, collection.has('Header.UASC')),
)
export const uascLastYear = derived((child: ChildOf903, collection: Collection): boolean =>
  saidToBeUasc(child.last, collection.has('last.Header.UASC')),
)
