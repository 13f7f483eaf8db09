/** Adoption records (AD1) and placement for adoption. */
import { earliest, latest } from '../../engine/child.ts'
import { code, codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { birthDate, shortBreaks } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { adoptionRecordValues } from './adoption-records-values.ts'
import { adopted } from './facts-placements.ts'

const begins = code('S')
const goesOn = code('X1')
/** E1 is the older code for adopted, A1 and A2 the older codes of adoptive placements. */
const adoptedEver = codes('E1 E11 E12')
const withOwnFosterCarer = codes('A2 A3 A5')
const withNewFamily = codes('A1 A4 A6')
const yes = code('1')
const no = code('0')

export const adoptionRecords: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '1003',
    meaning: 'The decision to place for adoption is dated before care began',
    mend: 'Correct the date of the decision or the start of the first episode',
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['DECOM', 'RNE'], PlacedAdoption: ['DATE_PLACED'] },
    check(child, flag) {
      const first = earliest(
        child.Episodes.filter(({ RNE }) => RNE === begins),
        'DECOM',
      )
      if (first === undefined) return
      const early = child.PlacedAdoption.filter(({ DATE_PLACED }) => DATE_PLACED < first.DECOM)
      if (early.length > 0) flag.together([first, ...early])
    },
  }),
  ...adoptionRecordValues,
  eachChild({
    code: '117',
    meaning: 'The decision to place for adoption, or its reversal, is dated after the end of the year or of care',
    mend: 'Correct the date, or the end of the last episode',
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['DECOM', 'DEC', 'REC'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
    check(child, flag, { end }) {
      const last = latest(
        child.Episodes.filter(({ REC }) => REC !== goesOn),
        'DECOM',
      )
      const isLate = (day: number) => day > end || (last !== undefined && day > last.DEC)
      const late = child.PlacedAdoption.filter(
        ({ DATE_PLACED, DATE_PLACED_CEASED }) => isLate(DATE_PLACED) || isLate(DATE_PLACED_CEASED),
      )
      if (late.length > 0) flag.together(last === undefined ? late : [last, ...late])
    },
  }),
  eachChild({
    code: '118',
    meaning: 'The decision to place for adoption was reversed before the year or before care began',
    mend: 'Correct the date of the reversal or the start of the first episode',
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['DECOM', 'LS'], PlacedAdoption: ['DATE_PLACED_CEASED'] },
    check(child, flag, { start }) {
      const first = earliest(
        child.Episodes.filter(({ LS }) => !shortBreaks.has(LS)),
        'DECOM',
      )
      if (first === undefined) return
      const early = child.PlacedAdoption.filter(
        ({ DATE_PLACED_CEASED: ceased }) => ceased < first.DECOM || ceased < start,
      )
      if (early.length > 0) flag.together([first, ...early])
    },
  }),
  eachRow({
    code: '184',
    meaning: 'The decision to place for adoption is dated before the child was born',
    mend: 'Correct the date of the decision or the date of birth',
    years: since(2023),
    tables: ['PlacedAdoption', 'Header'],
    table: 'PlacedAdoption',
    fields: ['DATE_PLACED', 'DOB'],
    against: { Header: ['DOB'] },
    check({ DATE_PLACED, DOB }, collection, child) {
      const born = birthDate(child, collection)
      return DATE_PLACED < (Number.isNaN(born) ? DOB : born)
    },
  }),
  eachChild({
    code: '331',
    meaning: 'The child was matched with the adopters after the placement from which they were adopted began',
    mend: 'Correct the date of the match or the start of the episode',
    years: since(2023),
    tables: ['AD1', 'Episodes'],
    fields: { AD1: ['DATE_MATCH'], Episodes: ['DECOM', 'REC'] },
    check(child, flag) {
      for (const episode of child.Episodes) {
        if (!adopted.has(episode.REC)) continue
        for (const record of child.AD1) {
          if (record.DATE_MATCH > episode.DECOM) flag.together([record, episode], 'match')
        }
      }
    },
  }),
  eachRow({
    code: '333',
    meaning: 'The child was matched with adopters before it was decided that they should be adopted',
    mend: 'Enter the date of the decision, on or before that of the match',
    years: since(2023),
    tables: ['AD1'],
    table: 'AD1',
    fields: ['DATE_INT'],
    check: ({ DATE_INT, DATE_MATCH }) => DATE_INT > DATE_MATCH || (Number.isNaN(DATE_INT) && !Number.isNaN(DATE_MATCH)),
  }),
  eachChild({
    code: '334',
    meaning: 'It was decided that the child should be adopted before care began',
    mend: 'Correct the date of the decision or the start of the episode',
    years: since(2023),
    tables: ['Episodes', 'AD1'],
    fields: { Episodes: ['DECOM', 'RNE'], AD1: ['DATE_INT'] },
    check(child, flag) {
      const start = latest(
        child.Episodes.filter(({ RNE }) => RNE === begins),
        'DECOM',
      )
      if (start === undefined) return
      const early = child.AD1.filter(({ DATE_INT }) => DATE_INT < start.DECOM)
      if (early.length > 0) flag.together([start, ...early])
    },
  }),
  eachChild({
    code: '335',
    meaning: "Whether the adopters were the child's foster carers does not agree with the last placement",
    mend: 'Correct FOSTER_CARE, or the placement from which the child was adopted',
    years: since(2023),
    tables: ['Episodes', 'AD1'],
    fields: { Episodes: ['PLACE'], AD1: ['FOSTER_CARE'] },
    check(child, flag) {
      for (const episode of child.Episodes) {
        if (!adoptedEver.has(episode.REC)) continue
        for (const record of child.AD1) {
          const said = record.FOSTER_CARE
          const contradicts =
            (said === no && withOwnFosterCarer.has(episode.PLACE)) || (said === yes && withNewFamily.has(episode.PLACE))
          if (contradicts) flag.together([episode, record], 'adopters')
        }
      }
    },
  }),
]
