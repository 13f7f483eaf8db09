/** Mothers, sex and UPN. */

import { type RowReference, refer } from '../../engine/child.ts'
import { codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type Ssda903, wholeReturn } from '../layout.ts'

const noUpn = codes('UN1 UN2 UN3 UN4 UN5')

export const mothersAndIdentity: readonly Rule<Ssda903>[] = [
  wholeReturn({
    code: '444',
    meaning: 'The same UPN is given for more than one child',
    mend: 'Find which child the UPN belongs to, and correct the others',
    years: since(2026),
    tables: ['Header'],
    fields: { Header: ['UPN'] },
    begin: () => new Map<string, RowReference[]>(),
    each(child, seen) {
      for (const header of child.Header) {
        if (header.blank('UPN') || noUpn.has(header.UPN)) continue
        const upn = header.text('UPN')
        const holders = seen.get(upn)
        if (holders === undefined) seen.set(upn, [refer(header, child)])
        else holders.push(refer(header, child))
      }
    },
    end(seen, flag) {
      for (const holders of seen.values()) if (holders.length > 1) flag.rows(holders)
    },
  }),
]
