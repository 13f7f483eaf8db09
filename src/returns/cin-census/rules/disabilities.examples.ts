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
  '2888Q': [
    { shows: 'one for each child', Disabilities: 'LAchildID Disability\n1 MOB\n2 LD\n3 NONE', whole: true },
    { shows: 'one child has two', Disabilities: 'LAchildID Disability\n1 MOB\n2 LD\n2 MOB' },
    { shows: 'NONE is no disability', Disabilities: 'LAchildID Disability\n1 MOB\n1 NONE', whole: true },
    { shows: 'the same twice is one', Disabilities: 'LAchildID Disability\n1 MOB\n1 MOB', whole: true },
    { shows: 'an empty element is none', Disabilities: 'LAchildID Disability\n1 MOB\n1 .', whole: true },
    { shows: 'nobody has a disability', Disabilities: 'LAchildID Disability\n1 NONE\n2 .' },
    { shows: 'no elements', Disabilities: 'LAchildID Disability' },
    {
      shows: 'a child without an id is left out',
      Disabilities: 'child LAchildID Disability\na 1 MOB\nb . MOB\nb . LD',
      whole: true,
    },
  ],
  8540: [
    {
      shows: 'an invalid or an empty code, or none at all; only those born and whose referral went further',
      ChildIdentifiers: `
          LAchildID PersonBirthDate
        ! 1         2015-01-01
        ! 2         2015-01-01
          3         2015-01-01
          4         2015-01-01
          5         .
          6         2015-01-01
        ! 7         2015-01-01
          8         2015-02-30`,
      Disabilities: `
          LAchildID Disability
        ! 2         mob
          2         LD
        ! 2         .
          3         NONE
          3         MOB
          4         XXX
          5         XXX
        ! 7         XXX
          8         XXX`,
      CINdetails: `
          LAchildID ReferralNFA
        ! 1         false
          1         true
        ! 1         0
        ! 2         FALSE
          3         0
          4         1
          4         .
          5         0
        ! 7         False
          8         0`,
      groups:
        'CINdetails 0, CINdetails 2, ChildIdentifiers 0; CINdetails 3, ChildIdentifiers 1, Disabilities 0, Disabilities 2; CINdetails 8, ChildIdentifiers 6, Disabilities 7',
    },
  ],
  8790: [
    {
      shows: 'NONE in any case; the NONE rows and empty ones are not the fault',
      Disabilities: `
          LAchildID Disability
          1         NONE
        ! 1         MOB
        ! 1         XXX
          1         .
          2         NONE
          2         NONE
          3         MOB
          3         LD
        ! 4         LD
          4         None
          5         NONE`,
    },
  ],
  8794: [
    {
      shows: 'all copies; empty ones and another case are no copies',
      Disabilities: `
          LAchildID Disability
        ! 1         MOB
          1         LD
        ! 1         MOB
          2         MOB
          3         .
          3         .
        ! 4         NONE
        ! 4         NONE
          4         none`,
    },
    {
      shows: 'two elements with one id are two children',
      Disabilities: 'child LAchildID Disability\na 1 MOB\nb 1 MOB',
    },
  ],
}
