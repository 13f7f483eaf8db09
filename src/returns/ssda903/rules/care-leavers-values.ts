/** Values of care leaver data (OC3). */
import { blank, code, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { accommodationCodes, activityCodes, touchCodes } from '../code-lists.ts'
import { birthDate } from '../facts.ts'
import { eachRow, type Ssda903 } from '../layout.ts'
import { anyBlank, anyFilled, careLeaverAnswers } from './facts-answers.ts'

const inTouch = code('YES')
const died = code('DIED')
const diedOrReturnedHome = codes('DIED RHOM')
const notKnown = code('0')
const foyers = codes('T1 T2')
const withFormerFosterCarers = codes('Z1 Z2')

export const careLeaverValues: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '131',
    meaning: 'Whether the council is in touch with the young person is missing or is not one of the codes',
    mend: 'Use YES, NO, DIED, REFU, NREQ or RHOM',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: ['IN_TOUCH'],
    check: ({ IN_TOUCH }, { year }) => !touchCodes.in(year).has(IN_TOUCH),
  }),
  eachRow({
    code: '132',
    meaning: "The young person's main activity is missing or is not one of the codes",
    mend: 'Use one of the codes of activity, or 0 where the council is not in touch',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: ['ACTIV'],
    check: ({ ACTIV }, { year }) => !activityCodes.in(year).has(ACTIV),
  }),
  eachRow({
    code: '133',
    meaning: "The young person's accommodation is missing or is not one of the codes",
    mend: 'Use one of the codes of accommodation, or 0 where the council is not in touch',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: ['ACCOM'],
    check: ({ ACCOM }, { year }) => !accommodationCodes.in(year).has(ACCOM),
  }),
  eachRow({
    code: '153',
    meaning: 'Some of the care leaver data is missing',
    mend: 'Fill all three of IN_TOUCH, ACTIV and ACCOM, or none',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: careLeaverAnswers,
    check: (row) => anyFilled(row, careLeaverAnswers) && anyBlank(row, careLeaverAnswers),
  }),
  eachRow({
    code: '344',
    meaning: 'The young person has died or gone back home for good, yet there is an activity or accommodation',
    mend: 'Write 0 for activity and accommodation, or correct whether the council is in touch',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: careLeaverAnswers,
    check: ({ IN_TOUCH, ACTIV, ACCOM }) =>
      diedOrReturnedHome.has(IN_TOUCH) && [ACTIV, ACCOM].some((value) => value !== blank && value !== notKnown),
  }),
  eachRow({
    code: '345',
    meaning: 'The council is in touch with the young person, yet activity or accommodation is 0 (not known)',
    mend: 'Give the activity and the accommodation, or correct whether the council is in touch',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: careLeaverAnswers,
    check: ({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH === inTouch && (ACTIV === notKnown || ACCOM === notKnown),
  }),
  eachRow({
    code: '347',
    meaning: 'A care leaver lives in a foyer, but was not yet 18 when the year began',
    mend: 'Correct the accommodation or the date of birth',
    years: since(2024),
    tables: ['OC3'],
    table: 'OC3',
    fields: ['ACCOM', 'DOB'],
    check: ({ ACCOM, DOB }, { start }) => foyers.has(ACCOM) && addYears(DOB, 18) > start,
  }),
  eachRow({
    code: '348',
    meaning: "The young person was reported to have died in last year's return, but is not now",
    mend: 'Write DIED, or check that last year was right',
    years: since(2026),
    tables: ['OC3', 'last.OC3'],
    table: 'OC3',
    fields: ['IN_TOUCH'],
    against: { 'last.OC3': ['IN_TOUCH'] },
    check: ({ IN_TOUCH }, _, { last }) => IN_TOUCH !== died && last.OC3.some((before) => before.IN_TOUCH === died),
  }),
  eachRow({
    code: '391',
    meaning: 'There is care leaver data for somebody who is not yet 17 at the end of the year',
    mend: 'Remove the care leaver data, or correct the date of birth',
    years: since(2023),
    tables: ['OC3'],
    table: 'OC3',
    fields: ['DOB', ...careLeaverAnswers],
    check: (row, { end }) => addYears(row.DOB, 17) > end && anyFilled(row, careLeaverAnswers),
  }),
  eachRow({
    code: '3001',
    meaning: 'The young person lives with former foster carers, which is not possible in the year of the 17th birthday',
    mend: 'Correct the accommodation or the date of birth',
    years: since(2023),
    tables: ['Header', 'OC3'],
    table: 'OC3',
    fields: ['ACCOM'],
    against: { Header: ['DOB'] },
    check({ ACCOM }, collection, child) {
      if (!withFormerFosterCarers.has(ACCOM)) return false
      const birthday = addYears(birthDate(child, collection), 17)
      return collection.start <= birthday && birthday <= collection.end
    },
  }),
]
