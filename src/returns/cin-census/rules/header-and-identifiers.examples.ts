import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const headerAndIdentifiersExamples: Examples<CinCensus> = {
  100: [
    { shows: '31 March of its own year', Header: 'Year ReferenceDate\n2026 2026-03-31' },
    {
      shows: 'the year is that of the header, not that of the run',
      year: 2026,
      Header: 'Year ReferenceDate\n2025 2025-03-31',
    },
    { shows: 'another day', Header: 'Year ReferenceDate\n! 2026 2026-04-01' },
    { shows: 'another year', Header: 'Year ReferenceDate\n! 2026 2025-03-31' },
    { shows: 'no reference date', Header: 'Year ReferenceDate\n! 2026 .' },
    { shows: 'no real date', Header: 'Year ReferenceDate\n! 2026 2026-03-32' },
    { shows: 'no year', Header: 'Year ReferenceDate\n! . 2026-03-31' },
    { shows: 'a year that is no number', Header: 'Year ReferenceDate\n! 2025/26 2026-03-31' },
  ],
  1510: [
    {
      shows: 'blank, too short, too long and temporary UPNs are left aside; letters are capitals',
      ChildIdentifiers: `
          LAchildID UPN
          1         H801200001001
        ! 2         A801200001001
        ! 3         h801200001001
          4         .
          5         A80120000100
          6         A8012000010011
          7         A80120000100A
          8         A8O1200001001
        ! 9         H801200001002
          10        X801200001002`,
    },
  ],
  1520: [
    {
      shows: 'three children with one UPN are one finding; blanks match nothing',
      ChildIdentifiers: `
          LAchildID UPN
        ! 1         H801200001001
          2         X801200001002
        ! 3         H801200001001
          4         .
          5         .
          6         h801200001001
        ! 7         H801200001001`,
      groups: 'ChildIdentifiers 0, ChildIdentifiers 2, ChildIdentifiers 6',
    },
    {
      shows: 'also two elements with the same child id',
      ChildIdentifiers: `
          child LAchildID UPN
        ! a     1         H801200001001
        ! b     1         H801200001001`,
      groups: 'ChildIdentifiers 0, ChildIdentifiers 1',
    },
  ],
  1530: [
    {
      shows: 'numbers of authorities from 2024',
      ChildIdentifiers: `
          LAchildID UPN
          1         H001200001001
        ! 2         H000200001001
          3         H213200001001
        ! 4         H214200001001
          5         H841200001001
        ! 6         H842200001001
          7         H942200001001
          8         H943200001001
        ! 9         H944200001001
        ! 10        HB01200001001
          11        .
          12        H00020000100
          13        H0002000010011`,
    },
    {
      shows: 'the two councils that replaced Cumbria were not there in 2023',
      year: 2023,
      ChildIdentifiers: `
          LAchildID UPN
        ! 1         H942200001001
        ! 2         H943200001001
          3         H909200001001
          4         H941200001001`,
    },
    { year: 2024, ChildIdentifiers: 'LAchildID UPN\n1 H942200001001\n2 H943200001001' },
  ],
  1540: [
    {
      shows: 'of a shorter UPN what is there is tested',
      ChildIdentifiers: `
          LAchildID UPN
          1         H801200001001
        ! 2         H8012A0001001
        ! 3         H801A00001001
        ! 4         H8012000010A1
          5         H80120000100A
          6         .
        ! 7         H801
          8         H8012
        ! 9         H801A
          10        H80120000100199
        ! 11        H8012000~1001`,
    },
  ],
  1550: [
    {
      ChildIdentifiers: `
          LAchildID UPN
          1         H801200001000
          2         H801200001009
          3         H80120000100A
          4         H80120000100Z
        ! 5         H80120000100I
        ! 6         H80120000100O
        ! 7         H80120000100S
        ! 8         H80120000100a
        ! 9         H80120000100-
          10        .
          11        H80120000100
          12        H801200001001I`,
    },
  ],
  '1560Q': [
    {
      ChildIdentifiers: `
          LAchildID FormerUPN
          1         H801200001001
          2         h801200001001
          3         .
        ! 4         H80120000100
        ! 5         H8012000010011
        ! 6         8801200001001
        ! 7         H80120000100A
        ! 8         H8012~0001001
        ! 9         É801200001001`,
    },
  ],
  1570: [
    {
      ChildIdentifiers: `
          LAchildID
          12345678901234567890
        ! 123456789012345678901
        ! 1234567890~1234567890
          .`,
    },
  ],
  1580: [
    {
      ChildIdentifiers: `
          LAchildID
          1
          aZ09
          .
        ! AB-1
        ! AB/1
        ! AB_1
        ! AB.1
        ! AB~1
        ! É1`,
    },
  ],
  8500: [
    {
      shows: 'spaces are no id',
      ChildIdentifiers: `
          LAchildID
          1
        ! .
        ! ~~`,
    },
  ],
  8510: [
    {
      shows: 'two elements with one id; children without an id are left to 8500',
      ChildIdentifiers: `
          child LAchildID
        ! a     X1
          b     X2
        ! c     X1
          d     .
          e     .
          f     x1`,
      groups: 'ChildIdentifiers 0, ChildIdentifiers 2',
    },
  ],
}
