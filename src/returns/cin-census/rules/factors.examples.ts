import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

/** One child with one referral, in which the assessments stand. */
const oneReferral = 'LAchildID CINreferralDate\n1 2025-05-01'

export const factorsExamples: Examples<CinCensus> = {
  8614: [
    {
      shows: 'any factor, valid or not; empty elements are none; an unreadable date is none',
      CINdetails: oneReferral,
      Assessments: `
          LAchildID AssessmentID AssessmentAuthorisationDate
        ! 1         1            .
          1         2            2025-06-01
          1         3            .
          1         4            .
        ! 1         5            .
        ! 1         6            2025-06-31`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            1A
          1         1            2B
          1         2            1A
          1         4            .
          1         5            XX
          1         6            21`,
    },
  ],
  8869: [
    {
      shows: '21 by itself, even twice, is in order here',
      CINdetails: oneReferral,
      Assessments: `
          LAchildID AssessmentID
        ! 1         1
          1         2
          1         3
          1         4
        ! 1         5
          1         6`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            21
          1         1            1A
          1         2            21
          1         2            21
          1         3            1A
          1         3            2A
          1         4            21
          1         4            .
          1         5            XX
          1         5            21`,
    },
    {
      shows: 'two assessments finished on one day are not mixed',
      CINdetails: oneReferral,
      Assessments: 'LAchildID AssessmentID AssessmentAuthorisationDate\n1 1 2025-06-01\n1 2 2025-06-01',
      AssessmentFactorsList: 'LAchildID AssessmentID AssessmentFactor\n1 1 21\n1 2 1A',
    },
  ],
  '8873Q': [
    {
      shows: 'the only assessment of its episode, finished; an open case too',
      CINdetails: `
          LAchildID ReasonForClosure
        ! 1         RC1
          2         RC8
          3         RC9
        ! 4         .
          5         RC1
          6         RC1
          7         RC1
        ! 8         RC1
        ! 8         rc8
          9         RC1`,
      Assessments: `
          LAchildID CINdetailsID AssessmentID AssessmentAuthorisationDate
        ! 1         1            1            2025-06-01
          2         1            1            2025-06-01
          3         1            1            2025-06-01
        ! 4         1            1            2025-06-01
          5         1            1            2025-06-01
          5         1            2            2025-07-01
          6         1            1            2025-06-01
          7         1            1            .
        ! 8         1            1            2025-06-01
        ! 8         2            2            2025-06-01`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            21
          2         1            21
          3         1            21
          4         1            21
          5         1            21
          5         2            21
          6         1            1A
          7         1            21
          8         1            21
          8         1            1A
          8         2            21`,
      groups:
        'Assessments 0, CINdetails 0; Assessments 3, CINdetails 3; Assessments 8, CINdetails 7; Assessments 9, CINdetails 8',
    },
  ],
  '8897Q': [
    {
      shows: 'from 1 April of the year before, without an upper limit; the retired codes are still in the list',
      CINdetails: oneReferral,
      Assessments: `
          LAchildID AssessmentID AssessmentAuthorisationDate
        ! 1         1            2025-04-01
          1         2            2025-03-31
          1         3            2025-04-01
        ! 1         4            2025-04-01
        ! 1         5            2026-04-01
          1         6            .
        ! 1         7            2025-04-01
          1         8            2025-04-31
        ! 1         9            2025-04-01`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         3            18A
          1         3            19A
          1         3            24A
          1         4            1A
          1         4            1D
          1         6            XX
          1         7            1a
          1         8            XX
          1         9            .`,
    },
    {
      shows: 'without a reference date there is no year',
      Header: 'Year ReferenceDate\n2026 .',
      notRun: true,
      CINdetails: oneReferral,
      Assessments: 'LAchildID AssessmentAuthorisationDate\n1 2025-06-01',
    },
  ],
  8898: [
    {
      CINdetails: oneReferral,
      Assessments: `
          LAchildID AssessmentID
        ! 1         1
          1         2
          1         3
        ! 1         4`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            1A
          1         1            2B
          1         1            1A
          1         2            1A
          1         2            2B
          1         2            .
          1         2            .
          1         3            1a
          1         3            1A
          1         4            21
          1         4            21
          1         4            2B
          1         4            2B`,
    },
  ],
  '8945Q': [
    {
      year: 2025,
      CINdetails: oneReferral,
      Assessments: `
          LAchildID AssessmentID
        ! 1         1
        ! 1         2
          1         3
          1         4
        ! 1         5`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            18A
          1         2            1A
          1         2            18a
          1         3            18B
          1         3            18C
          1         3            118A
          1         5            18A
          1         5            18A`,
    },
  ],
  '8950Q': [
    {
      CINdetails: oneReferral,
      Assessments: `
          LAchildID AssessmentID
        ! 1         1
        ! 1         2
          1         3
          1         4`,
      AssessmentFactorsList: `
          LAchildID AssessmentID AssessmentFactor
          1         1            19A
          1         2            1A
          1         2            19a
          1         3            19B
          1         3            19C
          1         3            18A`,
    },
  ],
}
