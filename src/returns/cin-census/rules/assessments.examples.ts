import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const assessmentsExamples: Examples<CinCensus> = {
  1103: [
    {
      shows: 'only the referral of its own episode counts, and the same day is in order',
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-05-02
          1         2025-09-01
          2         .`,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate
        ! 1         1            2025-05-01
        ! 1         1            2025-05-01
          1         1            2025-05-02
          1         2            2025-09-03
          2         1            2025-05-01`,
      groups: 'Assessments 0, Assessments 1, CINdetails 0',
    },
  ],
}
