/** The message, UPN and child id. */
import { type RowReference, refer } from '../../engine/child.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type CinCensus, wholeReturn } from '../layout.ts'

export const headerAndIdentifiers: readonly Rule<CinCensus>[] = [
  wholeReturn({
    code: '8510',
    meaning: 'The child id is used for more than one child',
    mend: 'Give each child an id of its own, or join the two records',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    fields: { ChildIdentifiers: ['LAchildID'] },
    begin: () => new Map<string, RowReference[]>(),
    each(child, seen) {
      for (const row of child.ChildIdentifiers) {
        if (row.blank('LAchildID')) continue
        const id = row.text('LAchildID')
        const holders = seen.get(id)
        if (holders === undefined) seen.set(id, [refer(row, child)])
        else holders.push(refer(row, child))
      }
    },
    end(seen, flag) {
      for (const holders of seen.values()) if (holders.length > 1) flag.rows(holders)
    },
  }),
]
