import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

/** Coventry's own, one across the border and one in Wales. */
const postcodes = `postcode,la,easting,northing
CV1 1AA,E08000026,433000,279000
B1 1AA,E08000025,407000,287000
LD1 1AA,W06000023,306000,261000`

/** A list that knows no place: PL_LA, PL_LOCATION and PL_DISTANCE stay as the example writes them. */
const nowhere = 'postcode,la,easting,northing'

export const locationsExamples: Examples<Ssda903> = {
  398: [
    {
      Episodes: `
          CHILD LS HOME_POST PL_POST
        ! 1     V3 CV1~1AA   .
        ! 2     V4 .         CV1~1AA
          3     V4 .         .
          4     C2 CV1~1AA   CV1~1AA
          5     .  CV1~1AA   CV1~1AA`,
    },
  ],
  406: [
    {
      shows: 'this year or the last, by the list of those children; 0 miles is a distance',
      postcodes,
      Header: `
          CHILD
          1
          2
          3`,
      UASC: `
          CHILD
          1`,
      Episodes: `
          CHILD HOME_POST PL_POST
        ! 1     CV1~1AA   CV11AA
          1     .         CV1~1AA
          1     CV9~9ZZ   CV1~1AA
        ! 2     CV1~1AA   B1~1AA
          3     CV1~1AA   B1~1AA
        ! 4     CV1~1AA   B1~1AA`,
      last: {
        Header: `
          CHILD
          2
          4`,
        UASC: `
          CHILD
          2
          4`,
      },
    },
    {
      shows: 'as the message gives it, and last year by its list alone',
      postcodes: nowhere,
      Header: `
          CHILD UASC
          1     1
          2     0
          3     0`,
      Episodes: `
          CHILD LS PL_DISTANCE
        ! 1     V3 0.0
          2     C2 1.5
        ! 3     C2 1.5`,
      last: {
        UASC: `
          CHILD
          3`,
      },
    },
    {
      shows: 'without headers, by the lists of either year',
      postcodes: nowhere,
      UASC: `
          CHILD
          1`,
      Episodes: `
          CHILD PL_DISTANCE
        ! 1     1.5
          2     1.5
        ! 3     1.5`,
      last: {
        UASC: `
          CHILD
          3`,
      },
    },
  ],
  411: [
    {
      shows: 'what is worked out from the postcodes always agrees',
      authority: 'E08000026',
      postcodes,
      Episodes: `
          CHILD PL_POST
          1     CV1~1AA
          2     B1~1AA
          3     LD1~1AA
          4     .`,
    },
    {
      shows: 'both ways round',
      authority: 'E08000026',
      postcodes: nowhere,
      Episodes: `
          CHILD PL_LA      PL_LOCATION
          1     E08000026  IN
        ! 2     E08000025  IN
        ! 3     .          IN
        ! 4     E08000026  OUT
          5     WAL        OUT
          6     .          OUT
          7     E08000026  .`,
    },
  ],
  420: [
    {
      postcodes,
      Episodes: `
          CHILD LS PL_POST
        ! 1     V3 CV1~1AA
        ! 2     V4 LD1~1AA
          3     V4 ZZ9~9ZZ
          4     V4 .
          5     C2 CV1~1AA
          6     .  CV1~1AA`,
    },
  ],
  454: [
    {
      shows: 'exactly 350 miles is accepted, 999.9 stands for unknown, and 406 speaks of unaccompanied asylum seekers',
      postcodes: nowhere,
      Header: `
          CHILD UASC
          1     0
          2     1`,
      Episodes: `
          CHILD PL_DISTANCE
          1     350.0
        ! 1     350.1
          1     999.9
        ! 1     999.8
          1     .
          2     400.0
        ! 3     400.0`,
    },
    {
      shows: 'the first year of the rule, and no header',
      year: 2026,
      postcodes: nowhere,
      Episodes: `
          CHILD PL_DISTANCE
        ! 1     351.0
          1     349.9`,
    },
  ],
}
