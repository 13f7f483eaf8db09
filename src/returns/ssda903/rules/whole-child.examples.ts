import type { Example, Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

type Table = 'AD1' | 'PlacedAdoption' | 'Episodes' | 'Missing' | 'OC2' | 'OC3' | 'PrevPerm' | 'Reviews' | 'UASC'

/** Rows of a child who is not in this year's header; last year's does not help. */
function notInHeader(table: Table): Example<Ssda903> {
  const rows = `
          CHILD
          1
        ! 2
        ! 2
        ! .
          3`
  const Header = `
          CHILD
          1
          3
          3
          4`
  return { shows: 'each row of a child who is not in Header', Header, [table]: rows, last: { Header: 'CHILD\n2' } }
}

/** A row without an id, where the header has one too. */
const bothWithoutId = (table: Table): Example<Ssda903> => ({
  shows: 'a row without an id has its like in a header without one',
  Header: 'CHILD\n1\n.',
  [table]: 'CHILD\n.\n! 2',
})

/** Rows with a date of birth beside the header's. */
function otherBirth(table: Table): Example<Ssda903> {
  const rows = `
          CHILD DOB
        ! 1     02/05/2010
          1     01/05/2010
          1     1/5/2010
          1     .
          1     unreadable
          2     01/05/2010
          3     01/05/2010
        ! 4     01/05/2010
          5     01/05/2010`
  const Header = `
          CHILD DOB
          1     01/05/2010
          2     .
          3     unreadable
          4     01/05/2010
          4     01/06/2010`
  return { shows: 'two known days that differ; one of several headers is enough', Header, [table]: rows }
}

/** A table that holds each child once. */
function repeated(table: Table | 'Header'): Example<Ssda903> {
  const rows = `
          CHILD
        ! 1
          2
        ! 1
          .
          .`
  return { shows: 'all rows of the child, and no rows without an id', [table]: rows, last: { [table]: 'CHILD\n2' } }
}

export const wholeChildExamples: Examples<Ssda903> = {
  EPI: [
    {
      shows: 'one row in either table is enough',
      Header: `
          CHILD
          1
          2
        ! 3
        ! 3
        ! .`,
      Episodes: `
          CHILD
          1`,
      OC3: `
          CHILD
          2`,
      last: { Episodes: 'CHILD\n3' },
    },
    {
      shows: 'a row without an id has its like in an episode without one',
      Header: 'CHILD\n.\n! 1',
      Episodes: 'CHILD\n.',
    },
    {
      shows: 'tables that were not given are empty',
      Header: `
          CHILD
        ! 1`,
    },
  ],
  INT01: [notInHeader('AD1'), bothWithoutId('AD1')],
  INT02: [notInHeader('PlacedAdoption'), bothWithoutId('PlacedAdoption')],
  INT03: [notInHeader('Episodes'), bothWithoutId('Episodes')],
  INT04: [notInHeader('Missing'), bothWithoutId('Missing')],
  INT05: [notInHeader('OC2'), bothWithoutId('OC2')],
  INT06: [notInHeader('OC3'), bothWithoutId('OC3')],
  INT07: [notInHeader('PrevPerm'), bothWithoutId('PrevPerm')],
  INT08: [notInHeader('Reviews'), bothWithoutId('Reviews')],
  INT09: [notInHeader('UASC'), bothWithoutId('UASC')],
  INT11: [otherBirth('AD1')],
  INT12: [otherBirth('PlacedAdoption')],
  INT13: [otherBirth('Missing')],
  INT14: [otherBirth('OC2')],
  INT15: [otherBirth('OC3')],
  INT16: [otherBirth('PrevPerm')],
  INT17: [otherBirth('Reviews')],
  INT18: [otherBirth('UASC')],
  INT21: [
    {
      shows: 'as written, without translating numbers and letters',
      Header: `
          CHILD SEX
          1     M
          2     .
          3     1
          4     M
          4     F
          5     F`,
      UASC: `
          CHILD SEX
        ! 1     F
          1     M
          1     .
          2     F
        ! 3     M
        ! 4     M
          6     F`,
    },
  ],
  INT31: [repeated('AD1')],
  INT32: [repeated('Header')],
  INT33: [repeated('OC2')],
  INT34: [repeated('OC3')],
  INT35: [repeated('PrevPerm')],
  INT36: [repeated('UASC')],
}
