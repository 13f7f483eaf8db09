import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

/** Looked after for the year to 31 March 2026: `all` and `edges`. */
const episodes = `
          CHILD  DECOM       RNE DEC         REC
          all    01/05/2024  S   .           .
          edges  01/04/2025  S   31/03/2026  E4A
          mid    02/04/2025  S   .           .`

export const scoreExamples: Examples<Ssda903> = {
  157: [
    {
      shows: 'aged 4 when the year begins, still 16 when it ends',
      year: 2026,
      Episodes: episodes,
      OC2: `
          CHILD  DOB         SDQ_REASON SDQ_SCORE
        ! all    01/04/2021  SDQ1       .
          all    02/04/2021  SDQ1       .
        ! all    01/04/2009  SDQ1       .
        ! all    31/03/2010  SDQ1       .
          all    31/03/2009  SDQ1       .
        ! edges  01/04/2015  SDQ1       .
          mid    01/04/2015  SDQ1       .
          all    01/04/2015  SDQ2       .
          all    01/04/2015  SDQ1       12
          all    .           SDQ1       .
          none   01/04/2015  SDQ1       .`,
    },
  ],
  180: [
    {
      OC2: `
          CHILD SDQ_SCORE
          1     0
          2     40
          3     12.0
        ! 4     41
        ! 5     -1
        ! 6     12.5
        ! 7     high
          8     .
          9     07
        ! .     400`,
    },
  ],
  185: [
    {
      year: 2026,
      Episodes: episodes,
      OC2: `
          CHILD  SDQ_SCORE
          all    12
          edges  12
        ! mid    12
          mid    .
        ! none   x
        ! .      12`,
    },
  ],
  186: [
    {
      year: 2026,
      Episodes: episodes,
      OC2: `
          CHILD  DOB         SDQ_SCORE SDQ_REASON
        ! all    01/04/2021  .         .
          all    02/04/2021  .         .
        ! all    01/04/2009  .         .
          all    31/03/2009  .         .
          all    01/04/2015  0         .
          all    01/04/2015  .         SDQ2
          all    .           .         .
          mid    01/04/2015  .         .`,
    },
  ],
  188: [
    {
      shows: '4 on 31 March passes',
      year: 2026,
      OC2: `
          CHILD DOB         SDQ_SCORE SDQ_REASON
        ! 1     01/04/2022  12        .
        ! 2     01/04/2022  .         SDQ1
          3     01/04/2022  .         .
          4     31/03/2022  12        .
          5     .           12        .`,
    },
  ],
  189: [
    {
      shows: '17 on 1 April passes',
      year: 2026,
      OC2: `
          CHILD DOB         SDQ_SCORE SDQ_REASON
        ! 1     31/03/2008  12        .
        ! 2     31/03/2008  .         SDQ1
          3     31/03/2008  .         .
          4     01/04/2008  12        .
          5     .           12        .`,
    },
  ],
  196: [
    {
      OC2: `
          CHILD SDQ_REASON
          1     SDQ1
          2     SDQ5
        ! 3     SDQ6
        ! 4     1
          5     .`,
    },
  ],
  '197B': [
    {
      shows: 'the 4th or the 17th birthday in the year, its first and last day included',
      year: 2026,
      Episodes: episodes,
      OC2: `
          CHILD  DOB         SDQ_SCORE SDQ_REASON
        ! all    01/04/2021  .         .
        ! all    31/03/2022  .         .
          all    31/03/2021  .         .
          all    01/04/2022  .         .
        ! edges  01/04/2008  .         .
        ! all    31/03/2009  .         .
          all    31/03/2008  .         .
          all    01/04/2009  .         .
          all    31/03/2009  12        .
          all    31/03/2009  .         SDQ2
          mid    31/03/2009  .         .
          all    .           .         .`,
    },
  ],
  '197a': [
    {
      OC2: `
          CHILD SDQ_SCORE SDQ_REASON
        ! 1     12        SDQ1
        ! 2     x         x
          3     12        .
          4     .         SDQ1
          5     .         .`,
    },
  ],
  198: [
    {
      year: 2026,
      Episodes: episodes,
      OC2: `
          CHILD  SDQ_REASON
          all    SDQ2
        ! mid    SDQ2
          mid    .
        ! none   SDQ9`,
    },
  ],
}
