import type { Example, Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

/** A list that knows no place: PL_LA, PL_LOCATION and PL_DISTANCE stay as the example writes them. */
const nowhere = 'postcode,la,easting,northing'

/** What holds for every field that is carried over from last year's open episode. */
const carriedOver = (column: string, one: string, other: string): Example<Ssda903> => ({
  shows: 'only the first dated episode, beside an open last one; blank differs from filled but not from blank',
  authority: 'E08000026',
  postcodes: nowhere,
  Episodes: `
          CHILD DECOM       ${column}
          1     01/07/2026  ${other}
        ! 1     01/05/2026  ${other}
          1     .           ${other}
          2     01/05/2026  ${one}
          3     01/05/2026  ${other}
        ! 4     01/05/2026  .
        ! 5     01/05/2026  ${one}
          6     01/05/2026  .
          7     01/05/2026  ${other}
        ! 8     01/05/2026  ${other}
          9     .           ${other}
          10    01/05/2026  ${other}
          .     01/05/2026  ${other}`,
  last: {
    Episodes: `
          CHILD DECOM       DEC         ${column}
          1     01/05/2025  .           ${one}
          2     01/05/2025  .           ${one}
          3     01/05/2025  01/06/2025  ${one}
          4     01/05/2025  .           ${one}
          5     01/05/2025  .           .
          6     01/05/2025  .           .
          8     01/05/2025  01/06/2025  ${other}
          8     01/06/2025  unreadable  ${one}
          8     .           .           ${other}
          9     01/05/2025  .           ${one}
          10    .           .           ${one}`,
  },
})

/** Placements that changed their code between two years. */
const recoded = (year: number, rows: string, lastRows: string): Example<Ssda903> => ({
  shows: `the recodings of ${year}`,
  year,
  Episodes: `CHILD DECOM PLACE\n${rows}`,
  last: { Episodes: `CHILD DECOM PLACE\n${lastRows}` },
})

const distances: Example<Ssda903> = {
  shows: 'two tenths of a mile are too much, whatever the numbers',
  postcodes: nowhere,
  Episodes: `
          CHILD DECOM       RNE PL_DISTANCE
        ! 1     01/05/2026  S   10.2
        ! 2     01/05/2026  S   5.0
          3     01/05/2026  S   5.1
          4     01/05/2026  S   .
        ! 5     01/05/2026  S   .
        ! 6     01/05/2026  S   0.0`,
  last: {
    Episodes: `
          CHILD DECOM       RNE PL_DISTANCE
          1     01/05/2025  S   10.0
          2     01/05/2025  S   5.2
          3     01/05/2025  S   5.0
          4     01/05/2025  S   .
          5     01/05/2025  S   3.0
          6     01/05/2025  S   .`,
  },
}

export const lastYearExamples: Examples<Ssda903> = {
  452: [
    {
      shows: 'the reason for the episode must be the same and filled; an unreadable end is no open one',
      postcodes: nowhere,
      Episodes: `
          CHILD DECOM       RNE PL_LA
        ! 1     01/05/2026  S   WAL
          2     01/05/2026  S   WAL
          3     01/05/2026  P   WAL
          4     01/05/2026  .   WAL
        ! 5     01/05/2026  S   .
          6     01/05/2026  S   .
          7     01/05/2026  S   WAL
          8     01/05/2026  S   WAL
          9     01/05/2026  S   WAL`,
      last: {
        Episodes: `
          CHILD DECOM       RNE DEC         PL_LA
          1     01/05/2025  S   .           SCO
          2     01/05/2025  S   .           WAL
          3     01/05/2025  S   .           SCO
          4     01/05/2025  .   .           SCO
          5     01/05/2025  S   .           SCO
          6     01/05/2025  S   .           .
          7     01/05/2025  S   01/06/2025  SCO
          8     01/05/2025  S   unreadable  SCO`,
      },
    },
    {
      shows: 'worked out from the postcodes of both years',
      postcodes: 'postcode,la,easting,northing\nCV1 1AA,E08000026,433000,279000\nLD1 1AA,W06000023,306000,261000',
      Episodes: `
          CHILD DECOM       RNE PL_POST
        ! 1     01/05/2026  S   LD1~1AA
          2     01/05/2026  S   LD11AA`,
      last: {
        Episodes: `
          CHILD DECOM       RNE PL_POST
          1     01/05/2025  S   CV1~1AA
          2     01/05/2025  S   LD1~1AA`,
      },
    },
  ],
  453: [
    distances,
    {
      shows: 'only where the reason for the episode is the same and filled, and last year left it open',
      postcodes: nowhere,
      Episodes: `
          CHILD DECOM       RNE PL_DISTANCE
          1     01/05/2026  P   9.0
          2     01/05/2026  .   9.0
          3     01/05/2026  S   9.0
        ! 4     01/05/2026  S   9.0`,
      last: {
        Episodes: `
          CHILD DECOM       RNE PL_DISTANCE DEC
          1     01/05/2025  S   1.0         .
          2     01/05/2025  .   1.0         .
          3     01/05/2025  S   1.0         01/06/2025
          4     01/05/2025  S   1.0         unreadable`,
      },
    },
  ],
  502: [
    {
      shows: 'the final episode of last year counts; an open one without a date cannot be the same',
      Episodes: `
          CHILD DECOM
        ! 1     01/05/2026
          1     01/06/2026
          2     01/05/2025
          3     01/05/2026
          4     01/05/2025
        ! 5     01/05/2025
          6     .
          7     01/05/2026
          8     01/05/2026`,
      last: {
        Episodes: `
          CHILD DECOM       DEC
          1     01/05/2025  .
          2     01/05/2025  .
          3     01/05/2025  01/06/2025
          4     01/04/2025  .
          4     01/05/2025  .
          5     .           .
          6     01/05/2025  .
          8     01/05/2025  unreadable`,
      },
    },
  ],
  '503A': [carriedOver('RNE', 'S', 'P')],
  '503B': [carriedOver('LS', 'C1', 'C2')],
  '503C': [carriedOver('CIN', 'N1', 'N2')],
  '503D': [
    carriedOver('PLACE', 'U1', 'U2'),
    recoded(
      2025,
      '1 01/05/2024 K3\n ! 2 01/05/2024 H5\n ! 3 01/05/2024 Z11\n ! 4 01/05/2024 K3',
      '1 01/05/2023 H5\n 2 01/05/2023 K3\n 3 01/05/2023 Z1\n 4 01/05/2023 K2',
    ),
    recoded(2024, '1 01/05/2023 K3', '1 01/05/2022 H5'),
    recoded(2023, '! 1 01/05/2022 K3', '1 01/05/2021 H5'),
    recoded(
      2026,
      '1 01/05/2025 Z11\n 2 01/05/2025 Z14\n ! 3 01/05/2025 K3\n ! 4 01/05/2025 Z1',
      '1 01/05/2024 Z1\n 2 01/05/2024 Z1\n 3 01/05/2024 H5\n 4 01/05/2024 Z11',
    ),
    recoded(2027, '! 1 01/05/2026 Z11', '1 01/05/2025 Z1'),
  ],
  '503E': [carriedOver('PLACE_PROVIDER', 'PR1', 'PR2')],
  '503F': [carriedOver('URN', 'SC123456', '1234567')],
  '503G': [distances, carriedOver('PL_DISTANCE', '1.0', '9.0')],
  '503H': [carriedOver('PL_LA', 'E08000026', 'WAL')],
  '503J': [carriedOver('PL_LOCATION', 'IN', 'OUT')],
  562: [
    {
      shows: 'the earliest episode that began before the year; the end last year does not matter',
      Episodes: `
          CHILD DECOM
        ! 1     31/03/2026
          2     01/04/2026
          3     01/05/2025
          3     01/02/2026
        ! 4     01/05/2025
        ! 5     01/05/2025
          6     .`,
      last: {
        Episodes: `
          CHILD DECOM       DEC
          2     01/05/2025  .
          3     01/05/2025  01/06/2025
          4     01/05/2025  01/06/2025
          4     02/05/2025  .
          5     .           .`,
      },
    },
  ],
  NoE: [
    {
      Episodes: `
          CHILD DECOM
        ! 1     31/03/2026
        ! 1     01/05/2020
          1     01/04/2026
          1     .
          2     31/03/2026
          3     01/04/2026`,
      last: {
        Episodes: `
          CHILD DECOM
          2     .`,
      },
    },
  ],
}
