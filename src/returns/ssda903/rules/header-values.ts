/** Values of the child: sex, birth, ethnic background, UPN, mother, UASC. */
import { code, codes } from '../../engine/codes.ts'
import { addYears, dayNumber } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { ethnicGroups, male, sexes } from '../code-lists.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { isUasc } from './facts-uasc.ts'

const uascFlags = codes('0 1')
const unknownSex = code('U')
const tooYoungForUpn = code('UN1')
const noUpn = codes('UN1 UN2 UN3 UN4 UN5')
/** A check letter (never I, O or S), eleven digits, and a digit or, for a temporary number, a letter. */
const upnForm = /^[A-HJ-NP-RT-Z]\d{11}[\dA-Z]$/

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
  eachRow({
    code: '103',
    meaning: 'The ethnic background is missing or is not one of the codes',
    mend: 'Use one of the codes of ethnic background, such as WBRI, or NOBT where it is not yet known',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['ETHNIC'],
    check: ({ ETHNIC }, { year }) => !ethnicGroups.in(year).has(ETHNIC),
  }),
  eachRow({
    code: '104',
    meaning: 'The day on which the child ceased to be UASC is not a real date or is before the year',
    mend: 'Write it as dd/mm/yyyy, in the year of the return or later, or leave it blank',
    years: since(2023),
    tables: ['UASC'],
    table: 'UASC',
    fields: ['DUC'],
    check: (row, { start }) => row.unreadable('DUC') || row.DUC < start,
  }),
  eachRow({
    code: '105',
    meaning: 'It is not said whether the child is UASC',
    mend: 'Write 1 for an unaccompanied asylum-seeking child, else 0',
    years: since(2023),
    tables: ['Header', 'Header.UASC'],
    table: 'Header',
    fields: ['UASC'],
    check: ({ UASC }) => !uascFlags.has(UASC),
  }),
  eachRow({
    code: '168',
    meaning: 'The UPN has not the form of one, and is not a code for why there is none',
    mend: 'Correct the UPN (13 characters), or use UN1 to UN5',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['UPN'],
    check: (row) => row.filled('UPN') && !noUpn.has(row.UPN) && !upnForm.test(row.text('UPN')),
  }),
  eachRow({
    code: '171',
    meaning: "The date of birth of the young woman's child is not a real date",
    mend: 'Write it as dd/mm/yyyy, or leave it blank',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['MC_DOB'],
    check: (row) => row.unreadable('MC_DOB'),
  }),
  eachRow({
    code: '174',
    meaning: 'The date on which a mother gave birth is given for a boy',
    mend: 'Take the date out, or correct the sex',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['SEX', 'MC_DOB'],
    check: (row, { year }) => row.filled('MC_DOB') && male.in(year).has(row.SEX),
  }),
  eachRow({
    code: '209',
    meaning: 'UN1 (not yet of school age) is given for a child old enough to have a UPN',
    mend: "Find the child's UPN, or use the code for why there is none",
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['UPN', 'DOB'],
    check: ({ UPN, DOB }, { year }) => UPN === tooYoungForUpn && addYears(DOB, 4) <= dayNumber(year - 2, 8, 31),
  }),
  eachRow({
    code: '231',
    meaning: 'An unaccompanied asylum-seeking child is under 11 at the end of the year, which is unusual',
    mend: 'Check the date of birth and whether the child is UASC',
    years: since(2025),
    tables: ['Header', 'Header.UASC'],
    table: 'Header',
    fields: ['DOB', 'UASC'],
    check: ({ DOB, UASC }, { end }) => UASC === isUasc && DOB > addYears(end, -11),
  }),
  eachRow({
    code: '232',
    meaning: 'The sex is recorded as unknown',
    mend: 'Check the sex; keep U only where it really is not known',
    years: since(2025),
    tables: ['Header'],
    table: 'Header',
    fields: ['SEX'],
    check: ({ SEX }) => SEX === unknownSex,
  }),
  eachRow({
    code: '301',
    meaning: 'The child is born after the end of the year',
    mend: 'Correct the date of birth, or leave the child to the return of the next year',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['DOB'],
    check: ({ DOB }, { end }) => DOB > end,
  }),
  eachChild({
    code: '303',
    meaning: 'There is a day on which the child ceased to be UASC, but the child is not said to be UASC',
    mend: 'Write 1 for UASC, or take the date out',
    years: since(2023),
    tables: ['UASC', 'Header.UASC'],
    fields: { UASC: ['DUC'], Header: ['UASC'] },
    check(child, flag) {
      const ceased = child.UASC.filter((row) => row.filled('DUC'))
      const notUasc = child.Header.filter(({ UASC }) => UASC !== isUasc)
      if (ceased.length > 0 && notUasc.length > 0) flag.together([...ceased, ...notUasc])
    },
  }),
  eachRow({
    code: '304',
    meaning: 'The day on which the child ceased to be UASC is after the 18th birthday',
    mend: 'Use the 18th birthday at the latest, or correct the date of birth',
    years: since(2023),
    tables: ['UASC'],
    table: 'UASC',
    fields: ['DUC'],
    check: ({ DUC, DOB }) => DUC > addYears(DOB, 18),
  }),
  eachRow({
    code: '351',
    meaning: 'The person is over 25 when the year begins',
    mend: 'Correct the date of birth, or leave the person out',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['DOB'],
    check: ({ DOB }, { start }) => start > addYears(DOB, 25),
  }),
]
