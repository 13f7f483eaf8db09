import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const headerAndIdentifiersExamples: Examples<CinCensus> = {
  8510: [
    {
      shows: 'two elements with one id; children without an id are left to 8500',
      ChildIdentifiers: `
          child LAchildID
        ! a     X1
          b     X2
        ! c     X1
          d     .
          e     .`,
      groups: 'ChildIdentifiers 0, ChildIdentifiers 2',
    },
  ],
}
