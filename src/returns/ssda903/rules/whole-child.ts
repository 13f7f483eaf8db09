/** Children whose tables do not agree. */
import { blank } from '../../engine/codes.ts'
import type { TableName } from '../../engine/layout.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import type { ChildOf903 } from '../facts.ts'
import { differ } from '../facts-sequence.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

/** What the rows of each table are called in a sentence. */
const spoken = {
  AD1: 'an adoption record',
  PlacedAdoption: 'a decision on placing them for adoption',
  Episodes: 'an episode',
  Missing: 'a period missing or away',
  OC2: 'a health record',
  OC3: 'a care leaver record',
  PrevPerm: 'a record of previous permanence',
  Reviews: 'a review',
  UASC: 'a record of unaccompanied asylum seekers',
} as const

/** A row without a child id has its like in another table where a row there has none either. */
const hasLike = (child: ChildOf903, table: TableName<Ssda903>, collection: Collection): boolean =>
  child.id === '' ? collection.has(`${table} without CHILD`) : child[table].length > 0

type ChildTable = keyof typeof spoken
type OncePerChild = 'AD1' | 'Header' | 'OC2' | 'OC3' | 'PrevPerm' | 'UASC'

const notInHeader = (code: string, table: ChildTable): Rule<Ssda903> =>
  eachRow({
    code,
    meaning: `The child has ${spoken[table]} but is not in Header`,
    mend: 'Add the child to Header, or correct CHILD so that it is the same in both files',
    years: since(2023),
    tables: [table, 'Header'],
    table,
    fields: ['CHILD'],
    check: (_, collection, child) => !hasLike(child, 'Header', collection),
  })

const otherBirth = (code: string, table: Exclude<ChildTable, 'Episodes'>): Rule<Ssda903> =>
  eachRow({
    code,
    meaning: `The date of birth in ${table} is not the one in Header`,
    mend: 'Correct the date of birth in one of the two files',
    years: since(2023),
    tables: [table, 'Header'],
    table,
    fields: ['DOB'],
    against: { Header: ['DOB'] },
    check: ({ DOB }, _, child) => child.Header.some((header) => differ(header.DOB, DOB)),
  })

const repeated = (code: string, table: OncePerChild): Rule<Ssda903> =>
  eachRow({
    code,
    meaning: `The child is in ${table} more than once`,
    mend: 'Keep one row for the child, or correct CHILD where the rows are of different children',
    years: since(2023),
    tables: [table],
    table,
    fields: ['CHILD'],
    check: (_, __, child) => child[table].length > 1,
  })

export const wholeChild: readonly Rule<Ssda903>[] = [
  eachRow({
    code: 'EPI',
    meaning: 'The child is in Header, but has neither an episode nor a care leaver record',
    mend: 'Add the episodes of the child, or remove the child from Header',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['CHILD'],
    check: (_, collection, child) => !hasLike(child, 'Episodes', collection) && !hasLike(child, 'OC3', collection),
  }),
  notInHeader('INT01', 'AD1'),
  notInHeader('INT02', 'PlacedAdoption'),
  notInHeader('INT03', 'Episodes'),
  notInHeader('INT04', 'Missing'),
  notInHeader('INT05', 'OC2'),
  notInHeader('INT06', 'OC3'),
  notInHeader('INT07', 'PrevPerm'),
  notInHeader('INT08', 'Reviews'),
  notInHeader('INT09', 'UASC'),
  otherBirth('INT11', 'AD1'),
  otherBirth('INT12', 'PlacedAdoption'),
  otherBirth('INT13', 'Missing'),
  otherBirth('INT14', 'OC2'),
  otherBirth('INT15', 'OC3'),
  otherBirth('INT16', 'PrevPerm'),
  otherBirth('INT17', 'Reviews'),
  otherBirth('INT18', 'UASC'),
  eachRow({
    code: 'INT21',
    meaning: 'The sex in UASC is not the one in Header',
    mend: 'Correct the sex in one of the two files',
    years: since(2023),
    tables: ['UASC', 'Header'],
    table: 'UASC',
    fields: ['SEX'],
    against: { Header: ['SEX'] },
    check: ({ SEX }, _, child) =>
      SEX !== blank && child.Header.some((header) => header.SEX !== blank && header.SEX !== SEX),
  }),
  repeated('INT31', 'AD1'),
  repeated('INT32', 'Header'),
  repeated('INT33', 'OC2'),
  repeated('INT34', 'OC3'),
  repeated('INT35', 'PrevPerm'),
  repeated('INT36', 'UASC'),
]
