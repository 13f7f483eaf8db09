/** Mothers, sex and UPN. */

import { latest } from '../../engine/child.ts'
import { blank, code, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import { rowsThatShare } from '../../engine/repeats.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { female } from '../code-lists.ts'
import { type ChildOf903, shortBreaks } from '../facts.ts'
import { eachChild, eachRow, type Ssda903, wholeReturn } from '../layout.ts'

const noUpn = codes('UN1 UN2 UN3 UN4 UN5')
const isMother = code('1')
const isNotMother = code('0')
const goesOn = code('X1')

/** Some episode of the year is more than a short break; one without a legal status counts. */
const inCareProper = (child: ChildOf903): boolean => child.Episodes.some((episode) => !shortBreaks.has(episode.LS))

export const mothersAndIdentity: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '393',
    meaning: 'It is not said whether a girl or young woman in care is a mother',
    mend: 'Write 1 in MOTHER if she is a mother, or 0 if she is not',
    years: since(2023),
    tables: ['Header', 'Episodes'],
    table: 'Header',
    fields: ['MOTHER'],
    check: (header, { year }, child) =>
      header.MOTHER === blank && female.in(year).has(header.SEX) && inCareProper(child),
  }),
  eachChild({
    code: '399',
    meaning: 'Motherhood or a review is given for a child who only has short breaks (legal status V3 or V4)',
    mend: 'Remove MOTHER, REVIEW and REVIEW_CODE, or correct the legal status',
    years: since(2023),
    tables: ['Episodes', 'Header', 'Reviews'],
    fields: { Header: ['MOTHER'], Reviews: ['REVIEW', 'REVIEW_CODE'], Episodes: ['LS'] },
    check(child, flag) {
      if (child.Episodes.length === 0 || inCareProper(child)) return
      const mothers = child.Header.filter((header) => header.MOTHER !== blank)
      const held = child.Reviews.filter((review) => review.filled('REVIEW') || review.REVIEW_CODE !== blank)
      if (mothers.length === 0 && held.length === 0) return
      const headers = held.length > 0 ? child.Header : mothers
      const reviews = mothers.length > 0 ? child.Reviews : held
      flag.together([...child.Episodes, ...headers, ...reviews])
    },
  }),
  eachRow({
    code: '442',
    meaning: 'The UPN of a child in care is missing',
    mend: 'Enter the UPN, or the code UN1 to UN5 that says why there is none',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    table: 'Header',
    fields: ['UPN'],
    check: ({ UPN }, _, child) => UPN === blank && inCareProper(child),
  }),
  wholeReturn({
    code: '444',
    meaning: 'The same UPN is given for more than one child',
    mend: 'Find which child the UPN belongs to, and correct the others',
    years: since(2026),
    tables: ['Header'],
    fields: { Header: ['UPN'] },
    ...rowsThatShare('Header', 'UPN', noUpn),
  }),
  eachChild({
    code: '607',
    meaning: 'A girl or young woman left care in the year, and it is not said whether she is a mother',
    mend: 'Write 1 in MOTHER if she is a mother, or 0 if she is not',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    fields: { Episodes: ['DEC', 'REC', 'LS'], Header: ['MOTHER', 'SEX'] },
    check(child, flag, { year, start, end }) {
      const unsaid = child.Header.filter(({ MOTHER, SEX }) => MOTHER === blank && female.in(year).has(SEX))
      if (unsaid.length === 0) return
      const left = child.Episodes.filter(
        ({ DEC, REC, LS }) => start <= DEC && DEC <= end && REC !== blank && REC !== goesOn && !shortBreaks.has(LS),
      )
      if (left.length > 0) flag.together([...left, ...unsaid])
    },
  }),
  eachRow({
    code: '611',
    meaning: "She is a mother, but her child's date of birth is missing",
    mend: "Enter the date of birth of the mother's child in MC_DOB",
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['MOTHER', 'MC_DOB'],
    check: (header) => header.MOTHER === isMother && header.blank('MC_DOB'),
  }),
  eachRow({
    code: '612',
    meaning: 'The date of birth of her child is given, but MOTHER does not say that she is one',
    mend: 'Write 1 in MOTHER, or remove MC_DOB',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['SEX', 'MOTHER', 'MC_DOB'],
    check: (header, { year }) =>
      header.filled('MC_DOB') &&
      (header.MOTHER === isNotMother || header.MOTHER === blank) &&
      female.in(year).has(header.SEX),
  }),
  eachRow({
    code: '620',
    meaning: 'She is given as a mother but was under 11 at the start of the year',
    mend: 'Correct MOTHER or the date of birth',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['DOB', 'MOTHER'],
    check: ({ MOTHER, DOB }, { start }) => MOTHER === isMother && addYears(DOB, 11) > start,
  }),
  eachRow({
    code: '621',
    meaning: 'The mother was born on or after the date of birth of her child',
    mend: 'Correct the date of birth of the mother or of her child',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['DOB', 'MC_DOB'],
    check: ({ DOB, MC_DOB }) => MC_DOB <= DOB,
  }),
  eachRow({
    code: '624',
    meaning: "The date of birth of the mother's child is not the one given last year",
    mend: 'Correct MC_DOB in this return, or tell the Department that last year was wrong',
    years: since(2023),
    tables: ['Header', 'last.Header'],
    table: 'Header',
    fields: ['MC_DOB'],
    against: { 'last.Header': ['MC_DOB'] },
    check: (header, _, child) =>
      child.last.Header.some((old) => old.filled('MC_DOB') && old.text('MC_DOB') !== header.text('MC_DOB')),
  }),
  eachChild({
    code: '625',
    meaning: "The mother's child was born after the end of the year or after she left care",
    mend: 'Correct MC_DOB, or remove MOTHER and MC_DOB if the birth came later',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    fields: { Header: ['MC_DOB'], Episodes: ['DEC'] },
    check(child, flag, { end }) {
      const current = latest(child.Episodes, 'DECOM')
      const left = current === undefined || current.REC === goesOn ? undefined : current
      for (const header of child.Header) {
        if (left !== undefined && header.MC_DOB > left.DEC) flag.together([header, left], child.id)
        else if (header.MC_DOB > end) flag(header)
      }
    },
  }),
  eachRow({
    code: '626',
    meaning: 'Her child was born before the year began, but last year she was given as no mother',
    mend: 'Correct MOTHER or MC_DOB, or tell the Department that last year was wrong',
    years: since(2023),
    tables: ['Header', 'last.Header'],
    table: 'Header',
    fields: ['MOTHER', 'MC_DOB'],
    against: { 'last.Header': ['MOTHER'] },
    check: ({ MOTHER, MC_DOB }, { start }, child) =>
      MOTHER === isMother && MC_DOB < start && child.last.Header.some((old) => old.MOTHER === isNotMother),
  }),
  eachRow({
    code: '628',
    meaning: 'Motherhood is given for a care leaver who was not looked after in the year',
    mend: 'Remove MOTHER, or add the episodes of the year',
    years: since(2023),
    tables: ['Episodes', 'Header', 'OC3'],
    table: 'Header',
    fields: ['MOTHER'],
    check: ({ MOTHER }, _, child) =>
      MOTHER !== blank &&
      child.Episodes.length === 0 &&
      child.OC3.some(({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH !== blank || ACTIV !== blank || ACCOM !== blank),
  }),
]
