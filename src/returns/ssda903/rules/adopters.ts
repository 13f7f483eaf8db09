/** Adopters and the adoption. */
import { code, codes } from '../../engine/codes.ts'
import type { RowRule, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import {
  adopted,
  adoptedInTheYear,
  adoptionFields,
  adoptivePlacements,
  currentDecision,
  lacksSomething,
  saysSomething,
} from '../facts-adoption.ts'
import { differ } from '../facts-sequence.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

const two = code('2')
const one = codes('M1 F1')
const couples = codes('MM FF MF')
const sameSexCouples = codes('MM FF')
const mixedCouple = code('MF')

const single = code('L0')
const marriedMixed = code('L11')
const marriedSameSex = code('L12')
const civilPartners = code('L2')
const unmarriedMixed = code('L3')
const unmarriedSameSex = code('L4')

/** A rule on what one record of an adoption says of the adopters. */
const ofAdopters = (code: string, meaning: string, check: RowRule<Ssda903, 'AD1'>['check']): Rule<Ssda903> =>
  eachRow({
    code,
    meaning,
    mend: 'Correct the legal status or the sex of the adopters',
    years: since(2023),
    tables: ['AD1'],
    table: 'AD1',
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check,
  })

export const adopters: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '511',
    meaning: 'There are two adopters, but the sex of one only is given',
    mend: 'Correct the number or the sex of the adopters',
    years: since(2023),
    tables: ['AD1'],
    table: 'AD1',
    fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
    check: ({ NB_ADOPTR, SEX_ADOPTR }) => NB_ADOPTR === two && one.has(SEX_ADOPTR),
  }),
  ofAdopters(
    '514',
    'The legal status is that of a single adopter, but the sex is that of a couple',
    ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === single && couples.has(SEX_ADOPTR),
  ),
  ofAdopters(
    '517',
    'The adopters are an unmarried man and woman, but their sex is not given as MF',
    ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === unmarriedMixed && SEX_ADOPTR !== mixedCouple,
  ),
  ofAdopters(
    '518',
    'The adopters are an unmarried couple of one sex, but their sex is not given as MM or FF',
    ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === unmarriedSameSex && !sameSexCouples.has(SEX_ADOPTR),
  ),
  ofAdopters(
    '519',
    'The adopters are civil partners, but their sex is not that of a couple',
    ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === civilPartners && !couples.has(SEX_ADOPTR),
  ),
  ofAdopters(
    '520',
    'The adopters are a married man and woman, but their sex is that of a couple of one sex',
    ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === marriedMixed && sameSexCouples.has(SEX_ADOPTR),
  ),
  eachChild({
    code: '521',
    meaning: 'The decision that the child should be placed for adoption came after the placement for adoption',
    mend: 'Correct DATE_INT or the start of the placement',
    years: since(2023),
    tables: ['Episodes', 'AD1'],
    fields: { Episodes: ['PLACE', 'DECOM'], AD1: ['DATE_INT'] },
    check(child, flag) {
      for (const record of child.AD1) {
        for (const episode of child.Episodes) {
          if (!adoptivePlacements.has(episode.PLACE) || !(record.DATE_INT > episode.DECOM)) continue
          flag.together([episode, record], child.id)
        }
      }
    },
  }),
  eachChild({
    code: '523',
    meaning: 'The date of the decision is not the same in the adoption record and among the decisions',
    mend: 'Correct DATE_INT or DATE_PLACED',
    years: since(2023),
    tables: ['PlacedAdoption', 'AD1'],
    fields: { PlacedAdoption: ['DATE_PLACED'], AD1: ['DATE_INT'] },
    check(child, flag, collection) {
      const decision = currentDecision(child, collection)
      if (decision === undefined) return
      for (const record of child.AD1) {
        if (differ(decision.DATE_PLACED, record.DATE_INT)) flag.together([decision, record], child.id)
      }
    },
  }),
  ofAdopters(
    '524',
    'The adopters are a married couple of one sex, but their sex is not given as MM or FF',
    ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === marriedSameSex && !sameSexCouples.has(SEX_ADOPTR),
  ),
  eachRow({
    code: '582',
    meaning: 'The child was adopted on the day of the match with the adopters',
    mend: 'Correct the end of the episode or DATE_MATCH',
    years: since(2023),
    tables: ['Episodes', 'AD1'],
    table: 'Episodes',
    fields: ['DEC'],
    against: { AD1: ['DATE_MATCH'] },
    check: ({ REC, DEC }, _, child) => adopted.has(REC) && child.AD1.some(({ DATE_MATCH }) => DATE_MATCH === DEC),
  }),
  eachChild({
    code: '601',
    meaning: 'The child was adopted in the year, but the adoption record is missing or incomplete',
    mend: 'Complete the adoption record (AD1)',
    years: since(2023),
    tables: ['Episodes', 'AD1'],
    fields: { Episodes: ['REC'], AD1: adoptionFields },
    check(child, flag, collection) {
      const adoptions = child.Episodes.filter((episode) => adoptedInTheYear(episode, collection))
      const incomplete = child.AD1.filter(lacksSomething)
      if (adoptions.length === 0) return
      if (incomplete.length > 0) flag.together([...adoptions, ...incomplete])
      else if (child.AD1.length === 0) for (const episode of adoptions) flag(episode)
    },
  }),
  eachRow({
    code: '602',
    meaning: 'There is an adoption record, but no episode of the child ended with adoption in the year',
    mend: 'Remove the adoption record, or correct the reason or the date of the end of the episode',
    years: since(2023),
    tables: ['Episodes', 'AD1'],
    table: 'AD1',
    fields: ['CHILD'],
    check: (record, collection, child) =>
      saysSomething(record) && !child.Episodes.some((episode) => adoptedInTheYear(episode, collection)),
  }),
]
