/** The score of the strengths and difficulties questionnaire, and the reason for which there is none (OC2). */
import { blank, code, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { scoreReasons } from '../code-lists.ts'
import { lookedAfterAllYear } from '../facts.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

const noFormForAge = code('SDQ1')
const highestScore = 40
const plainScores = codes(Array.from({ length: highestScore + 1 }, (_, score) => score).join(' '))

/** A whole number, as spreadsheets may write it too: 12.0. */
const wholeNumber = /^\d+(\.0+)?$/

type Health = Row<Ssda903, 'OC2'>
const hasScore = ({ SDQ_SCORE }: Health): boolean => SDQ_SCORE !== blank
const hasReason = ({ SDQ_REASON }: Health): boolean => SDQ_REASON !== blank

/** Aged 4 or over when the year begins and under 17 when it ends. */
const aged4To16 = ({ DOB }: Health, { start, end }: Collection): boolean =>
  addYears(DOB, 4) <= start && addYears(DOB, 17) > end

export const scoreRules: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '157',
    meaning:
      'There is no score because of the age, but the child is aged 4 to 16 and was looked after for the whole year',
    mend: 'Enter the score, or the right reason for which there is none',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    table: 'OC2',
    fields: ['SDQ_REASON', 'DOB'],
    check: (row, collection, child) =>
      row.SDQ_REASON === noFormForAge &&
      !hasScore(row) &&
      aged4To16(row, collection) &&
      lookedAfterAllYear(child, collection),
  }),
  eachRow({
    code: '180',
    meaning: 'The score is not a whole number from 0 to 40',
    mend: 'Correct the score',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SDQ_SCORE'],
    check(row) {
      if (!hasScore(row) || plainScores.has(row.SDQ_SCORE)) return false
      const text = row.text('SDQ_SCORE')
      return !wholeNumber.test(text) || Number(text) > highestScore
    },
  }),
  eachRow({
    code: '185',
    meaning: 'There is a score for a child who was not looked after for the whole year',
    mend: 'Remove the score, or correct the episodes',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    table: 'OC2',
    fields: ['SDQ_SCORE'],
    check: (row, collection, child) => hasScore(row) && !lookedAfterAllYear(child, collection),
  }),
  eachRow({
    code: '186',
    meaning: 'A child aged 4 to 16 who was looked after for the whole year has neither a score nor a reason for none',
    mend: 'Enter the score, or the reason for which there is none',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    table: 'OC2',
    fields: ['SDQ_SCORE'],
    check: (row, collection, child) =>
      !hasScore(row) && !hasReason(row) && aged4To16(row, collection) && lookedAfterAllYear(child, collection),
  }),
  eachRow({
    code: '188',
    meaning: 'There is a score, or a reason for none, for a child who is under 4 when the year ends',
    mend: 'Remove it, or correct the date of birth',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    check: (row, { end }) => addYears(row.DOB, 4) > end && (hasScore(row) || hasReason(row)),
  }),
  eachRow({
    code: '189',
    meaning: 'There is a score, or a reason for none, for a young person who was 17 before the year began',
    mend: 'Remove it, or correct the date of birth',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    check: (row, { start }) => addYears(row.DOB, 17) < start && (hasScore(row) || hasReason(row)),
  }),
  eachRow({
    code: '196',
    meaning: 'The reason for which there is no score is not one of the codes',
    mend: 'Use SDQ1, SDQ2, SDQ3, SDQ4 or SDQ5',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SDQ_REASON'],
    check: (row, { year }) => hasReason(row) && !scoreReasons.in(year).has(row.SDQ_REASON),
  }),
  eachRow({
    code: '197B',
    meaning:
      'A child who turned 4 or 17 in the year, looked after for all of it, has neither a score nor a reason for none',
    mend: 'Enter the score, or the reason for which there is none',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    table: 'OC2',
    fields: ['SDQ_REASON', 'DOB'],
    check(row, collection, child) {
      if (hasScore(row) || hasReason(row)) return false
      const { start, end } = collection
      const turned = [4, 17].some((age) => {
        const birthday = addYears(row.DOB, age)
        return start <= birthday && birthday <= end
      })
      return turned && lookedAfterAllYear(child, collection)
    },
  }),
  eachRow({
    code: '197a',
    meaning: 'There is a score, and a reason for which there is none',
    mend: 'Remove one of the two',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    check: (row) => hasScore(row) && hasReason(row),
  }),
  eachRow({
    code: '198',
    meaning: 'There is a reason for no score for a child who was not looked after for the whole year',
    mend: 'Remove the reason, or correct the episodes',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    table: 'OC2',
    fields: ['SDQ_REASON'],
    check: (row, collection, child) => hasReason(row) && !lookedAfterAllYear(child, collection),
  }),
]
