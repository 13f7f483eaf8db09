import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const socialWorkersExamples: Examples<Ssda903> = {
  SW01STG1: [
    {
      shows: 'one complete row is enough; who left or has short breaks is passed over',
      Episodes: `
          CHILD DEC         LS
        ! 1     .           C2
          1     01/05/2023  C2
        ! 2     .           .
          3     .           C2
          4     .           V4
          5     01/05/2023  C2
          6     unreadable  C2`,
      SWEpisodes: `
          CHILD SW_ID  SW_DECOM    SW_REASON
        ! 2     SW1    01/05/2023  .
        ! 2     SW1    .           MANAGE
        ! 2     .      01/05/2023  MANAGE
          3     SW1    01/05/2023  MANAGE
          3     .      .           .
          4     .      .           .`,
      groups: 'Episodes 2, SWEpisodes 0, SWEpisodes 1, SWEpisodes 2; Episodes 0',
    },
  ],
  SW01aSTG1: [
    {
      SWEpisodes: `
          CHILD SW_DECOM    SW_ID SW_REASON
        ! 1     .           SW1   MANAGE
        ! 1     unreadable  SW1   MANAGE
        ! 1     31/03/2023  .     MANAGE
          1     01/04/2023  .     MANAGE
          1     31/03/2023  SW1   .`,
    },
    {
      shows: 'the same day in every year',
      year: 2025,
      SWEpisodes: `
          CHILD SW_DECOM    SW_ID
        ! 1     31/03/2023  .
          1     01/04/2023  .`,
    },
  ],
  SW01bSTG1: [
    {
      SWEpisodes: `
          CHILD SW_DECOM    SW_ID SW_REASON
        ! 1     .           SW1   MANAGE
        ! 1     unreadable  SW1   MANAGE
        ! 1     01/04/2023  .     MANAGE
        ! 1     01/04/2023  SW1   .
          1     01/04/2023  SW1   MANAGE
          1     31/03/2023  .     .`,
    },
  ],
  SW02STG1: [
    {
      shows: 'blanks are left to other rules; capitals are made when files are read',
      SWEpisodes: `
          CHILD SW_ID
        ! 1     123456
        ! 1     AB123
        ! 1     S1W2
        ! 1     X
          1     SW123456
          1     XX
          1     .`,
    },
  ],
  SW03STG1: [
    {
      SWEpisodes: `
          CHILD SW_ID SW_DECOM    SW_DEC SW_REASON
        ! 1     .     01/05/2023  .      MANAGE
        ! 1     SW1   .           .      MANAGE
        ! 1     SW1   01/05/2023  .      .
          1     SW1   unreadable  .      MANAGE
          1     SW1   01/05/2023  .      MANAGE`,
    },
  ],
  SW04STG1: [
    {
      SWEpisodes: `
          CHILD SW_DECOM
        ! 1     31/02/2026
        ! 1     ZZ/05/2026
        ! 1     01/05/26
          1     01/05/2026
          1     .`,
    },
  ],
  SW05STG1: [
    {
      SWEpisodes: `
          CHILD SW_DEC
        ! 1     31/02/2026
        ! 1     ZZ/05/2026
          1     01/05/2026
          1     .`,
    },
  ],
  SW06STG2: [
    {
      SWEpisodes: `
          CHILD SW_DECOM
        ! 1     01/04/2027
          1     31/03/2027
          1     01/05/2010
          1     .
          1     unreadable`,
    },
  ],
  SW07STG2: [
    {
      shows: 'from 2024/25 the year before may be reported as well, by the calendar',
      year: 2025,
      SWEpisodes: `
          CHILD SW_DEC
        ! 1     31/03/2023
          1     01/04/2023
          1     31/03/2025
        ! 1     01/04/2025
          1     .
          1     unreadable`,
    },
    {
      year: 2024,
      SWEpisodes: `
          CHILD SW_DEC
        ! 1     31/03/2023
          1     01/04/2023
        ! 1     01/04/2024`,
    },
    {
      SWEpisodes: `
          CHILD SW_DEC
        ! 1     31/03/2025
          1     01/04/2025`,
    },
  ],
  SW08STG2: [
    {
      shows: 'all but the latest to begin; rows without a start prove nothing',
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2026  .
        ! 1     01/06/2026  unreadable
          1     01/08/2026  .
          1     01/07/2026  01/08/2026
          2     01/05/2026  .
          2     .           .
        ! 3     01/05/2026  .
          3     01/05/2026  .
          .     01/05/2026  .
          .     01/06/2026  .`,
    },
  ],
  SW09STG2: [
    {
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2026  1/5/2026
          1     01/05/2026  02/05/2026
          1     02/05/2026  01/05/2026
          1     .           .
          1     unknown     unknown`,
    },
  ],
  SW10STG2: [
    {
      shows: 'seven days either way; a worker who takes a case for the first time is exempt from 2024/25',
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC      SW_REASON
          1     01/05/2026  01/06/2026  MANAGE
          1     08/06/2026  01/07/2026  MANAGE
          1     24/06/2026  01/08/2026  .
        ! 1     09/08/2026  01/09/2026  MANAGE
        ! 1     24/08/2026  01/10/2026  MANAGE
          1     01/12/2026  .           FCONTA
          1     02/12/2026  01/02/2027  MANAGE
        ! 1     .           .           MANAGE
          2     01/05/2026  01/06/2026  MANAGE
          3     01/05/2026  01/06/2026  MANAGE
          3     01/05/2026  02/05/2026  MANAGE`,
    },
    {
      shows: 'the first year of the exemption',
      year: 2025,
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC      SW_REASON
          1     01/05/2024  01/06/2024  MANAGE
          1     01/12/2024  01/01/2025  FCONTA
        ! 1     01/03/2025  .           MANAGE`,
    },
    {
      shows: 'without the exemption in 2023/24',
      year: 2024,
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC      SW_REASON
          1     01/05/2023  01/06/2023  MANAGE
        ! 1     01/12/2023  .           FCONTA`,
    },
  ],
  SW11aSTG2: [
    {
      shows: 'five days either way, and a single row counts',
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2023  26/03/2024
          2     01/05/2023  27/03/2024
          3     01/05/2023  01/06/2023
        ! 3     06/06/2023  01/08/2023
          3     07/08/2023  01/09/2023
          3     27/08/2023  .
        ! 4     01/05/2023  01/06/2023
          4     .           .
        ! 5     01/06/2023  01/06/2023`,
    },
  ],
  SW11bSTG2: [
    {
      shows: 'the latest to begin, ending from 26 to 31 March',
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2026  26/03/2027
          2     01/05/2026  25/03/2027
        ! 3     01/05/2026  31/03/2027
          4     01/05/2026  01/04/2027
          5     01/05/2026  .
          6     01/05/2026  27/03/2027
          6     28/03/2027  .
          7     01/04/2026  01/05/2026
        ! 7     01/05/2026  28/03/2027
          7     .           .
          8     .           28/03/2027`,
    },
    {
      year: 2024,
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2023  26/03/2024
          2     01/05/2023  25/03/2024`,
    },
  ],
  SW12STG2: [
    {
      shows: 'who was in care all year needs a social worker on its first day, who came later needs one by its end',
      Episodes: `
          CHILD DECOM       DEC         LS
        ! 1     01/05/2020  .           C2
          2     01/05/2020  01/05/2026  C2
          2     01/05/2026  .           C2
          3     01/05/2020  01/05/2026  C2
        ! 3     01/05/2026  .           .
          4     02/04/2026  .           C2
        ! 5     02/04/2026  .           C2
          6     01/05/2020  .           V3
          7     01/05/2020  01/05/2026  C2
        ! 8     01/05/2020  .           C2
          9     01/05/2020  01/05/2025  C2
          9     01/06/2026  .           C2
        ! 10    01/04/2026  .           C2
          11    01/04/2026  .           C2
          12    02/04/2026  .           C2`,
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
          2     01/05/2025  01/04/2026
          2     02/04/2026  .
          3     02/04/2026  .
          4     01/05/2026  .
          5     01/04/2027  .
          8     01/05/2025  31/03/2026
          9     01/06/2026  .
          10    02/04/2026  .
          11    01/04/2026  .
          12    31/03/2027  .`,
    },
  ],
  SW13STG1: [
    {
      shows: 'a blank reason is wrong from April 2023 on; an unreadable start says nothing',
      SWEpisodes: `
          CHILD SW_REASON SW_DECOM
        ! 1     OTHER     01/05/2010
        ! 1     XX        .
        ! 1     .         01/04/2023
          1     .         31/03/2023
          1     .         .
          1     .         unreadable
          1     OTHERS    01/05/2026
          1     MANAGE    .`,
    },
    {
      shows: 'any blank in 2023/24',
      year: 2024,
      SWEpisodes: `
          CHILD SW_REASON SW_DECOM
        ! 1     .         31/03/2023
        ! 1     XX        01/05/2023
          1     FCONTA    01/05/2023`,
    },
  ],
  SW14STG2: [
    {
      shows: 'all but the latest dated row; on a tie the later in the file is the latest',
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2023  .
          1     01/06/2023  .
          1     02/05/2023  01/06/2023
        ! 1     .           .
        ! 2     01/05/2023  unreadable
          2     01/05/2023  .
        ! 3     .           .
          3     .           .
          .     01/05/2023  .`,
    },
  ],
  SW17STG2: [
    {
      shows: 'any row that is open, or ends after the year, is enough',
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
          1     01/05/2025  01/05/2026
        ! 1     01/05/2026  31/03/2027
          2     01/05/2026  01/06/2026
          2     01/04/2026  .
          3     01/05/2026  01/04/2027
        ! 4     .           unreadable
          4     .           01/05/2026
          5     .           .`,
    },
    {
      year: 2026,
      SWEpisodes: `
          CHILD SW_DECOM    SW_DEC
        ! 1     01/05/2025  31/03/2026
          2     01/05/2025  .`,
    },
  ],
}
