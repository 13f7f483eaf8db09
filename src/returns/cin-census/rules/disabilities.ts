/** Disabilities. */
import { code } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { disabilities as listed } from '../code-lists.ts'
import { type CinCensus, wholeReturn } from '../layout.ts'

const none = code('NONE')

export const disabilities: readonly Rule<CinCensus>[] = [
  wholeReturn({
    code: '2887Q',
    meaning: 'Fewer than eight different kinds of disability are used in the whole return',
    mend: 'Check that every kind of disability reaches the return from the record',
    years: since(2023),
    severity: 'query',
    tables: ['Disabilities'],
    fields: {},
    begin: () => new Set<string>(),
    each(child, seen, { year }) {
      for (const row of child.Disabilities) {
        if (row.Disability !== none && listed.in(year).has(row.Disability)) seen.add(row.text('Disability'))
      }
    },
    end(seen, flag) {
      if (seen.size < 8) flag.whole(`${seen.size} kinds are used: ${[...seen].sort().join(' ') || 'none'}`)
    },
  }),
]
