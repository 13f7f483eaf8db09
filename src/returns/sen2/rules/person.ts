/** The person: names, birth, identifiers and age. */
import { parseUln, parseUpn } from '../../../core/people/identifiers.ts'
import { type RowReference, refer } from '../../engine/child.ts'
import { blank } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import { rowsThatShare } from '../../engine/repeats.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { ethnicGroups, reasonsForNoUpn, sexes } from '../code-lists.ts'
import { born, lastAcademicYearEnd } from '../facts.ts'
import { eachChild, eachRow, type Sen2, wholeReturn } from '../layout.ts'

/** Keeps the rows by a text, to find those that share it. */
function keep(seen: Map<string, RowReference[]>, text: string, row: Row<Sen2>): void {
  const holders = seen.get(text)
  if (holders === undefined) seen.set(text, [refer(row)])
  else holders.push(refer(row))
}

const shared = (seen: Map<string, RowReference[]>) => [...seen.values()].filter((holders) => holders.length > 1)

const person = { years: since(2023), tables: ['Person'], table: 'Person' } as const

const postcode = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i

export const persons: readonly Rule<Sen2>[] = [
  eachRow({
    ...person,
    code: 'S010',
    meaning: 'The surname or the forename is missing',
    mend: 'Give both names',
    reason: 'The department matches people by name, date of birth and postcode where numbers are missing',
    fields: ['Surname', 'Forename'],
    check: ({ Surname, Forename }) => Surname === blank || Forename === blank,
  }),
  eachRow({
    ...person,
    code: 'S011',
    meaning: 'The date of birth is missing or is not a real date',
    mend: 'Write the date of birth as yyyy-mm-dd',
    reason: 'Age decides who can have a plan and when it must end',
    fields: ['PersonBirthDate'],
    check: ({ PersonBirthDate }) => Number.isNaN(PersonBirthDate),
  }),
  eachRow({
    ...person,
    code: 'S012',
    meaning: 'The date of birth is after the end of the year',
    mend: 'Correct the date of birth',
    reason: 'A plan is for someone who has been born',
    fields: ['PersonBirthDate'],
    check: ({ PersonBirthDate }, { end }) => PersonBirthDate > end,
  }),
  eachRow({
    ...person,
    code: 'S013',
    meaning: 'The sex is missing or is not one of the codes of the year',
    mend: 'Use M, F or U',
    reason: 'The schema knows these codes',
    fields: ['Sex'],
    check: ({ Sex }, { year }) => !sexes.in(year).has(Sex),
  }),
  eachRow({
    ...person,
    code: 'S014',
    meaning: 'The ethnic background is missing or is not one of the codes',
    mend: 'Use a code of the list; REFU and NOBT say that it is not known',
    reason: 'The schema knows these codes',
    fields: ['Ethnicity'],
    check: ({ Ethnicity }, { year }) => !ethnicGroups.in(year).has(Ethnicity),
  }),
  eachRow({
    ...person,
    code: 'S015',
    severity: 'query',
    meaning: 'The postcode is missing or does not look like a postcode',
    mend: 'Give the full postcode of the home',
    reason: 'The home decides which authority is responsible (Children and Families Act 2014 s24)',
    fields: ['PostCode'],
    check: (row) => !postcode.test(row.text('PostCode')),
  }),
  eachRow({
    ...person,
    code: 'S016',
    meaning: 'The UPN is not well formed',
    mend: 'Check the UPN with the school',
    reason: 'Its first letter is reckoned from the other characters, so a slip shows (DfE, Unique pupil numbers guide)',
    fields: ['UPN'],
    check: (row) => row.filled('UPN') && !parseUpn(row.text('UPN')).ok,
  }),
  eachRow({
    ...person,
    code: 'S017',
    meaning: 'The unique learner number is not well formed',
    mend: 'Check the number in the learning records service',
    reason: 'Its last figure is reckoned from the other nine, so a slip shows',
    fields: ['UniqueLearnerNumber'],
    check: (row) => row.filled('UniqueLearnerNumber') && !parseUln(row.text('UniqueLearnerNumber')).ok,
  }),
  eachRow({
    ...person,
    code: 'S018',
    meaning: 'There is no UPN, no unique learner number and no reason for the want of a UPN',
    mend: 'Give one of the numbers, or the reason why there is no UPN',
    reason: 'Each person must be told apart from the next',
    fields: ['UPN', 'UniqueLearnerNumber', 'UPNunknown'],
    check: (row) => row.UPN === blank && row.UniqueLearnerNumber === blank && row.UPNunknown === blank,
  }),
  eachRow({
    ...person,
    code: 'S019',
    meaning: 'A UPN is given and also a reason why there is none',
    mend: 'Remove the reason, or the UPN',
    reason: 'Only one of the two can be true',
    fields: ['UPN', 'UPNunknown'],
    check: (row) => row.UPN !== blank && row.UPNunknown !== blank,
  }),
  eachRow({
    ...person,
    code: 'S020',
    meaning: 'The reason for the want of a UPN is not one of the codes',
    mend: 'Use UN1 to UN10',
    reason: 'The schema knows these codes',
    fields: ['UPNunknown'],
    check: ({ UPNunknown }, { year }) => UPNunknown !== blank && !reasonsForNoUpn.in(year).has(UPNunknown),
  }),
  wholeReturn({
    code: 'S021',
    meaning: 'The same UPN is given for more than one person',
    mend: 'Find whose number it is, or join the two records',
    reason: 'A UPN is given to one pupil for life',
    years: since(2023),
    tables: ['Person'],
    fields: { Person: ['UPN'] },
    ...rowsThatShare('Person', 'UPN'),
  }),
  wholeReturn({
    code: 'S022',
    meaning: 'The same unique learner number is given for more than one person',
    mend: 'Find whose number it is, or join the two records',
    reason: 'A learner has one number for life',
    years: since(2023),
    tables: ['Person'],
    fields: { Person: ['UniqueLearnerNumber'] },
    ...rowsThatShare('Person', 'UniqueLearnerNumber'),
  }),
  wholeReturn({
    code: 'S023',
    severity: 'query',
    meaning: 'Two persons have the same names, date of birth and postcode',
    mend: 'Join the two records if they are one person',
    reason: 'One person returned twice is counted twice',
    years: since(2023),
    tables: ['Person'],
    fields: { Person: ['Surname', 'Forename', 'PersonBirthDate', 'PostCode'] },
    begin: () => new Map<string, RowReference[]>(),
    each(child, seen) {
      for (const row of child.Person) {
        const cells = (['Surname', 'Forename', 'PersonBirthDate', 'PostCode'] as const).map((name) => row.text(name))
        if (!cells.includes('')) keep(seen, cells.join('\n').toUpperCase(), row)
      }
    },
    end(seen, flag) {
      for (const holders of shared(seen)) flag.rows(holders)
    },
  }),
  eachChild({
    code: 'S024',
    severity: 'query',
    meaning: 'The plan goes on after the academic year in which the person became 25',
    mend: 'Check the date of birth, or record the end of the plan',
    reason: 'A plan may last to the end of the academic year of the 25th birthday (Children and Families Act 2014 s46)',
    years: since(2023),
    tables: ['Person', 'ActivePlans'],
    fields: { Person: ['PersonBirthDate'] },
    check(child, flag, { end }) {
      if (child.ActivePlans.length === 0) return
      if (addYears(born(child), 25) <= lastAcademicYearEnd(end)) for (const row of child.Person) flag(row)
    },
  }),
  eachChild({
    code: 'S025',
    meaning: 'The person was 26 or over at the end of the year and has an active plan',
    mend: 'Correct the date of birth, or record the end of the plan',
    reason: 'No plan can be kept so long (Children and Families Act 2014 s46)',
    years: since(2023),
    tables: ['Person', 'ActivePlans'],
    fields: { Person: ['PersonBirthDate'] },
    check(child, flag, { end }) {
      if (child.ActivePlans.length > 0 && addYears(born(child), 26) <= end) for (const row of child.Person) flag(row)
    },
  }),
  eachChild({
    code: 'S026',
    meaning: 'Nothing is returned of the person: no request, and so no assessment and no plan',
    mend: 'Add the request, or leave the person out',
    reason: 'The schema asks for at least one request of each person',
    years: since(2023),
    tables: ['Person', 'Requests'],
    fields: { Person: ['Surname', 'Forename'] },
    check(child, flag) {
      if (child.Requests.length === 0) for (const row of child.Person) flag(row)
    },
  }),
  eachRow({
    ...person,
    code: 'S027',
    severity: 'query',
    meaning: 'The person is 17 or over and has no unique learner number',
    mend: 'Look the number up in the learning records service',
    reason: 'A number is given to every learner from 14 on, and post-16 funding follows it',
    fields: ['PersonBirthDate', 'UniqueLearnerNumber'],
    check: (row, { end }) => row.UniqueLearnerNumber === blank && addYears(row.PersonBirthDate, 17) <= end,
  }),
]
