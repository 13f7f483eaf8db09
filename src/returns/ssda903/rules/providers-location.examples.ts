import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

const authority = 'E08000026'
/** The council's own area, another, Wales, Jersey (no authority), and a point further away than is possible. */
const postcodes = `postcode,la,easting,northing
AB1 1AA,E08000026,400000,300000
AB1 1AB,E08000026,401609.3,300000
CD2 2BB,E06000001,450000,300000
CF3 3CC,W06000015,320000,180000
JE4 4DD,L99999999,,
ZZ5 5EE,E06000053,2100000,300000`

export const placementLocationsExamples: Examples<Ssda903> = {
  1015: [
    {
      authority,
      postcodes,
      Episodes: `
          CHILD PLACE_PROVIDER LS  PLACE PL_POST
          1     PR1            C2  K2    AB11AA
        ! 2     PR1            C2  K2    CD2~2BB
        ! 3     PR1            C2  K2    CF33CC
        ! 4     PR1            C2  K2    .
        ! 5     PR1            C2  K2    XX99XX
          6     PR2            C2  K2    CD22BB
          7     PR1            V3  K2    CD22BB
          8     PR1            .   K2    CD22BB
          9     PR1            C2  .     CD22BB
          10    PR1            C2  U6    CD22BB
          11    PR1            C2  A3    CD22BB`,
    },
  ],
  164: [
    {
      postcodes,
      Header: `
          CHILD UASC
          1     0
          2     0
          3     1
          4     0
          5     0`,
      Episodes: `
          CHILD LS  HOME_POST PL_POST
        ! 1     C2  AB11AA    ZZ55EE
          2     C2  AB11AA    CD22BB
          3     C2  AB11AA    ZZ55EE
          4     C2  AB11AA    ZZ55EE
          5     V4  AB11AA    ZZ55EE
          1     C2  .         ZZ55EE
        ! 6     C2  AB11AA    ZZ55EE`,
      last: {
        Header: `
          CHILD UASC
          4     1`,
      },
    },
    {
      shows: 'without a header, a row of the UASC table that says anything',
      postcodes,
      UASC: `
          CHILD DUC         DOB
          1     01/05/2025  .
          2     .           01/05/2010
          3     .           .`,
      Episodes: `
          CHILD HOME_POST PL_POST
          1     AB11AA    ZZ55EE
          2     AB11AA    ZZ55EE
        ! 3     AB11AA    ZZ55EE`,
    },
  ],
  169: [
    {
      postcodes,
      Episodes: `
          CHILD LS  PL_POST
          1     C2  AB1~1AA
          2     C2  CF33CC
        ! 3     C2  JE44DD
        ! 4     C2  XX99XX
        ! 5     .   .
          6     V3  .
          7     V4  XX99XX`,
    },
  ],
  179: [
    {
      authority,
      postcodes,
      Episodes: `
          CHILD LS  PL_POST
          1     C2  AB1~1AA
          2     C2  CF33CC
          3     C2  JE44DD
        ! 4     C2  XX99XX
        ! 5     .   .
          6     V3  .`,
    },
  ],
  218: [
    {
      year: 2026,
      postcodes,
      Episodes: `
          CHILD URN     PLACE DEC         PL_POST
        ! 1     .       K2    .           AB11AA
          2     XXXXXXX K2    .           AB11AA
          3     1234567 K2    .           AB11AA
        ! 4     .       K2    01/04/2025  AB11AA
          5     .       K2    31/03/2025  AB11AA
          6     .       K2    soon        AB11AA
          7     .       P1    .           AB11AA
          8     .       Z11   .           AB11AA
        ! 9     .       Z1    .           AB11AA
          10    .       K2    .           CF33CC
        ! 11    .       K2    .           .
        ! 12    .       .     .           AB11AA`,
    },
    {
      shows: 'an unknown area exempts in no year',
      year: 2025,
      postcodes,
      Episodes: `
          CHILD URN PLACE PL_POST
        ! 1     .   K2    .
        ! 2     .   H5    AB11AA
        ! 3     .   P2    AB11AA
          4     .   Z1    AB11AA`,
    },
    {
      year: 2024,
      postcodes,
      Episodes: `
          CHILD URN PLACE PL_POST
          1     .   H5    AB11AA
          2     .   P2    AB11AA
        ! 3     .   K1    AB11AA`,
    },
  ],
  230: [
    {
      postcodes,
      Episodes: `
          CHILD PLACE DEC         URN     PL_POST
        ! 1     H5    .           .       AB11AA
        ! 2     H5    29/10/2023  XXXXXXX AB11AA
          3     H5    28/10/2023  .       AB11AA
          4     H5    .           1234567 AB11AA
          5     H5    .           .       CF33CC
        ! 6     H5    soon        .       .
          7     K2    .           .       AB11AA`,
    },
  ],
  '392a': [
    {
      postcodes,
      Header: `
          CHILD UASC
          1     0
          2     1
          3     0`,
      Episodes: `
          CHILD LS  HOME_POST PL_POST
          1     C2  AB11AA    AB11AB
        ! 1     .   AB11AA    .
        ! 1     C2  XX99XX    AB11AB
        ! 1     C2  AB11AA    JE44DD
          1     V3  .         .
          2     C2  .         .
          3     C2  .         .
        ! 4     C2  .         AB11AB`,
      last: {
        Header: `
          CHILD UASC
          3     1`,
      },
    },
  ],
  '392b': [
    {
      shows: 'where nothing says who is UASC, nobody is left out',
      Episodes: `
          CHILD LS  HOME_POST PL_POST
          1     C2  AB11AA    XX99XX
        ! 2     C2  AB11AA    .
        ! 3     .   .         AB11AA
          4     V4  .         .`,
    },
    {
      Header: `
          CHILD SEX
          1     M
          2     F`,
      UASC: `
          CHILD DUC
          1     .`,
      Episodes: `
          CHILD HOME_POST PL_POST
          1     .         AB11AA
        ! 2     .         AB11AA`,
    },
  ],
  '392c': [
    {
      postcodes,
      Episodes: `
          CHILD HOME_POST PL_POST
          1     AB1~1AA   AB11AB
        ! 2     XX99XX    AB11AB
        ! 3     AB11AA    XX9~9XX
        ! 4     XX99XX    XX99XX
          5     .         .
        ! .     XX99XX    .`,
    },
  ],
  '392d': [
    {
      shows: 'however the postcode is spaced',
      Episodes: `
          CHILD HOME_POST PL_POST PLACE
        ! 1     AB11AA    AB11AA  U1
        ! 2     AB1~1AA   AB11AA  .
          3     AB11AA    AB11AA  P1
          4     AB11AA    AB11AB  U1
          5     .         .       U1`,
    },
  ],
}
