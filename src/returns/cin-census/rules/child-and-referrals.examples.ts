import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const childAndReferralsExamples: Examples<CinCensus> = {
  '8555Q': [
    {
      shows: 'referrals of one day are one finding; the day of death is in order',
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         2025-06-01
          2         .
          3         2025-06-01`,
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-06-02
          1         2025-06-01
        ! 1         2025-06-02
        ! 1         2025-07-01
          1         .
          2         2025-06-02
          3         2025-05-31`,
      groups: 'CINdetails 0, CINdetails 2, ChildIdentifiers 0; CINdetails 3, ChildIdentifiers 0',
    },
    {
      shows: 'another element with the same id is another child',
      ChildIdentifiers: 'child LAchildID PersonDeathDate\n a 1 2025-06-01\n b 1 .',
      CINdetails: 'child LAchildID CINreferralDate\n b 1 2025-06-02',
    },
  ],
  '8585Q': [
    {
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         .
          2         2025-06-01
          3         .
        ! 4         2025-06-31`,
      CINdetails: `
          LAchildID ReasonForClosure
        ! 1         RC2
          1         RC3
        ! 1         RC2
          2         RC2
          3         RC3
          3         .
        ! 4         RC2`,
      groups: 'CINdetails 0, CINdetails 2, ChildIdentifiers 0; CINdetails 6, ChildIdentifiers 3',
    },
  ],
  '8770Q': [
    {
      shows: 'five on 31 August before the reference date; the reasons in any case',
      ChildIdentifiers: `
          LAchildID UPN           UPNunknown PersonBirthDate
        ! 1         .             .          2020-08-31
          2         .             .          2020-09-01
        ! 3         .             UN1        2010-01-01
          4         .             UN2        2010-01-01
          5         .             un7        2010-01-01
        ! 6         .             UN8        2010-01-01
          7         H801200001001 .          2010-01-01
          8         .             .          .
          9         .             .          2010-01-01
          10        .             .          2010-01-01
        ! 11        .             .          2010-01-01
          12        .             Un6        2010-01-01`,
      CINdetails: `
          LAchildID ReferralNFA
          1         false
          2         false
          3         0
          4         false
          5         false
          6         FALSE
          7         false
          8         false
          9         true
          9         1
          9         .
          11        true
          11        0
          12        0`,
    },
    {
      shows: 'in 2025 likewise',
      year: 2025,
      ChildIdentifiers: 'LAchildID PersonBirthDate\n! 1 2019-08-31\n2 2019-09-01',
      CINdetails: 'LAchildID ReferralNFA\n1 0\n2 0',
    },
    {
      shows: 'to 2024 six on the reference date',
      year: 2024,
      ChildIdentifiers: 'LAchildID PersonBirthDate\n! 1 2018-03-31\n2 2018-04-01\n3 2018-08-31',
      CINdetails: 'LAchildID ReferralNFA\n1 0\n2 0\n3 0',
    },
    {
      shows: 'without a reference date nobody is of an age',
      Header: 'Year ReferenceDate\n2026 .',
      notRun: true,
      ChildIdentifiers: 'LAchildID PersonBirthDate\n1 2010-01-01',
      CINdetails: 'LAchildID ReferralNFA\n1 0',
    },
  ],
  8772: [
    {
      shows: 'all referrals must have led to no further action; a child without referrals is left to 8590',
      ChildIdentifiers: `
          LAchildID UPNunknown
        ! 1         UN7
          2         UN7
          3         UN7
          4         UN6
          5         un7
        ! 6         UN7`,
      CINdetails: `
          LAchildID ReferralNFA
          1         true
        ! 1         false
        ! 1         0
          2         1
          2         TRUE
          4         false
          5         false
        ! 6         .
        ! 6         2`,
      groups: 'CINdetails 1, CINdetails 2, ChildIdentifiers 0; CINdetails 7, CINdetails 8, ChildIdentifiers 5',
    },
  ],
  '8775Q': [
    {
      shows: '25 on the reference date is in order, and so is a case closed on the birthday',
      ChildIdentifiers: `
          LAchildID PersonBirthDate
        ! 1         2001-03-30
          2         2001-03-31
        ! 3         2001-01-01
          4         2001-01-01
          5         .
          6         2001-01-01`,
      CINdetails: `
          LAchildID CINclosureDate
        ! 1         .
          2         .
        ! 3         2026-01-02
          3         2026-01-01
        ! 3         .
          4         2025-12-31
          4         2026-01-01
          5         .`,
      groups: 'CINdetails 0, ChildIdentifiers 0; CINdetails 2, CINdetails 4, ChildIdentifiers 2',
    },
    {
      shows: 'born on 29 February: the birthday of a common year is 28 February',
      ChildIdentifiers: 'LAchildID PersonBirthDate\n! 1 2000-02-29',
      CINdetails: 'LAchildID CINclosureDate\n1 2025-02-28\n! 1 2025-03-01',
    },
  ],
}
