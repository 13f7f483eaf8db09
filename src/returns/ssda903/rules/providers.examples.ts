import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { placementLocationsExamples } from './providers-location.examples.ts'

const postcodes = `postcode,la,easting,northing
AB1 1AA,E08000026,400000,300000
CD2 2BB,E06000001,450000,300000`

export const providersExamples: Examples<Ssda903> = {
  1008: [
    {
      providers: 'URN,REG_END\n1234567,\n 2345678 ,01/05/2020\n3456789.0,',
      Episodes: `
          CHILD URN
          1     1234567
          2     2345678
          3     3456789
        ! 4     7654321
          5     XXXXXXX
        ! 6     XXXXXX
          7     .`,
    },
  ],
  1009: [
    {
      Episodes: `
          CHILD REASON_PLACE_CHANGE
          1     CARPL
          2     OTHER
        ! 3     OTHERS
          4     .`,
    },
  ],
  ...placementLocationsExamples,
  219: [
    {
      shows: 'any line of the list that allows the placement is enough',
      providers: 'URN,Placement code\n1,K2\n2,U1/U4\n3,K1\n3,K2\n4,',
      Episodes: `
          CHILD URN     PLACE
          1     1       K2
          2     2       U4
        ! 3     2       U5
          4     3       K2
        ! 5     1       .
        ! 6     4       K2
        ! 7     9       K2
          8     XXXXXXX K2
          9     .       K2`,
    },
    {
      shows: 'a list without that column says nothing',
      providers: 'URN,Postcode\n1,AB1 1AA',
      Episodes: `
          CHILD URN PLACE
          1     1   K2`,
    },
  ],
  221: [
    {
      year: 2026,
      providers: 'URN,Postcode\n1,AB1 1AA\n2,AB1 1AA\n2,cd22bb\n3,',
      Episodes: `
          CHILD URN     PLACE LS  PL_POST
          1     1       K2    C2  AB1~1AA
          2     1       K3    .   AB11AA
        ! 3     1       K2    .   CD2~2BB
          4     2       K2    C2  CD2~2BB
        ! 5     3       K2    C2  CD2~2BB
        ! 6     9       K2    C2  CD2~2BB
          7     1       K2    V3  CD2~2BB
          8     1       U1    C2  CD2~2BB
          9     1       H5    C2  CD2~2BB
          10    1       K2    C2  .
          11    XXXXXXX K2    C2  CD2~2BB
          12    .       K2    C2  CD2~2BB`,
    },
    {
      year: 2024,
      providers: 'URN,Postcode\n1,AB1 1AA',
      Episodes: `
          CHILD URN PLACE PL_POST
        ! 1     1   H5    CD2~2BB
          2     1   K3    CD2~2BB`,
    },
    {
      year: 2023,
      providers: 'URN,Postcode\n1,AB1 1AA',
      Episodes: `
          CHILD URN PLACE PL_POST
          1     1   H5    CD2~2BB
        ! 2     1   S1    CD2~2BB`,
    },
  ],
  224: [
    {
      providers: 'URN,Provider code\n1,PR4\n2,PR3/PR4\n3,PR1\n3,PR2\n4,',
      Episodes: `
          CHILD URN     PLACE_PROVIDER
          1     1       PR4
        ! 2     1       PR3
          3     2       PR3
          4     3       PR2
        ! 5     1       .
        ! 6     4       PR4
        ! 7     9       PR4
          8     XXXXXXX PR4
          9     .       PR4`,
    },
  ],
  227: [
    {
      shows: 'the day on which registration ends is too late',
      providers: 'URN,REG_END\n1,01/06/2025\n2,\n3,\n3,01/06/2025',
      Episodes: `
          CHILD URN     DECOM
        ! 1     1       01/06/2025
          2     1       31/05/2025
          3     2       01/06/2025
        ! 4     3       01/06/2025
          5     9       01/06/2025
          6     1       .
          7     .       01/06/2025`,
    },
  ],
  228: [
    {
      shows: 'an open episode is held against 31 March',
      year: 2026,
      providers: 'URN,REG_END\n1,01/06/2025\n2,\n3,31/03/2026\n4,30/03/2026',
      Episodes: `
          CHILD URN     DEC
        ! 1     1       02/06/2025
          2     1       01/06/2025
        ! 3     1       .
          4     2       .
          5     3       .
        ! 6     4       .
        ! 7     4       soon
          8     9       .
          9     XXXXXXX .`,
    },
  ],
  229: [
    {
      shows: 'the area is that of the postcode in the list',
      authority: 'e08000026',
      postcodes,
      providers: 'URN,Postcode\n1,AB1 1AA\n2,CD2 2BB\n3,ZZ9 9ZZ\n4,AB1 1AA\n4,CD2 2BB',
      Episodes: `
          CHILD URN     PLACE_PROVIDER
          1     1       PR1
        ! 2     2       PR1
        ! 3     3       PR1
        ! 4     9       PR1
        ! 5     1       PR2
          6     2       PR2
          7     3       PR2
          8     9       PR2
        ! 9     4       PR1
        ! 10    4       PR2
          11    2       PR4
          12    2       .
          13    XXXXXXX PR1`,
    },
  ],
}
