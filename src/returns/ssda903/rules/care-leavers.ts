/** Care leavers (OC3): who may have care leaver data. */
import { inOrder, latest } from '../../engine/child.ts'
import { code } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { birthDate } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { besideOtherData } from './care-leavers-beside.ts'
import { careLeaverValues } from './care-leavers-values.ts'
import { type CareLeaver, careLeaverAnswers, hasCareLeaverData } from './facts-answers.ts'
import { daysOfCareSince, staysOfTwoYears } from './facts-care-history.ts'
import { adopted } from './facts-placements.ts'

const died = code('E2')
const movedToOtherCouncil = code('E3')

/**
 * Thirteen weeks since the age of 14: Children Act 1989, schedule 2 paragraph 19B, with the Care Leavers (England)
 * Regulations 2010, regulation 3, in force since 1 April 2011 (the same period since October 2001).
 */
const daysSince14 = 91

/** Aged 17 or 18 at the end of the year: the last birthday. NaN for any other age. */
function birthdayAt17Or18({ DOB }: CareLeaver, end: number): number {
  const birthdays = [addYears(DOB, 17), addYears(DOB, 18)].filter((day) => day <= end)
  return addYears(DOB, 19) > end ? (birthdays.at(-1) ?? Number.NaN) : Number.NaN
}

export const careLeavers: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '1000',
    meaning: 'There is care leaver data for someone who died while looked after',
    mend: 'Remove the care leaver data, or correct the reason for which the episode ended',
    years: since(2023),
    tables: ['OC3', 'Episodes'],
    fields: { OC3: careLeaverAnswers },
    against: { Episodes: ['REC'] },
    check(child, flag) {
      const death = [...child.Episodes, ...child.last.Episodes].find(({ REC }) => REC === died)
      if (death !== undefined) for (const leaver of child.OC3) flag(leaver, death)
    },
  }),
  eachChild({
    code: '1001',
    meaning:
      'There is care leaver data, but the young person was not looked after for 13 weeks since the age of 14 and at ' +
      'some time since 16, or was adopted',
    mend: 'Check the episodes and the date of birth, or remove the care leaver data',
    years: since(2023),
    tables: ['OC3', 'Header', 'Episodes', 'last.Episodes'],
    fields: { OC3: careLeaverAnswers },
    against: { Header: ['DOB'] },
    check(child, flag, collection) {
      if (child.OC3.length === 0) return
      const born = birthDate(child, collection)
      // Two years of episodes cannot show the care of somebody aged 20 or over, nor without knowing the age.
      if (Number.isNaN(born) || addYears(born, 20) <= collection.end) return
      const stays = staysOfTwoYears(child, collection)
      const isCareLeaver =
        daysOfCareSince(addYears(born, 14), stays) >= daysSince14 && daysOfCareSince(addYears(born, 16), stays) >= 1
      const current = stays.at(-1)?.episode
      if (isCareLeaver && !(current !== undefined && adopted.has(current.REC))) return
      for (const leaver of child.OC3) flag(leaver)
    },
  }),
  eachChild({
    code: '1002',
    meaning: 'There is care leaver data, but no episode of care in this year or the last',
    mend: 'Add the missing episodes, or remove the care leaver data',
    years: since(2023),
    tables: ['OC3', 'Episodes', 'last.Episodes'],
    fields: { OC3: careLeaverAnswers },
    check(child, flag) {
      if (child.Episodes.length > 0 || child.last.Episodes.length > 0) return
      for (const leaver of child.OC3) flag(leaver)
    },
  }),
  eachRow({
    code: '1007',
    meaning: 'There is care leaver data for a young person of 17 or 18 who was still looked after on that birthday',
    mend: 'Remove the care leaver data, or correct the episodes',
    years: since(2023),
    tables: ['Episodes', 'OC3'],
    table: 'OC3',
    fields: careLeaverAnswers,
    check(leaver, { end }, { Episodes }) {
      if (!hasCareLeaverData(leaver)) return false
      const birthday = birthdayAt17Or18(leaver, end)
      return Episodes.some(({ DECOM, DEC }) => DECOM <= birthday && (DEC > birthday || Number.isNaN(DEC)))
    },
  }),
  eachRow({
    code: '1010',
    meaning:
      'The child was still looked after at the end of last year and has no episode this year, but care leaver data',
    mend: 'Add the episodes of this year, or end the last episode in the return of last year',
    years: since(2023),
    tables: ['OC3', 'Episodes', 'last.Episodes'],
    table: 'OC3',
    fields: careLeaverAnswers,
    check(_, __, { Episodes, last }) {
      return Episodes.length === 0 && (inOrder(last.Episodes, 'DECOM').at(-1)?.blank('DEC') ?? false)
    },
  }),
  eachChild({
    code: '1011',
    meaning: 'There is care leaver data, but the last episode ended because another council took over the care',
    mend: 'Remove the care leaver data, or correct the reason for which the episode ended',
    years: since(2023),
    tables: ['OC3', 'Episodes'],
    fields: { OC3: careLeaverAnswers },
    against: { Episodes: ['DECOM', 'DEC', 'REC'] },
    check(child, flag) {
      const last = latest(child.Episodes, 'DECOM')
      if (last?.REC !== movedToOtherCouncil) return
      for (const leaver of child.OC3) if (hasCareLeaverData(leaver)) flag(leaver, last)
    },
  }),
  eachRow({
    code: '1016',
    meaning: 'There is care leaver data for a young person of 17 or 18 whose care ended on or after that birthday',
    mend: 'Remove the care leaver data, or correct the end of the episode',
    years: since(2024),
    tables: ['OC3', 'Episodes'],
    table: 'OC3',
    fields: careLeaverAnswers,
    check(leaver, { end }, { Episodes }) {
      if (!hasCareLeaverData(leaver)) return false
      const birthday = birthdayAt17Or18(leaver, end)
      return Episodes.some(({ DEC }) => DEC >= birthday)
    },
  }),
  ...careLeaverValues,
  ...besideOtherData,
]
