/** Assessments. */
import { inside } from '../../engine/child.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { episodeOf } from '../facts.ts'
import { oldestOpenAssessment } from '../facts-deadlines.ts'
import { overlapFields, overlaps } from '../facts-overlap.ts'
import { lastDay, outside, undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'

export const assessments: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '1103',
    meaning: 'The assessment began before the referral',
    mend: 'Correct the start of the assessment or the date of the referral',
    years: since(2023),
    tables: ['Assessments', 'CINdetails'],
    fields: { Assessments: ['AssessmentActualStartDate'], CINdetails: ['CINreferralDate'] },
    check(child, flag) {
      for (const assessment of child.Assessments) {
        const episode = episodeOf(child, assessment)
        if (episode === undefined || !(assessment.AssessmentActualStartDate < episode.CINreferralDate)) continue
        flag.together([assessment, episode], `${assessment.AssessmentActualStartDate} ${episode.CINreferralDate}`)
      }
    },
  }),
  eachRow({
    code: '8608',
    meaning: 'The assessment began after it was authorised',
    mend: 'Correct the start of the assessment or the date on which it was authorised',
    years: since(2023),
    tables: ['Assessments'],
    table: 'Assessments',
    fields: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
    check: (row) => row.AssessmentActualStartDate > row.AssessmentAuthorisationDate,
  }),
  eachRow({
    code: '8670Q',
    meaning: 'The assessment had been open for more than 45 working days at the reference date',
    mend: 'Check that the assessment is not finished, and give the date on which it was authorised if it is',
    years: since(2023),
    severity: 'query',
    tables: ['Assessments', 'Header.ReferenceDate'],
    table: 'Assessments',
    fields: ['AssessmentAuthorisationDate', 'AssessmentActualStartDate'],
    check: (row, collection) =>
      undated(row.AssessmentAuthorisationDate) && row.AssessmentActualStartDate < oldestOpenAssessment(collection),
  }),
  eachRow({
    code: '8696',
    meaning: 'The assessment did not end in the census year',
    mend: 'Correct the date on which it was authorised, or leave out an assessment of another year',
    years: since(2023),
    tables: ['Assessments', 'Header.ReferenceDate'],
    table: 'Assessments',
    fields: ['AssessmentAuthorisationDate'],
    check: ({ AssessmentAuthorisationDate }, period) => outside(AssessmentAuthorisationDate, period),
  }),
  eachRow({
    code: '8736',
    meaning: 'The assessment is open and did not start in the census year',
    mend: 'Give its start, or the date on which it was authorised',
    years: since(2023),
    tables: ['Assessments'],
    table: 'Assessments',
    fields: ['AssessmentAuthorisationDate', 'AssessmentActualStartDate'],
    check: (row, period) =>
      undated(row.AssessmentAuthorisationDate) &&
      (undated(row.AssessmentActualStartDate) || outside(row.AssessmentActualStartDate, period)),
  }),
  eachChild({
    code: '8863Q',
    meaning: 'An assessment began while another of the same episode was running',
    mend: 'Check the dates of both assessments',
    years: since(2023),
    severity: 'query',
    tables: ['Assessments'],
    fields: { Assessments: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'] },
    check(child, flag, { end }) {
      for (const episode of child.CINdetails) {
        const overlapping = overlaps(
          inside(episode, child.Assessments),
          (row) => row.AssessmentActualStartDate,
          (row, day) => day <= lastDay(row.AssessmentAuthorisationDate, end),
        )
        for (const overlap of overlapping) {
          const rows = overlapFields(overlap, 'AssessmentActualStartDate', 'AssessmentAuthorisationDate')
          flag.together(rows, `${episode.row} ${overlap.late.AssessmentActualStartDate}`)
        }
      }
    },
  }),
  eachChild({
    code: '8867',
    meaning: 'The case was closed while an assessment was not finished',
    mend: 'Give the date on which the assessment was authorised, or correct the closure',
    years: since(2023),
    tables: ['CINdetails', 'Assessments'],
    fields: { CINdetails: ['CINclosureDate'], Assessments: ['AssessmentAuthorisationDate'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        if (undated(episode.CINclosureDate)) continue
        const open = inside(episode, child.Assessments).filter((row) => undated(row.AssessmentAuthorisationDate))
        if (open.length > 0) flag.together([episode, ...open])
      }
    },
  }),
  eachChild({
    code: '8896',
    meaning: 'More than one assessment of the episode is open',
    mend: 'Give the dates on which the finished ones were authorised',
    years: since(2023),
    tables: ['Assessments'],
    fields: { Assessments: ['AssessmentAuthorisationDate'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const open = inside(episode, child.Assessments).filter((row) => undated(row.AssessmentAuthorisationDate))
        if (open.length > 1) flag.together(open)
      }
    },
  }),
]
