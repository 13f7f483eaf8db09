/** Health, offending and the strengths and difficulties score (OC2). */
import { earliest } from '../../engine/child.ts'
import { blank, code, codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { lookedAfterAllYear } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { anyBlank, anyFilled, healthAnswers, mainHealthAnswers } from './facts-answers.ts'
import { scoreRules } from './health-score.ts'

const yes = code('1')
const no = code('0')
const yesOrNo = codes('0 1')

export const health: readonly Rule<Ssda903>[] = [
  ...scoreRules,
  eachRow({
    code: '158',
    meaning: 'Help with substance misuse was received, so whether it was offered must not be said',
    mend: 'Leave INTERVENTION_OFFERED blank, or correct INTERVENTION_RECEIVED',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    check: ({ INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      INTERVENTION_RECEIVED === yes && INTERVENTION_OFFERED !== blank,
  }),
  eachRow({
    code: '159',
    meaning: 'Help with substance misuse was not received, and it is not said whether it was offered',
    mend: 'Write 1 in INTERVENTION_OFFERED if it was, 0 if not',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    check: ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      SUBSTANCE_MISUSE === yes && INTERVENTION_RECEIVED === no && INTERVENTION_OFFERED === blank,
  }),
  eachRow({
    code: '181',
    meaning: 'An answer on health or offending is neither 0 nor 1',
    mend: 'Write 1 for yes, 0 for no',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: healthAnswers,
    check: (row) => healthAnswers.some((answer) => row[answer] !== blank && !yesOrNo.has(row[answer])),
  }),
  eachRow({
    code: '182',
    meaning: 'Some of the health data is missing',
    mend: 'Answer all of immunisations, teeth check, health assessment and substance misuse, or leave all answers blank',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: healthAnswers,
    check: (row) => anyBlank(row, mainHealthAnswers) && anyFilled(row, healthAnswers),
  }),
  eachRow({
    code: '190',
    meaning: 'There is health or offending data for a child who was not looked after for the whole year',
    mend: 'Remove the data, or correct the episodes',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    table: 'OC2',
    fields: healthAnswers,
    check: (row, collection, child) => anyFilled(row, healthAnswers) && !lookedAfterAllYear(child, collection),
  }),
  eachChild({
    code: '191',
    meaning: 'A child looked after for the whole year has no, or not all, health data',
    mend: 'Answer all of immunisations, teeth check, health assessment and substance misuse, or correct the episodes',
    years: since(2023),
    tables: ['OC2', 'Episodes'],
    fields: { OC2: mainHealthAnswers, Episodes: ['CHILD'] },
    check(child, flag, collection) {
      if (!lookedAfterAllYear(child, collection)) return
      for (const row of child.OC2) if (anyBlank(row, mainHealthAnswers)) flag(row)
      if (child.OC2.length > 0 || child.id === '') return
      const first = earliest(child.Episodes, 'DECOM')
      if (first !== undefined) flag(first)
    },
  }),
  eachRow({
    code: '192',
    meaning: 'The child misuses substances, and it is not said whether help with it was received',
    mend: 'Write 1 in INTERVENTION_RECEIVED if it was, 0 if not',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
    check: ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED }) => SUBSTANCE_MISUSE === yes && INTERVENTION_RECEIVED === blank,
  }),
  eachRow({
    code: '193',
    meaning: 'The child does not misuse substances, but there is an answer on help with it',
    mend: 'Leave both answers on help blank, or correct SUBSTANCE_MISUSE',
    years: since(2023),
    tables: ['OC2'],
    table: 'OC2',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    check: ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      (SUBSTANCE_MISUSE === blank || SUBSTANCE_MISUSE === no) &&
      (INTERVENTION_RECEIVED !== blank || INTERVENTION_OFFERED !== blank),
  }),
]
