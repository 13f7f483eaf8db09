/** Birth, death, sex, ethnic background. */
import { blank } from '../../engine/codes.ts'
import { addMonths } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { ethnicGroups, sexes, sexUnknown } from '../code-lists.ts'
import { dated, outside, undated } from '../facts-period.ts'
import { type CinCensus, eachRow, wholeReturn } from '../layout.ts'
import { childAndReferrals } from './child-and-referrals.ts'

const unborn = (row: Row<CinCensus, 'ChildIdentifiers'>): boolean =>
  dated(row.ExpectedPersonBirthDate) && undated(row.PersonBirthDate)

export const child: readonly Rule<CinCensus>[] = [
  wholeReturn({
    code: '2886Q',
    meaning: 'The sex of more than 2% of the children is not known',
    mend: 'Record the sex of the children who have been born',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers'],
    fields: {},
    begin: () => ({ children: 0, unknown: 0 }),
    each(child, seen, { year }) {
      for (const { Sex, ExpectedPersonBirthDate } of child.ChildIdentifiers) {
        seen.children++
        if ((Sex === blank || sexUnknown.in(year).has(Sex)) && undated(ExpectedPersonBirthDate)) seen.unknown++
      }
    },
    end({ children, unknown }, flag) {
      if (unknown * 50 <= children) return
      const share = ((unknown / children) * 100).toFixed(1)
      flag.whole(
        `It is not known for ${unknown} of ${children} (${share}%), unborn children not counted among the first`,
      )
    },
  }),
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
  eachRow({
    code: '4220',
    meaning: 'The ethnic background is missing or is not one of the codes',
    mend: 'Give one of the four-letter codes; REFU and NOBT are among them',
    years: since(2023),
    tables: ['ChildCharacteristics'],
    table: 'ChildCharacteristics',
    fields: ['Ethnicity'],
    check: ({ Ethnicity }, { year }) => !ethnicGroups.in(year).has(Ethnicity),
  }),
  eachRow({
    code: '8520',
    meaning: 'The child was born after the reference date',
    mend: 'Correct the date of birth, or give it as an expected date of birth',
    years: since(2023),
    tables: ['ChildIdentifiers', 'Header.ReferenceDate'],
    table: 'ChildIdentifiers',
    fields: ['PersonBirthDate'],
    check: ({ PersonBirthDate }, { end }) => PersonBirthDate > end,
  }),
  eachRow({
    code: '8525Q',
    meaning: 'There must be either a date of birth or an expected date of birth, and not both',
    mend: 'Give the date of birth of a child who has been born and the expected date of one who has not',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['PersonBirthDate', 'ExpectedPersonBirthDate'],
    check: (row) => dated(row.PersonBirthDate) === dated(row.ExpectedPersonBirthDate),
  }),
  eachRow({
    code: '8530Q',
    meaning: 'The expected date of birth is not between 30 days before and nine months after the reference date',
    mend: 'Check the expected date; if the child has been born, give the date of birth instead',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers', 'Header.ReferenceDate'],
    table: 'ChildIdentifiers',
    fields: ['ExpectedPersonBirthDate'],
    check: ({ ExpectedPersonBirthDate: expected }, { end }) => expected < end - 30 || expected > addMonths(end, 9),
  }),
  eachRow({
    code: '8535Q',
    meaning: 'The child died before being born',
    mend: 'Correct the date of death or the date of birth',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['PersonDeathDate', 'PersonBirthDate'],
    check: (row) => row.PersonDeathDate < row.PersonBirthDate,
  }),
  eachRow({
    code: '8545Q',
    meaning: 'The child did not die in the census year',
    mend: 'Check the date of death; a child who died before the year does not belong in the return',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers', 'Header.ReferenceDate'],
    table: 'ChildIdentifiers',
    fields: ['PersonDeathDate'],
    check: ({ PersonDeathDate }, period) => outside(PersonDeathDate, period),
  }),
  eachRow({
    code: '8750',
    meaning: 'The child is not yet born but the sex is not given as unknown',
    mend: 'Use U (0 in returns to 2023/24), or give the date of birth',
    years: since(2023),
    tables: ['ChildIdentifiers'],
    table: 'ChildIdentifiers',
    fields: ['Sex', 'PersonBirthDate', 'ExpectedPersonBirthDate'],
    check: (row, { year }) => unborn(row) && !sexUnknown.in(year).has(row.Sex),
  }),
  ...childAndReferrals,
]
