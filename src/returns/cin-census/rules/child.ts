/** Birth, death, sex, ethnic background. */
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { sexes } from '../code-lists.ts'
import { type CinCensus, eachRow } from '../layout.ts'

export const child: readonly Rule<CinCensus>[] = [
  eachRow({
    code: '4180',
    meaning: 'The sex is missing or is not one of the codes of the year',
    mend: 'Use M, F or U (1, 2, 0 or 9 in returns to 2023/24)',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['Sex'],
    check: ({ Sex }, { year }) => !sexes.in(year).has(Sex),
  }),
]
