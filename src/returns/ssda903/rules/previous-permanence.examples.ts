import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const previousPermanenceExamples: Examples<Ssda903> = {
  630: [
    {
      shows: 'one incomplete row is enough; Z1 needs nothing more',
      Episodes: `
          CHILD RNE DECOM
        ! 1     S   01/04/2026
          1     S   31/03/2026
          1     L   01/05/2026
          1     S   .
          2     S   01/05/2026
          3     S   01/05/2026
        ! 4     S   01/05/2026
        ! 5     S   01/05/2026
        ! 6     S   01/05/2026
        ! 7     S   01/05/2027
        ! 8     S   01/05/2026`,
      PrevPerm: `
          CHILD PREV_PERM LA_PERM DATE_PERM
          2     Z1        .       .
          3     P1        331     ZZ/05/2019
          4     P1        331     .
          5     .         331     01/05/2019
          6     P2        .       01/05/2019
          8     Z1        .       .
          8     .         .       .`,
    },
  ],
  631: [
    {
      PrevPerm: `
          CHILD PREV_PERM
        ! 1     P5
        ! 2     1
          3     P1
          4     P4
          5     Z1
          6     .`,
    },
  ],
  632: [
    {
      shows: 'what is no date',
      Episodes: `
          CHILD DECOM
          1     01/06/2026
        ! 1     01/05/2026`,
      PrevPerm: `
          CHILD DATE_PERM
        ! 1     31/02/2019
        ! 1     01/05/ZZ
        ! 1     01/05/19
        ! 1     ZZZZ/05/2019
        ! 1     01/13/2019
        ! 1     32/ZZ/2019
        ! 1     30/02/ZZZZ
        ! 1     01/05
        ! 1     2019-05-01
        ! 1     unknown
        ! 2     unknown
          1     .
          1     1/5/2019
          1     29/02/ZZZZ
          1     31/ZZ/2019
          1     ZZ/ZZ/ZZZZ
          2     01/05/2030`,
    },
    {
      shows: 'a date that, at its earliest, is not before the child came into care',
      Episodes: `
          CHILD DECOM
        ! 1     15/05/2019
          1     15/05/2020
          1     .
          2     15/05/2019
          3     .`,
      PrevPerm: `
          CHILD DATE_PERM
        ! 1     15/05/2019
          1     14/05/2019
          1     ZZ/05/2019
        ! 1     ZZ/06/2019
          1     ZZ/ZZ/2019
        ! 1     ZZ/ZZ/2020
          1     20/ZZ/2019
        ! 1     01/06/2020
          1     15/05/ZZZZ
          2     ZZ/ZZ/2019
          3     15/05/2019`,
      groups: 'Episodes 0, PrevPerm 0, PrevPerm 3, PrevPerm 5, PrevPerm 7',
    },
  ],
  633: [
    {
      shows: 'authorities of old and new, from the year in which they came to be',
      PrevPerm: `
          CHILD LA_PERM
          1     331
          1     835
          1     838
          1     941
          1     942
          1     943
          1     999
          1     WAL
          1     NUK
          1     .
        ! 1     0331
        ! 1     345
        ! 1     E08000026
        ! 1     ENG`,
    },
    {
      year: 2023,
      PrevPerm: `
          CHILD LA_PERM
          1     909
          1     940
        ! 1     942`,
    },
    {
      year: 2024,
      PrevPerm: `
          CHILD LA_PERM
          1     942
        ! 1     944`,
    },
  ],
  634: [
    {
      shows: 'one episode that began on or after 1 April 2016 is enough',
      Episodes: `
          CHILD DECOM
        ! 1     31/03/2016
        ! 1     01/05/2010
        ! 1     .
          2     01/05/2010
          2     01/04/2016
          3     01/05/2010
          4     .`,
      PrevPerm: `
          CHILD PREV_PERM LA_PERM DATE_PERM
        ! 1     Z1        .       .
        ! 1     .         .       unknown
          1     .         .       .
          2     P1        331     01/05/2009
          3     .         .       .
          4     P1        331     01/05/2009
          5     P1        331     01/05/2009`,
      groups: 'Episodes 0, Episodes 1, Episodes 2, PrevPerm 0, PrevPerm 1',
    },
  ],
  635: [
    {
      PrevPerm: `
          CHILD PREV_PERM LA_PERM DATE_PERM
        ! 1     Z1        331     .
        ! 1     Z1        .       ZZ/ZZ/2019
        ! 1     .         331     .
        ! 1     .         .       01/05/2019
          1     Z1        .       .
          1     .         .       .
          1     P1        331     01/05/2019`,
    },
  ],
}
