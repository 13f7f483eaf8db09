import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const episodeJoinsExamples: Examples<Ssda903> = {
  431: [
    {
      shows: 'the day of the end is too early, the day after is not; order is by start, not by line',
      Episodes: `
          CHILD DECOM       RNE DEC
        ! 1     01/06/2026  S   .
          1     01/05/2026  S   01/06/2026
          2     01/05/2026  S   01/06/2026
          2     02/06/2026  S   .
          3     01/05/2026  S   01/06/2026
        ! 3     15/05/2026  S   .
          4     01/05/2026  S   01/06/2026
          4     01/06/2026  P   .
          5     01/05/2026  S   .
          5     01/06/2026  S   .
          6     01/05/2026  S   01/06/2026
          6     .           S   .
          .     01/05/2026  S   01/06/2026
          .     01/06/2026  S   .`,
    },
  ],
  432: [
    {
      Episodes: `
          CHILD DECOM       RNE REC
          1     01/05/2026  S   E4A
        ! 1     01/06/2026  P   X1
          1     01/07/2026  L   .
          1     01/08/2026  U   E17
          1     01/09/2026  S   E3
        ! 1     .           .   .
          2     01/05/2026  P   E3`,
    },
  ],
  433: [
    {
      shows: 'a missing date on either side cannot join; the end breaks ties of the start',
      Episodes: `
          CHILD DECOM       RNE DEC
          1     01/05/2026  P   01/06/2026
          1     1/6/2026    L   10/06/2026
        ! 1     11/06/2026  U   .
        ! 1     01/07/2026  B   01/08/2026
        ! 1     .           T   .
          2     01/05/2026  S   01/06/2026
          2     02/06/2026  S   01/07/2026
          2     05/07/2026  .   .
          3     01/05/2026  P   01/06/2026
          3     01/05/2026  P   01/05/2026`,
    },
  ],
  434: [
    {
      shows: 'two blank legal statuses are not the same; each of the four fields of the placement counts',
      Episodes: `
          CHILD DECOM       RNE LS PLACE PL_POST URN     PLACE_PROVIDER
          1     01/05/2026  L   C1 U1    CV11AA  SC00001 PR1
          1     01/06/2026  L   C2 U1    CV11AA  SC00001 PR1
        ! 1     01/07/2026  L   C2 U1    CV11AA  SC00001 PR1
        ! 1     01/08/2026  L   E1 U2    CV11AA  SC00001 PR1
        ! 1     01/09/2026  L   C2 U2    CV12AA  SC00001 PR1
        ! 1     01/10/2026  L   E1 U2    CV12AA  .       PR1
        ! 1     01/11/2026  L   C2 U2    CV12AA  .       PR2
          1     01/12/2026  L   E1 U2    CV12AA  .       PR2
          1     02/12/2026  P   E1 U2    CV12AA  .       PR2
          2     01/05/2026  S   .  U1    .       .       .
          2     01/06/2026  L   .  U1    .       .       .`,
    },
  ],
  435: [
    {
      shows: 'one change of the placement is enough; blank is the same as blank',
      Episodes: `
          CHILD DECOM       RNE LS PLACE PL_POST URN     PLACE_PROVIDER
          1     01/05/2026  S   C2 U1    CV11AA  SC00001 PR1
          1     01/06/2026  P   C2 U1    CV11AA  SC00002 PR1
        ! 1     01/07/2026  P   C2 U1    CV11AA  SC00002 PR1
        ! 1     01/08/2026  T   E1 U2    CV11AA  SC00002 PR1
          1     01/09/2026  U   E1 U2    CV11AA  SC00002 PR1
          2     01/05/2026  S   .  U1    .       .       .
          2     01/06/2026  T   .  U2    .       .       .
        ! 2     01/07/2026  T   .  U2    .       .       .
        ! 2     01/08/2026  P   C2 U3    .       .       .`,
    },
  ],
  436: [
    {
      Episodes: `
          CHILD DECOM       RNE LS PLACE PL_POST URN     PLACE_PROVIDER
          1     01/05/2026  U   C2 U1    CV11AA  SC00001 PR1
          1     01/06/2026  B   E1 U1    CV11AA  SC00001 PR2
        ! 1     01/07/2026  B   E1 U2    CV11AA  SC00001 PR2
        ! 1     01/08/2026  U   C2 U2    CV11AA  SC00001 PR2
          1     01/09/2026  P   C2 U2    CV11AA  SC00001 PR2
          2     01/05/2026  S   .  U1    .       .       .
        ! 2     01/06/2026  U   .  U2    .       .       .`,
    },
  ],
  437: [
    {
      shows: 'an undated episode counts as following, and is not itself flagged',
      Episodes: `
          CHILD DECOM       REC
        ! 1     01/05/2026  E2
        ! 1     01/06/2026  E15
          1     .           E2
          1     .           .
          2     01/05/2026  E3
          2     01/06/2026  E2
          .     01/05/2026  E2
          .     01/06/2026  .`,
    },
  ],
  501: [
    {
      shows: 'the day of the end is no overlap; an overlap with any earlier episode is found',
      Episodes: `
          CHILD DECOM       DEC
          1     01/05/2026  01/12/2026
        ! 1     01/06/2026  01/07/2026
        ! 1     01/08/2026  .
          1     01/12/2026  .
          1     01/01/2027  .
          1     .           01/06/2026
          2     01/05/2026  .
          2     01/06/2026  01/07/2026
        ! 2     01/06/2026  .
          3     01/06/2026  .
          4     01/05/2026  01/05/2026
          4     01/05/2026  .`,
    },
  ],
  504: [
    {
      shows: 'every episode of the period of care beside its first',
      Episodes: `
          CHILD DECOM       DEC         REC CIN
          1     01/05/2026  01/06/2026  X1  N1
        ! 1     01/06/2026  01/07/2026  X1  N2
        ! 1     01/07/2026  01/08/2026  X1  N2
          1     01/08/2026  01/09/2026  E4A N1
          1     01/09/2026  01/10/2026  X1  N5
          1     02/10/2026  .           .   N6
          2     01/05/2026  01/06/2026  X1  .
          2     01/06/2026  01/07/2026  X1  .
        ! 2     01/07/2026  .           X1  N1
          2     .           .           .   N2`,
    },
  ],
}
