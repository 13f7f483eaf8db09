/** Ages at which a status or a placement is possible. */
import { code } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { birthDate } from '../facts.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

const starts = code('S')

export const ages: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '352',
    meaning: 'Care began at the age of 18 or over',
    mend: 'Correct the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DECOM', 'RNE'],
    against: { Header: ['DOB'] },
    check: ({ RNE, DECOM }, collection, child) => RNE === starts && DECOM >= addYears(birthDate(child, collection), 18),
  }),
]
