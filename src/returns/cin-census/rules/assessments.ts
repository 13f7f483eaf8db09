/** Assessments. */
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { episodeOf } from '../facts.ts'
import { type CinCensus, eachChild } from '../layout.ts'

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
]
