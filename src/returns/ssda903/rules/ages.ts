/** Ages at which a status or a placement is possible, and how long a temporary placement may last. */
import { type Code, code, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { between, since } from '../../engine/rule.ts'
import { birthDate, type Episode } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { ageOfCriminalResponsibility } from './facts-law.ts'
import { adopted } from './facts-placements.ts'

const starts = code('S')
const youthJustice = codes('J1 J2 J3')
const singlePeriod = code('V2')
const childrensHome = code('K2')
const independentLiving = code('P2')
const employment = code('P3')
const withParents = code('P1')
const youngOffenderInstitution = code('R5')
const residentialSchool = code('S1')
const hospital = code('T1')
const carersHoliday = code('T3')
const otherTemporary = code('T4')
const independence = codes('E5 E6')
const adultServices = code('E7')
const supportedTo2024 = code('H5')
const supportedFrom2025 = code('K3')

/** The code for supported accommodation in the year of the return. */
const supported = (year: number): Code => (year <= 2024 ? supportedTo2024 : supportedFrom2025)

/** How old a child must be there, by the rules of the collection: the limits rose to 16 with that of 2023/24. */
const youngestSupported = (year: number): number => (year <= 2023 ? 14 : 16)
const youngestIndependent = (year: number): number => (year <= 2023 ? 15 : 16)

/** Longest temporary placements in days, as their codes define them in the guide to the collection. */
const hospitalDays = 42
const carersHolidayDays = 21
const otherTemporaryDays = 7

/** The episode lasted longer than so many days; an open one is measured to the end of the year. */
function lastedLonger(episode: Episode, days: number, { end }: Collection): boolean {
  const until = episode.blank('DEC') ? end : episode.DEC
  return until > episode.DECOM + days
}

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
  eachChild({
    code: '358',
    meaning: 'The legal status is one of youth justice, but the child was under 10 when the episode began',
    mend: 'Correct the legal status, the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    fields: { Episodes: ['DECOM', 'LS'], Header: ['DOB'] },
    check(child, flag) {
      for (const episode of child.Episodes) {
        if (!youthJustice.has(episode.LS)) continue
        const headers = child.Header.filter(({ DOB }) => addYears(DOB, ageOfCriminalResponsibility) > episode.DECOM)
        if (headers.length > 0) flag.together([episode, ...headers], 'under 10')
      }
    },
  }),
  eachRow({
    code: '359',
    meaning: 'A young person is looked after beyond the 18th birthday otherwise than under V2 in a K2 placement',
    mend: 'End the episode, or correct the legal status and the placement',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DEC', 'LS', 'PLACE'],
    against: { Header: ['DOB'] },
    check: (row, collection, child) =>
      row.blank('DEC') &&
      addYears(birthDate(child, collection), 18) < collection.end &&
      !(row.LS === singlePeriod && row.PLACE === childrensHome),
  }),
  eachRow({
    code: '370',
    meaning: 'A child younger than the guide allows was placed in independent living (P2)',
    mend: 'Correct the placement, the start of the episode or the date of birth',
    years: between(2023, 2024),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DECOM', 'PLACE'],
    against: { Header: ['DOB'] },
    check: ({ PLACE, DECOM }, collection, child) =>
      PLACE === independentLiving &&
      DECOM < addYears(birthDate(child, collection), youngestIndependent(collection.year)),
  }),
  eachRow({
    code: '371',
    meaning: 'A child younger than the guide allows was placed in supported accommodation',
    mend: 'Correct the placement, the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DECOM', 'PLACE'],
    against: { Header: ['DOB'] },
    check: ({ PLACE, DECOM }, collection, child) =>
      PLACE === supported(collection.year) &&
      DECOM < addYears(birthDate(child, collection), youngestSupported(collection.year)),
  }),
  eachRow({
    code: '372',
    meaning: 'A child under 10 was placed in a young offender institution (R5)',
    mend: 'Correct the placement, the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DECOM', 'PLACE'],
    against: { Header: ['DOB'] },
    check: ({ PLACE, DECOM }, collection, child) =>
      PLACE === youngOffenderInstitution && DECOM < addYears(birthDate(child, collection), ageOfCriminalResponsibility),
  }),
  eachRow({
    code: '373',
    meaning: 'A child under 4 was placed in a residential school (S1)',
    mend: 'Correct the placement, the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DECOM', 'PLACE'],
    against: { Header: ['DOB'] },
    check: ({ PLACE, DECOM }, collection, child) =>
      PLACE === residentialSchool && DECOM < addYears(birthDate(child, collection), 4),
  }),
  eachRow({
    code: '374',
    meaning: 'A child under 14 was placed in residential employment (P3)',
    mend: 'Correct the placement, the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['DECOM', 'PLACE'],
    against: { Header: ['DOB'] },
    check: ({ PLACE, DECOM }, collection, child) =>
      PLACE === employment && DECOM < addYears(birthDate(child, collection), 14),
  }),
  eachRow({
    code: '375',
    meaning: 'A temporary stay in hospital (T1) lasted for more than six weeks',
    mend: 'Record it as a change of placement, or correct the dates',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['DECOM', 'DEC', 'PLACE'],
    check: (row, collection) => row.PLACE === hospital && lastedLonger(row, hospitalDays, collection),
  }),
  eachRow({
    code: '376',
    meaning: 'A stay with other carers during the holiday of the own ones (T3) lasted for more than three weeks',
    mend: 'Record it as a change of placement, or correct the dates',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['DECOM', 'DEC', 'PLACE'],
    check: (row, collection) => row.PLACE === carersHoliday && lastedLonger(row, carersHolidayDays, collection),
  }),
  eachRow({
    code: '378',
    meaning: 'A child accommodated under section 20 (V2) is placed with the own parents (P1)',
    mend: 'Correct the placement or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'LS'],
    check: ({ PLACE, LS }) => PLACE === withParents && LS === singlePeriod,
  }),
  eachRow({
    code: '379',
    meaning: 'Temporary accommodation (T4) lasted for more than seven days',
    mend: 'Record it as a change of placement, or correct the dates',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['DECOM', 'DEC', 'PLACE'],
    check: (row, collection) => row.PLACE === otherTemporary && lastedLonger(row, otherTemporaryDays, collection),
  }),
  eachRow({
    code: '386',
    meaning: 'A young person was adopted at the age of 18 or over',
    mend: 'Correct the end of the episode, its reason or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['REC'],
    against: { Header: ['DOB'] },
    check: ({ REC, DEC }, collection, child) => adopted.has(REC) && DEC >= addYears(birthDate(child, collection), 18),
  }),
  eachRow({
    code: '387',
    meaning: 'A child under 14 left care for independence',
    mend: 'Correct the end of the episode, its reason or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['REC'],
    against: { Header: ['DOB'] },
    check: ({ REC, DEC }, collection, child) =>
      independence.has(REC) && DEC < addYears(birthDate(child, collection), 14),
  }),
  eachRow({
    code: '389',
    meaning: 'A child under 16 left care for services for adults',
    mend: 'Correct the end of the episode, its reason or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Episodes',
    fields: ['REC'],
    against: { Header: ['DOB'] },
    check: ({ REC, DEC }, collection, child) =>
      REC === adultServices && DEC < addYears(birthDate(child, collection), 16),
  }),
]
