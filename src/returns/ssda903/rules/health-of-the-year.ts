/** Health and convictions of children looked after for the whole year. */
import { blank, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { lookedAfterAllYear } from '../facts.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

const answers = codes('0 1')
/** From this age a child can be convicted: the Children and Young Persons Act 1933, section 50, as amended from 1964. */
const ageOfCriminalResponsibility = 10
/** Below this age the health of children in care is told by developmental assessments. */
const ageOfLastHealthCheck = 5

const others = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const

const lacksOthers = (record: Row<Ssda903, 'OC2'>): boolean => others.some((field) => record[field] === blank)

export const healthOfTheYear: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '542',
    meaning: 'A conviction is answered for a child under 10 at the end of the year',
    mend: 'Remove CONVICTED, or correct the date of birth',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['CONVICTED', 'DOB'],
    check: ({ CONVICTED, DOB }, { end }) => CONVICTED !== blank && addYears(DOB, ageOfCriminalResponsibility) > end,
  }),
  eachRow({
    code: '543',
    meaning: 'The child was looked after all year and is 10 or over, but it is not said whether they were convicted',
    mend: 'Write 1 in CONVICTED for convicted or subject to youth caution, otherwise 0',
    years: since(2023),
    tables: ['Episodes', 'OC2'],
    table: 'OC2',
    fields: ['DOB', 'CONVICTED'],
    check: ({ CONVICTED, DOB }, collection, child) =>
      CONVICTED === blank &&
      addYears(DOB, ageOfCriminalResponsibility) <= collection.end &&
      lookedAfterAllYear(child, collection),
  }),
  eachRow({
    code: '544',
    meaning: 'Convictions are answered, but some of the health questions are not',
    mend: 'Answer all of the health questions',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['CONVICTED', ...others],
    check: (record) => answers.has(record.CONVICTED) && lacksOthers(record),
  }),
  eachRow({
    code: '545',
    meaning: 'The child was looked after all year and is under 5, but the development assessments are not answered',
    mend: 'Write 1 in HEALTH_CHECK if they are up to date, otherwise 0',
    years: since(2023),
    tables: ['Episodes', 'OC2'],
    table: 'OC2',
    fields: ['DOB', 'HEALTH_CHECK'],
    check: ({ HEALTH_CHECK, DOB }, collection, child) =>
      HEALTH_CHECK === blank &&
      collection.end < addYears(DOB, ageOfLastHealthCheck) &&
      lookedAfterAllYear(child, collection),
  }),
  eachRow({
    code: '546',
    meaning: 'The development assessments are answered for a child of 5 or over who was looked after all year',
    mend: 'Remove HEALTH_CHECK, or correct the date of birth',
    years: since(2023),
    tables: ['Episodes', 'OC2'],
    table: 'OC2',
    fields: ['DOB', 'HEALTH_CHECK'],
    check: ({ HEALTH_CHECK, DOB }, collection, child) =>
      HEALTH_CHECK !== blank &&
      addYears(DOB, ageOfLastHealthCheck) <= collection.end &&
      lookedAfterAllYear(child, collection),
  }),
  eachRow({
    code: '547',
    meaning: 'The development assessments are answered, but some of the other health questions are not',
    mend: 'Answer all of the health questions',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['HEALTH_CHECK', ...others],
    check: (record) => answers.has(record.HEALTH_CHECK) && lacksOthers(record),
  }),
]
