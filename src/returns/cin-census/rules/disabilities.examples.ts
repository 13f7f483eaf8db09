import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const disabilitiesExamples: Examples<CinCensus> = {
  '2887Q': [
    {
      shows: 'seven kinds, NONE and codes outside the list left aside',
      Disabilities: 'LAchildID Disability\n1 MOB\n1 HAND\n1 PC\n2 INC\n2 COMM\n3 LD\n3 HEAR\n4 NONE\n5 XXX\n6 HEAR',
      whole: true,
    },
    {
      shows: 'eight kinds',
      Disabilities: 'LAchildID Disability\n1 MOB\n1 HAND\n1 PC\n2 INC\n2 COMM\n3 LD\n3 HEAR\n4 VIS',
    },
    { shows: 'no child has a disability', Disabilities: 'LAchildID Disability', whole: true },
  ],
}
