/** The header beside last year's and beside the episodes. */
import { blank, type Code, code, codes } from '../../engine/codes.ts'
import { dayNumber } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { female, male, motherCodes } from '../code-lists.ts'
import { firstEpisode, inTheYear, periodsOfCare, shortBreaks } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { anyFilled, careLeaverAnswers } from './facts-answers.ts'
import { uascChanges } from './header-changes-uasc.ts'

const mother = code('1')
const notYetKnown = code('UN4')
const notYetOfSchoolAge = code('UN1')
const otherReasonsForNoUpn = codes('UN2 UN3 UN4 UN5')
const noUpn = codes('UN1 UN2 UN3 UN4 UN5')

/** Returns to 2023/24 wrote 1 and 2 where later ones write M and F. */
const lettersOfSexes: readonly (readonly [Code, Code])[] = [
  [code('1'), code('M')],
  [code('2'), code('F')],
]
const asLetter = (sex: Code): Code => lettersOfSexes.find(([number]) => number === sex)?.[1] ?? sex

/** One has a date and the other has none, or they have different ones. */
const differ = (day: number, other: number): boolean => day !== other && !(Number.isNaN(day) && Number.isNaN(other))

/** A UPN may be found where there was none, and a child who comes to school age may have another reason for none. */
function upnMayBecome(before: Code, now: Code): boolean {
  if (before === now) return true
  const hadNone = before === blank || noUpn.has(before)
  if (hadNone && now !== blank && !noUpn.has(now)) return true
  return (before === blank || before === notYetOfSchoolAge) && otherReasonsForNoUpn.has(now)
}

type Header = Row<Ssda903, 'Header'>

export const headerChanges: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '165',
    meaning: 'Whether the young woman is a mother is missing, is not one of the codes, or is given for a boy',
    mend: 'Write 1 or 0 for a girl or young woman, and nothing for a boy or young man',
    years: since(2023),
    tables: ['Header', 'Episodes', 'OC3'],
    fields: { Header: ['MOTHER', 'SEX'], OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
    check(child, flag, collection) {
      const episodes = child.Episodes.filter(({ LS }) => !shortBreaks.has(LS))
      if (child.Episodes.length > 0 && episodes.length === 0) return
      const { year } = collection
      const careLeaverOnly =
        child.OC3.some((leaver) => anyFilled(leaver, careLeaverAnswers)) &&
        !episodes.some((episode) => inTheYear(episode, collection))
      const wrong = ({ MOTHER, SEX }: Header) =>
        MOTHER === blank
          ? female.in(year).has(SEX) && !careLeaverOnly
          : !motherCodes.in(year).has(MOTHER) || male.in(year).has(SEX)
      const headers = child.Header.filter(wrong)
      if (headers.length > 0) flag.together([...headers, ...child.OC3])
    },
  }),
  eachRow({
    code: '202',
    meaning: "The sex differs from last year's return",
    mend: 'Check which of the two is right',
    years: since(2023),
    tables: ['Header', 'last.Header'],
    table: 'Header',
    fields: ['SEX'],
    against: { 'last.Header': ['SEX'] },
    check: ({ SEX }, _, { last }) => last.Header.some((before) => asLetter(before.SEX) !== asLetter(SEX)),
  }),
  eachRow({
    code: '203',
    meaning: "The date of birth differs from last year's return",
    mend: 'Check which of the two is right',
    years: since(2023),
    tables: ['Header', 'last.Header'],
    table: 'Header',
    fields: ['DOB'],
    against: { 'last.Header': ['DOB'] },
    check: ({ DOB }, _, { last }) => last.Header.some((before) => differ(DOB, before.DOB)),
  }),
  eachRow({
    code: '204',
    meaning: "The ethnic background differs from last year's return",
    mend: 'Check which of the two is right',
    years: since(2023),
    tables: ['Header', 'last.Header'],
    table: 'Header',
    fields: ['ETHNIC'],
    against: { 'last.Header': ['ETHNIC'] },
    check: ({ ETHNIC }, _, { last }) => last.Header.some((before) => before.ETHNIC !== ETHNIC),
  }),
  ...uascChanges,
  eachRow({
    code: '207',
    meaning: "She was a mother in last year's return, but is not said to be one now",
    mend: 'Write 1, or check that last year was right',
    years: since(2023),
    tables: ['Header', 'last.Header', 'Episodes'],
    table: 'Header',
    fields: ['MOTHER'],
    against: { 'last.Header': ['MOTHER'] },
    check: ({ MOTHER }, _, { Episodes, last }) =>
      MOTHER !== mother && Episodes.length > 0 && last.Header.some((before) => before.MOTHER === mother),
  }),
  eachRow({
    code: '208',
    meaning: "The UPN differs from last year's return",
    mend: 'Check which of the two is right',
    years: since(2023),
    tables: ['Header', 'last.Header'],
    table: 'Header',
    fields: ['UPN'],
    against: { 'last.Header': ['UPN'] },
    check: ({ UPN }, _, { last }) => last.Header.some((before) => !upnMayBecome(before.UPN, UPN)),
  }),
  eachChild({
    code: '210',
    meaning: 'UN4 (newly looked after, UPN not yet known) is given for a child looked after for more than a week',
    mend: "Find the child's UPN, or use the code for why there is none",
    years: since(2023),
    tables: ['Header', 'Episodes'],
    fields: { Header: ['UPN'], Episodes: ['DECOM'] },
    check(child, flag, collection) {
      const headers = child.Header.filter(({ UPN }) => UPN === notYetKnown)
      const current = periodsOfCare(child, collection).at(-1)
      if (headers.length === 0 || current === undefined) return
      // The last week of the year begins on 24 March, in every year.
      const lastWeek = dayNumber(collection.year, 3, 24)
      const before = current.episodes.filter(({ DECOM }) => DECOM < lastWeek)
      if (before.length > 0) flag.together([...headers, ...before])
    },
  }),
  eachChild({
    code: '302',
    meaning: 'The first episode begins before the child was born',
    mend: 'Correct the start of the episode or the date of birth',
    years: since(2023),
    tables: ['Header', 'Episodes'],
    fields: { Episodes: ['DECOM'], Header: ['DOB'] },
    check(child, flag, collection) {
      const first = firstEpisode(child, collection)
      if (first === undefined) return
      const headers = child.Header.filter(({ DOB }) => DOB > first.DECOM)
      if (headers.length > 0) flag.together([first, ...headers])
    },
  }),
]
