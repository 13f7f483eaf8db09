/** Factors found at assessment. */
import { inside } from '../../engine/child.ts'
import { code, codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { assessmentFactors } from '../code-lists.ts'
import { inAnyCase } from '../facts-case.ts'
import { factorsOf } from '../facts-factors.ts'
import { undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'

/** Says that none of the other factors was found. */
const noFactorFound = code('21')
/** Case closed after assessment, with no further action or referred to early help. */
const noFurtherServices = codes('RC8 RC9')
/** Each was replaced by two codes in 2024/25. */
const retired18 = inAnyCase('18A')
const retired19 = inAnyCase('19A')

export const factors: readonly Rule<CinCensus>[] = [
  eachRow({
    code: '8614',
    meaning: 'Factors are given for an assessment that is not finished',
    mend: 'Give the date on which the assessment was authorised, or leave out its factors',
    years: since(2023),
    tables: ['Assessments', 'AssessmentFactorsList'],
    table: 'Assessments',
    fields: ['AssessmentAuthorisationDate', 'AssessmentFactors'],
    check: (assessment, _, child) =>
      undated(assessment.AssessmentAuthorisationDate) && factorsOf(child, assessment).length > 0,
  }),
  eachRow({
    code: '8869',
    meaning: 'Factor 21 (no factors identified) is given beside others',
    mend: 'Leave out 21, or leave out the others',
    years: since(2023),
    tables: ['Assessments', 'AssessmentFactorsList'],
    table: 'Assessments',
    fields: ['AssessmentFactors'],
    check(assessment, _, child) {
      const given = factorsOf(child, assessment)
      return given.includes(noFactorFound) && given.some((factor) => factor !== noFactorFound)
    },
  }),
  eachChild({
    code: '8873Q',
    meaning: 'The only assessment found no factors (21), and the case was not closed as RC8 or RC9',
    mend: 'Check the factors of the assessment and the reason for closure',
    years: since(2023),
    severity: 'query',
    tables: ['Assessments', 'AssessmentFactorsList', 'CINdetails'],
    fields: { Assessments: ['AssessmentFactors'], CINdetails: ['ReasonForClosure'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const [assessment, ...others] = inside(episode, child.Assessments)
        if (assessment === undefined || others.length > 0 || undated(assessment.AssessmentAuthorisationDate)) continue
        if (noFurtherServices.has(episode.ReasonForClosure)) continue
        if (factorsOf(child, assessment).includes(noFactorFound)) flag.together([assessment, episode])
      }
    },
  }),
  eachRow({
    code: '8897Q',
    meaning: 'An assessment that ended in the census year or later has no factors, or one that is not in the list',
    mend: 'Give the factors found, or 21 if there were none',
    years: since(2023),
    severity: 'query',
    tables: ['Assessments', 'AssessmentFactorsList', 'Header.ReferenceDate'],
    table: 'Assessments',
    fields: ['AssessmentAuthorisationDate', 'AssessmentFactors'],
    check(assessment, { year, start }, child) {
      if (!(assessment.AssessmentAuthorisationDate >= start)) return false
      const given = factorsOf(child, assessment)
      return given.length === 0 || given.some((factor) => !assessmentFactors.in(year).has(factor))
    },
  }),
  eachRow({
    code: '8898',
    meaning: 'The same factor is given twice for one assessment',
    mend: 'Give each factor once',
    years: since(2023),
    tables: ['Assessments', 'AssessmentFactorsList'],
    table: 'Assessments',
    fields: ['AssessmentFactors'],
    check(assessment, _, child) {
      const given = factorsOf(child, assessment)
      return new Set(given).size < given.length
    },
  }),
  eachRow({
    code: '8945Q',
    meaning: 'Factor 18A is no longer used',
    mend: 'Use 18B or 18C',
    years: since(2025),
    severity: 'query',
    tables: ['Assessments', 'AssessmentFactorsList'],
    table: 'Assessments',
    fields: ['AssessmentFactors'],
    check: (assessment, _, child) => factorsOf(child, assessment).some((factor) => retired18.has(factor)),
  }),
  eachRow({
    code: '8950Q',
    meaning: 'Factor 19A is no longer used',
    mend: 'Use 19B or 19C',
    years: since(2025),
    severity: 'query',
    tables: ['Assessments', 'AssessmentFactorsList'],
    table: 'Assessments',
    fields: ['AssessmentFactors'],
    check: (assessment, _, child) => factorsOf(child, assessment).some((factor) => retired19.has(factor)),
  }),
]
