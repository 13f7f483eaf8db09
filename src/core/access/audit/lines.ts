/** The rows of the access log as they are sealed: in order of commit, each as one line that says all of it. */
import { createHash } from 'node:crypto'
import { type Queryable, query, statement } from '../../database/statement.ts'
import type { Seal } from '../../record/root.ts'

/**
 * PostgreSQL writes a row so that no two different rows look the same. The moment goes in as a number, because how a
 * moment is written is a setting.
 */
const line = `row(a.id, extract(epoch from a.at), a.worker, a.what, a.record, a.detail, a.outcome, a.rule, a.purpose,
  a.session, a.committed)::text`

export interface Line {
  readonly committed: string
  readonly id: string
  readonly line: string
}

const linesAfter = statement<Line>(
  'access-lines',
  `select a.committed::text as committed, a.id::text as id, ${line} as line from access_log a
   where (a.committed, a.id) > ($1::text::xid8, $2::bigint) and a.committed < $3::text::xid8
   order by a.committed, a.id limit $4`,
)

const batchSize = 10_000

/** Every row of transactions from `from` on and below `upto`, in batches. */
export async function* linesBetween(on: Queryable, from: string, upto: string): AsyncGenerator<readonly Line[]> {
  // Below every id: all rows of transaction `from` are still to come.
  let [committed, id] = [from, '-1']
  for (;;) {
    const rows = await query(on, linesAfter, [committed, id, upto, batchSize])
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < batchSize) return
    ;({ committed, id } = last)
  }
}

/** sha256 over the root before, the lines, and the seal's own: given one after the other, because there may be millions. */
export function rootOfLines(before: string): {
  add(line: string): void
  root(seal: Omit<Seal, 'root'>): string
} {
  const hash = createHash('sha256').update(`access log|${before}\n`)
  return {
    add: (one) => hash.update(one).update('\n'),
    root: ({ number, at, upto, covers }) => hash.update(`${number}|${at}|${upto}|${covers}\n`).digest('hex'),
  }
}
