/** Who has looked at one child's record, from the access log. Reading it leaves a row there as well. */
import type { Moment } from '../../calendar/index.ts'
import { type PersonColumns, personColumns } from '../../people/person-columns.ts'
import { loggedForEach } from '../access.ts'
import { rulesFor } from '../policy/decide.ts'
import { roleOf } from '../policy/roles.ts'

export const readers = { resource: 'readers', action: 'read' } as const

/** Whether the post may see this of any child; of which, the rule says. */
export function maySeeReaders(post: string): boolean {
  const role = roleOf(post)
  return role !== undefined && rulesFor(role, readers.resource, readers.action).length > 0
}

export interface Look extends PersonColumns {
  readonly record: number
  /** null, as all that follows but `total`, where nobody has looked yet. */
  readonly at: Moment | null
  readonly worker: number | null
  readonly what: string | null
  readonly outcome: 'allowed' | 'refused' | null
  readonly purpose: string | null
  readonly total: number
}

/**
 * A row for each look, the latest first, and one without a look where there is none; none at all without such a child.
 * `$4`: the child's id alone in a list, `$5`, `$6`: first day and the day after the last, or null, `$7`: worker or null, `$8`: rows, `$9`: rows
 * to pass over.
 */
export const lookedAt = loggedForEach<Look>(
  'readers',
  `select ${personColumns}, p.record, l.at, l.worker, l.what, l.outcome, l.purpose, coalesce(l.total, 0) as total
   from person p left join lateral (
     select a.id, a.at, a.worker, a.what, a.outcome, a.purpose, count(*) over ()::integer as total
     from access_log a where a.record = p.record and ($7::integer is null or a.worker = $7::integer)
       and ($5::date is null or a.at >= $5::date at time zone 'Europe/London')
       and ($6::date is null or a.at < $6::date at time zone 'Europe/London')
     order by a.at desc, a.id desc limit $8 offset $9) l on true
   where p.child_id = $4[1] order by l.at desc, l.id desc`,
  readers,
)

const whats: Readonly<Record<string, string>> = {
  'child-page': 'Opened the child’s page',
  'child-record': 'Read the record',
  readers: 'Looked at who has looked',
  family: 'Read the family',
  siblings: 'Read about brothers and sisters',
  document: 'Downloaded an attached file',
}

/** What a row of the log says was read, in words. */
export const whatInWords = (what: string): string => whats[what] ?? `Listed: ${what.replaceAll('-', ' ')}`
