/** The message, UPN and child id. */
import { dayNumber } from '../../engine/days.ts'
import { rowsThatShare } from '../../engine/repeats.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { authoritiesIn, checkLetterOf, mayEndUpn } from '../facts-upn.ts'
import { type CinCensus, eachRow, wholeReturn } from '../layout.ts'

/** Characters of a full-length UPN, counted from 1, both included; '' where there is no UPN of 13 characters. */
function partOfUpn(row: { text(column: 'UPN'): string }, from: number, to: number): string {
  const upn = row.text('UPN')
  return upn.length === 13 ? upn.slice(from - 1, to) : ''
}

export const headerAndIdentifiers: readonly Rule<CinCensus>[] = [
  eachRow({
    code: '100',
    meaning: 'The reference date is not 31 March of the year of the census',
    mend: 'Use 31 March of the year that the header names',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['ReferenceDate'],
    // A reference date or a year that is missing is wrong too, and NaN equals nothing.
    check: ({ Year, ReferenceDate }) => ReferenceDate !== dayNumber(Year, 3, 31),
  }),
  eachRow({
    code: '1510',
    meaning: 'The check letter of the UPN does not agree with its figures',
    mend: 'Check the UPN with the school or the school census',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['UPN'],
    check(row) {
      const figures = partOfUpn(row, 2, 13)
      return /^[0-9]{12}$/.test(figures) && checkLetterOf(figures) !== partOfUpn(row, 1, 1)
    },
  }),
  wholeReturn({
    code: '1520',
    meaning: 'More than one child has this UPN',
    mend: 'Check which child the UPN belongs to, or join the records if they are of one child',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    fields: { ChildIdentifiers: ['UPN'] },
    ...rowsThatShare('ChildIdentifiers', 'UPN'),
  }),
  eachRow({
    code: '1530',
    meaning: 'Characters 2 to 4 of the UPN are not the number of a local authority',
    mend: 'Check the UPN with the school or the school census',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['UPN'],
    check(row, { year }) {
      const authority = partOfUpn(row, 2, 4)
      return authority !== '' && !authoritiesIn(year).has(authority)
    },
  }),
  eachRow({
    code: '1540',
    meaning: 'Characters 5 to 12 of the UPN are not all figures',
    mend: 'Check the UPN with the school or the school census',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['UPN'],
    check: (row) => row.filled('UPN') && !/^[0-9]+$/.test(row.text('UPN').slice(4, 12)),
  }),
  eachRow({
    code: '1550',
    meaning: 'Character 13 of the UPN is neither a figure nor a letter that a UPN may end in',
    mend: 'Check the UPN with the school; letters are capitals and never I, O or S',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['UPN'],
    check(row) {
      const last = partOfUpn(row, 13, 13)
      return last !== '' && !mayEndUpn(last)
    },
  }),
  eachRow({
    code: '1560Q',
    meaning: 'The former UPN is not a letter followed by twelve figures',
    mend: 'Check the former UPN with the school, or leave it out if it is not known',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['FormerUPN'],
    check: (row) => row.filled('FormerUPN') && !/^[A-Za-z][0-9]{12}$/.test(row.text('FormerUPN')),
  }),
  eachRow({
    code: '1570',
    meaning: 'The child id is longer than 20 characters',
    mend: 'Give the child an id of at most 20 letters and figures',
    years: since(2025),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['LAchildID'],
    check: (row) => [...row.text('LAchildID')].length > 20,
  }),
  eachRow({
    code: '1580',
    meaning: 'The child id has characters other than letters and figures',
    mend: 'Give the child an id of letters and figures only, without spaces or signs',
    years: since(2025),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['LAchildID'],
    check: (row) => /[^A-Za-z0-9]/.test(row.text('LAchildID')),
  }),
  eachRow({
    code: '8500',
    meaning: 'The child has no id',
    mend: "Give the child's id in the council's system",
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['LAchildID'],
    check: (row) => row.blank('LAchildID'),
  }),
  wholeReturn({
    code: '8510',
    meaning: 'The child id is used for more than one child',
    mend: 'Give each child an id of its own, or join the two records',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    fields: { ChildIdentifiers: ['LAchildID'] },
    ...rowsThatShare('ChildIdentifiers', 'LAchildID'),
  }),
]
