/** Values of the child: sex, birth, ethnic background, UPN, mother, UASC. */
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { sexes } from '../code-lists.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

export const headerValues: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '101',
    meaning: 'The sex is not one of the codes of the year',
    mend: 'Use M, F or U (1 or 2 in returns to 2023/24)',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['SEX'],
    check: ({ SEX }, { year }) => !sexes.in(year).has(SEX),
  }),
  eachRow({
    code: '102',
    meaning: 'The date of birth is missing or is not a real date',
    mend: 'Write the date of birth as dd/mm/yyyy',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['DOB'],
    check: ({ DOB }) => Number.isNaN(DOB),
  }),
]
