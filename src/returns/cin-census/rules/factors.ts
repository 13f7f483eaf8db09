/** Factors found at assessment. */

import { inside } from '../../engine/child.ts'
import { blank } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type CinCensus, eachRow } from '../layout.ts'

export const factors: readonly Rule<CinCensus>[] = [
  eachRow({
    code: '8898',
    meaning: 'The same factor is given twice for one assessment',
    mend: 'Give each factor once',
    years: since(2023),
    tables: ['Assessments', 'AssessmentFactorsList'],
    table: 'Assessments',
    fields: ['AssessmentFactors'],
    check(assessment, _, child) {
      const given = inside(assessment, child.AssessmentFactorsList).map((row) => row.AssessmentFactor)
      const known = given.filter((factor) => factor !== blank)
      return new Set(known).size < known.length
    },
  }),
]
