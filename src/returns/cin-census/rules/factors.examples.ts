import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const factorsExamples: Examples<CinCensus> = {
  8898: [
    {
      CINdetails: 'LAchildID CINreferralDate\n1 2025-05-01',
      Assessments: `
          LAchildID AssessmentID
        ! 1         1
          1         2`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            1A
          1         1            2B
          1         1            1A
          1         2            1A
          1         2            2B
          1         2            .
          1         2            .`,
    },
  ],
}
