/**
 * How somebody stands to a record on a day. The first group follows from projections, the second from rows that name
 * the two (`standing`), the third from what was opened for a while and for a reason (`opening`).
 */

export const derivedRelations = {
  allocated: 'Leads the work',
  'co-worker': 'Works on it as second worker or coordinator',
  chair: 'Chairs the conference',
  'stand-in': 'Covers the caseload of who leads the work',
  team: 'Is in the team that holds the work',
  sibling: 'Leads the work with a brother or sister',
} as const

export const appointedRelations = {
  'conference member': 'Sits at the conference, until 20 working days after it',
  network: 'Is of the professional network, for their agency',
  'corporate parent': 'Answers for a child in the council’s care',
  carer: 'Cares for the child in a placement',
  'parental responsibility': 'Has parental responsibility',
  self: 'Is the person',
  'school on roll': 'Is of the school the child is on the roll of',
  'named officer': 'Is named as the officer of this work',
  'legal representative': 'Represents the person at law',
  sampled: 'Audits the case in a sample',
} as const

export const openedRelations = {
  purpose: 'Has said for what purpose the record is opened',
  'break-glass': 'Has broken the glass: an emergency, one hour, reviewed',
  'out of hours': 'Is on an out-of-hours session: each read is reviewed',
} as const

const titles = { ...derivedRelations, ...appointedRelations, ...openedRelations }

export type DerivedRelation = keyof typeof derivedRelations
export type AppointedRelation = keyof typeof appointedRelations
export type OpenedRelation = keyof typeof openedRelations
export type Relation = DerivedRelation | AppointedRelation | OpenedRelation

const keysOf = <Key extends string>(of: Readonly<Record<Key, string>>): readonly Key[] =>
  Object.keys(of).filter((key): key is Key => Object.hasOwn(of, key))

export const appointedIds: readonly AppointedRelation[] = keysOf(appointedRelations)
export const openedIds: readonly OpenedRelation[] = keysOf(openedRelations)
export const relationIds: readonly Relation[] = keysOf(titles)

export const isRelation = (name: string): name is Relation => Object.hasOwn(titles, name)
export const titleOfRelation = (id: Relation): string => titles[id]
