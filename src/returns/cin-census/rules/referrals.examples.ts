import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'
import { referralsActivityExamples } from './referrals-activity.examples.ts'
import { referralsOrderExamples } from './referrals-order.examples.ts'

const noReferenceDate = 'Year ReferenceDate\n2026 .'

export const referralsExamples: Examples<CinCensus> = {
  8568: [
    {
      CINdetails: `
          LAchildID ReferralNFA
          1         true
          2         false
          3         1
          4         0
          5         TRUE
          6         False
        ! 7         .
        ! 8         2
        ! 9         yes
        ! 10        00`,
    },
  ],
  '8569Q': [
    {
      shows: 'the last working day before 1 April 2025 is Monday 31 March; blank is not false',
      CINdetails: `
          LAchildID CINreferralDate ReferralNFA
        ! 1         2025-03-30      true
          1         2025-03-31      true
          1         2025-04-01      true
        ! 1         2025-03-30      1
        ! 1         2025-03-30      .
        ! 1         2025-03-30      maybe
          1         2025-03-30      false
          1         2025-03-30      False
          1         2025-03-30      0
          1         .               true`,
    },
    {
      shows: 'before 1 April 2024 came Easter: Thursday 28 March',
      year: 2025,
      CINdetails: 'LAchildID CINreferralDate ReferralNFA\n! 1 2024-03-27 1\n1 2024-03-28 1\n1 2024-03-29 1',
    },
    { year: 2024, CINdetails: 'LAchildID CINreferralDate ReferralNFA\n! 1 2023-03-30 1\n1 2023-03-31 1' },
    { year: 2023, CINdetails: 'LAchildID CINreferralDate ReferralNFA\n! 1 2022-03-30 1\n1 2022-03-31 1' },
    { Header: noReferenceDate, notRun: true, CINdetails: 'LAchildID CINreferralDate ReferralNFA\n1 2020-03-30 1' },
  ],
  8590: [
    {
      shows: 'each element is tested by itself; an id that is missing joins nothing',
      ChildIdentifiers: `
          child LAchildID
          a     1
        ! b     2
        ! c     1
          d     .
        ! e     .`,
      CINdetails: 'child LAchildID CINreferralDate\na 1 2025-05-01\nd . 2025-05-01',
    },
  ],
  8600: [
    {
      CINdetails: `
          LAchildID CINreferralDate
          1         2026-03-31
        ! 1         2026-04-01
        ! 1         .
        ! 1         2026-02-29
          1         1999-01-01`,
    },
    {
      shows: 'without a reference date only the missing ones',
      Header: noReferenceDate,
      CINdetails: 'LAchildID CINreferralDate\n1 2030-01-01\n! 1 .',
    },
  ],
  8606: [
    {
      shows: '280 days before the birth, or before the expected birth, are in order',
      ChildIdentifiers: `
          LAchildID PersonBirthDate ExpectedPersonBirthDate
        ! 1         2026-02-05      .
        ! 2         .               2026-02-05
        ! 3         2026-02-04      2026-02-05
          4         .               .
          5         2026-02-05      2026-02-31`,
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-04-30
          1         2025-05-01
        ! 1         2025-04-30
        ! 1         2025-04-29
        ! 2         2025-04-30
          2         2025-05-01
        ! 3         2025-04-30
          4         2025-04-30
          5         2025-05-01
          5         .`,
      groups:
        'CINdetails 0, CINdetails 2, ChildIdentifiers 0; CINdetails 3, ChildIdentifiers 0; CINdetails 4, ChildIdentifiers 1; CINdetails 6, ChildIdentifiers 2',
    },
  ],
  8610: [
    {
      CINdetails: `
          LAchildID ReferralNFA PrimaryNeedCode
        ! 1         false       .
        ! 1         0           .
        ! 1         FALSE       .
          1         false       N1
          1         false       XX
          1         true        .
          1         .           .`,
    },
  ],
  8620: [
    {
      CINdetails: `
          LAchildID CINclosureDate
        ! 1         2025-03-31
          1         2025-04-01
          1         2026-03-31
        ! 1         2026-04-01
          1         .
          1         2026-03-32`,
    },
    { Header: noReferenceDate, notRun: true, CINdetails: 'LAchildID CINclosureDate\n1 2020-01-01' },
  ],
  8630: [
    {
      CINdetails: `
          LAchildID CINreferralDate CINclosureDate
        ! 1         2025-05-02      2025-05-01
          1         2025-05-02      2025-05-02
          1         2025-05-02      2025-05-03
          1         .               2025-05-01
          1         2025-05-02      .`,
    },
  ],
  8640: [
    {
      CINdetails: `
          LAchildID ReasonForClosure
          1         RC1
          1         RC9
          1         .
        ! 1         RC0
        ! 1         RC10
        ! 1         rc1`,
    },
  ],
  8650: [
    {
      CINdetails: `
          LAchildID PrimaryNeedCode
          1         N0
          1         N9
          1         .
        ! 1         N10
        ! 1         n1
        ! 1         N`,
    },
  ],
  8805: [
    {
      CINdetails: `
          LAchildID CINclosureDate ReasonForClosure
        ! 1         2025-06-01     .
          1         2025-06-01     RC1
          1         2025-06-01     XX
          1         .              .
          1         2025-06-31     .`,
    },
  ],
  8810: [
    {
      CINdetails: `
          LAchildID CINclosureDate ReasonForClosure
        ! 1         .              RC1
        ! 1         .              XX
        ! 1         2025-06-31     RC1
          1         2025-06-01     RC1
          1         .              .`,
    },
  ],
  8866: [
    {
      shows: 'for referrals from 1 April 2013',
      CINdetails: `
          LAchildID CINreferralDate ReferralSource
          1         2025-05-01      1A
          1         2025-05-01      10
        ! 1         2025-05-01      .
        ! 1         2025-05-01      1a
        ! 1         2025-05-01      1
        ! 1         2013-04-01      2C
          1         2013-03-31      2C
          1         2013-03-31      .
          1         .               .`,
    },
  ],
  ...referralsOrderExamples,
  ...referralsActivityExamples,
}
