/**
 * The policy compiled for lists: a condition on a column of record ids, made of joins and anti-joins with sets of ids. Only
 * the sets that this role's rules speak of are in it, so a role that reads every record pays for the anti-join alone.
 */
import { rulesFor } from './decide.ts'
import type { Relation } from './relations.ts'
import { type Action, compartmentOf, isAboutRecord, type ResourceId } from './resources.ts'
import type { RoleId } from './roles.ts'
import { type Asking, isThere, recordsGranted, recordsOf } from './sets.ts'

export interface Asked {
  readonly role: RoleId | undefined
  readonly resource: ResourceId
  readonly action: Action
}

const isIn = (column: string, set: string): string =>
  `exists (select from (${set}) reached where reached.record = ${column})`

/**
 * A condition on `column`, for a `where`. Of a resource about nobody it is the same for every row: `true` or `false`.
 * @param column a column of record ids, for example `p.record`
 */
export function readable({ role, resource, action }: Asked, column: string, asking: Asking): string {
  const fitting = role === undefined ? [] : rulesFor(role, resource, action)
  if (fitting.length === 0) return 'false'
  if (!isAboutRecord(resource)) return 'true'
  const conditions = [isThere(column, asking)]
  const within = compartmentOf(resource)
  if (within !== undefined) conditions.push(isIn(column, recordsGranted(within, asking)))
  const relations = new Set<Relation>()
  let isForAnyone = false
  for (const { to } of fitting)
    if (to === 'anyone') isForAnyone = true
    else for (const one of to) relations.add(one)
  if (!isForAnyone) {
    const sets = [...relations].map((one) => recordsOf(one, asking))
    conditions.push(isIn(column, sets.join('\n   union all ')))
  }
  return conditions.join('\n   and ')
}
