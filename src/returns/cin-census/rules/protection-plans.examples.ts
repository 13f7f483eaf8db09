import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const protectionPlansExamples: Examples<CinCensus> = {
  8841: [
    {
      CINdetails: 'LAchildID CINreferralDate\n1 2025-04-01',
      ChildProtectionPlans: `
          LAchildID CPPstartDate
        ! 1         2025-05-01
          1         2025-04-01`,
      Reviews: `
          LAchildID CPPID CPPreviewDate
        ! 1         1     2025-05-01
          1         1     2025-05-02
          1         2     2025-04-20
          1         2     .`,
      groups: 'ChildProtectionPlans 0, Reviews 0',
    },
  ],
}
