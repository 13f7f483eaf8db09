import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'
import { childAndReferralsExamples } from './child-and-referrals.examples.ts'

/** A ChildIdentifiers table of `known` children whose sex is known and of the rows given. */
const among = (known: number, rows: string): string => {
  const others = Array.from({ length: known }, (_, i) => `k${i} F .`)
  return ['LAchildID Sex ExpectedPersonBirthDate', ...others, rows].join('\n')
}
const among2024 = (known: number, rows: string): string => among(known, rows).replaceAll(' F ', ' 2 ')

export const childExamples: Examples<CinCensus> = {
  '2886Q': [
    { shows: 'exactly 2%', ChildIdentifiers: among(49, 'a U .') },
    { shows: 'just over 2%', ChildIdentifiers: among(48, 'a U .'), whole: true },
    { shows: 'blank counts as not known', ChildIdentifiers: among(96, 'a U .\nb . .\nc . 2026-05-01'), whole: true },
    {
      shows: 'unborn children are part of the whole only',
      ChildIdentifiers: among(98, 'a U .\nc U 2026-05-01\nd . 2026-05-01'),
    },
    { shows: 'a code of another year is not "not known"', year: 2025, ChildIdentifiers: among(3, 'a 0 .') },
    { shows: 'to 2024 it is 0', year: 2024, ChildIdentifiers: among2024(48, 'a 0 .'), whole: true },
    { shows: 'to 2024 it is 0 or blank', year: 2024, ChildIdentifiers: among2024(3, 'a . .'), whole: true },
    { shows: 'to 2024 it is neither 9 nor U', year: 2024, ChildIdentifiers: among2024(3, 'a 9 .\nb U .') },
    { shows: 'no children', ChildIdentifiers: 'LAchildID Sex' },
  ],
  4180: [
    {
      year: 2025,
      ChildIdentifiers: `
          LAchildID Sex
          1         M
          2         U
        ! 3         1
        ! 4         m
          5         F
        ! .         .`,
    },
    {
      year: 2024,
      ChildIdentifiers: `
          LAchildID Sex
          1         9
        ! 2         M
          3         0
          4         1
          5         2
        ! 6         3
        ! 7         .`,
    },
  ],
  4220: [
    {
      ChildCharacteristics: `
          LAchildID Ethnicity
          1         WBRI
          2         NOBT
          3         REFU
        ! 4         .
        ! 5         wbri
        ! 6         WBR
        ! 7         XXXX`,
    },
  ],
  8520: [
    {
      shows: 'the reference date itself is in order',
      ChildIdentifiers: `
          LAchildID PersonBirthDate
          1         2026-03-31
        ! 2         2026-04-01
          3         .
          4         2026-13-01`,
    },
    {
      shows: 'without a reference date nothing is late',
      Header: 'Year ReferenceDate\n2026 .',
      notRun: true,
      ChildIdentifiers: 'LAchildID PersonBirthDate\n1 2026-04-01',
    },
  ],
  '8525Q': [
    {
      ChildIdentifiers: `
          LAchildID PersonBirthDate ExpectedPersonBirthDate
          1         2020-01-01      .
          2         .               2026-05-01
        ! 3         2020-01-01      2020-01-05
        ! 4         .               .
        ! 5         2020-02-30      .
          6         2020-02-30      2026-05-01`,
    },
  ],
  '8530Q': [
    {
      shows: 'from 1 March to 31 December, both in order',
      ChildIdentifiers: `
          LAchildID ExpectedPersonBirthDate
        ! 1         2026-02-28
          2         2026-03-01
          3         2026-03-02
          4         2026-12-30
          5         2026-12-31
        ! 6         2027-01-01
          7         .
          8         2026-02-30`,
    },
    {
      shows: 'nine months are moved back to the last of a shorter month',
      Header: 'Year ReferenceDate\n2026 2026-05-31',
      ChildIdentifiers: 'LAchildID ExpectedPersonBirthDate\n1 2027-02-28\n! 2 2027-03-01\n1 2026-05-01\n! 3 2026-04-30',
    },
    {
      shows: 'without a reference date there are no limits',
      Header: 'Year ReferenceDate\n2026 .',
      notRun: true,
      ChildIdentifiers: 'LAchildID ExpectedPersonBirthDate\n1 2030-01-01',
    },
  ],
  '8535Q': [
    {
      shows: 'dying on the day of birth is possible; a child without a date of birth is not spoken of',
      ChildIdentifiers: `
          LAchildID PersonBirthDate PersonDeathDate
        ! 1         2025-05-02      2025-05-01
          2         2025-05-02      2025-05-02
          3         2025-05-02      2025-05-03
          4         .               2025-05-01
          5         2025-05-02      .
          6         .               .`,
    },
  ],
  '8545Q': [
    {
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         2025-03-31
          2         2025-04-01
          3         2026-03-31
        ! 4         2026-04-01
          5         .
          6         2026-04-31`,
    },
    {
      shows: 'the year runs back from the reference date, over a leap day too',
      year: 2024,
      ChildIdentifiers: 'LAchildID PersonDeathDate\n! 1 2023-03-31\n2 2023-04-01\n3 2024-02-29',
    },
    {
      shows: 'without a reference date there is no year',
      Header: 'Year ReferenceDate\n2026 .',
      notRun: true,
      ChildIdentifiers: 'LAchildID PersonDeathDate\n1 2020-01-01',
    },
  ],
  8750: [
    {
      year: 2025,
      ChildIdentifiers: `
          LAchildID Sex PersonBirthDate ExpectedPersonBirthDate
          1         U   .               2025-05-01
        ! 2         F   .               2025-05-01
        ! 3         .   .               2025-05-01
        ! 4         u   .               2025-05-01
        ! 5         0   .               2025-05-01
          6         F   2025-01-01      2025-05-01
          7         F   2025-01-01      .
          8         F   .               .
        ! 9         M   2025-02-30      2025-05-01
          10        M   .               2025-05-32`,
    },
    {
      year: 2024,
      ChildIdentifiers: `
          LAchildID Sex PersonBirthDate ExpectedPersonBirthDate
          1         0   .               2024-05-01
        ! 2         2   .               2024-05-01
        ! 3         U   .               2024-05-01
        ! 4         .   .               2024-05-01
        ! 5         9   .               2024-05-01
          6         2   2024-01-01      2024-05-01`,
    },
  ],
  ...childAndReferralsExamples,
}
