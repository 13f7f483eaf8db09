import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const referralsOrderExamples: Examples<CinCensus> = {
  8815: [
    {
      shows: 'only open episodes whose referral went further',
      CINdetails: `
          LAchildID CINclosureDate ReferralNFA
        ! 1         .              false
          1         .              true
        ! 1         .              0
          1         2025-06-01     false
        ! 1         2025-06-31     FALSE
          2         .              false
          2         .              1
          2         .              .
          3         .              0
          3         2025-06-01     0`,
      groups: 'CINdetails 0, CINdetails 2, CINdetails 4',
    },
    { CINdetails: 'LAchildID ReferralNFA\n! 1 0\n! 1 0' },
    {
      shows: 'two elements with one id are two children',
      CINdetails: 'child LAchildID ReferralNFA\na 1 0\nb 1 0',
    },
  ],
  8816: [
    {
      shows: 'the latest may be closed or have led to no further action',
      CINdetails: `
          LAchildID CINreferralDate CINclosureDate ReferralNFA
        ! 1         2025-05-01      .              false
          1         2025-05-02      2025-05-03     false
        ! 1         2025-06-01      2025-07-01     true
          2         2025-05-01      .              true
          2         2025-05-02      2025-05-03     0
          2         2025-06-01      .              0
          3         .               .              0
          4         .               .              0
          4         2025-05-01      .              0
          5         2025-05-01      .              .
          5         2025-06-01      .              0`,
      groups: 'CINdetails 0, CINdetails 2',
    },
    {
      shows: 'of two with the latest date the first in the file is the latest',
      CINdetails: `
          LAchildID CINreferralDate CINclosureDate ReferralNFA
        ! 1         2025-06-01      .              0
        ! 1         2025-06-01      .              FALSE
          2         2025-06-01      .              0
          2         2025-06-01      2025-07-01     0`,
      groups: 'CINdetails 0, CINdetails 1',
    },
    {
      shows: 'each open one with the latest',
      CINdetails: 'LAchildID CINreferralDate ReferralNFA\n! 1 2025-06-01 1\n! 1 2025-05-01 0\n! 1 2025-05-02 0',
      groups: 'CINdetails 0, CINdetails 1; CINdetails 0, CINdetails 2',
    },
  ],
  8820: [
    {
      shows: 'the day of the closure is free for a new referral',
      CINdetails: `
          LAchildID CINreferralDate CINclosureDate ReferralNFA
        ! 1         2025-05-01      2025-07-01     false
        ! 1         2025-06-30      2025-07-02     true
          2         2025-05-01      2025-07-01     false
          2         2025-07-01      .              false
          3         2025-05-01      2025-04-30     false
          3         2025-05-02      2025-05-03     false
          3         .               2025-12-31     false`,
      groups: 'CINdetails 0, CINdetails 1',
    },
    {
      shows: 'an open episode runs until the day before the reference date, if it went further',
      CINdetails: `
          LAchildID CINreferralDate CINclosureDate ReferralNFA
        ! 1         2025-05-01      .              FALSE
        ! 1         2026-03-30      2026-03-31     false
          1         2026-03-31      .              false
          2         2025-05-01      .              true
          2         2025-06-01      2025-06-02     false
          3         2025-05-01      .              .
          3         2025-06-01      2025-06-02     false`,
      groups: 'CINdetails 0, CINdetails 1',
    },
    {
      shows: 'all episodes are compared, not neighbours only; two of one day overlap both ways',
      CINdetails: `
          LAchildID CINreferralDate CINclosureDate ReferralNFA
        ! 1         2025-05-01      2025-12-01     0
        ! 1         2025-05-01      2025-05-01     0
        ! 1         2025-06-01      2025-06-02     0
        ! 1         2025-06-03      2025-06-04     0
        ! 2         2025-05-01      2025-06-01     0
        ! 2         2025-05-01      2025-07-01     0`,
      groups:
        'CINdetails 0, CINdetails 1; CINdetails 0, CINdetails 2; CINdetails 0, CINdetails 3; CINdetails 4, CINdetails 5; CINdetails 4, CINdetails 5',
    },
  ],
}
