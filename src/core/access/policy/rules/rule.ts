/** One row of the policy, and the sets of resources that several rows speak of. */
import type { Relation } from '../relations.ts'
import type { Action, ResourceId } from '../resources.ts'
import type { RoleId } from '../roles.ts'

export interface Rule {
  /** Every decision names it. */
  readonly id: string
  readonly says: string
  readonly roles: readonly RoleId[]
  readonly may: readonly Action[]
  readonly what: readonly ResourceId[]
  /** How they must stand to the record; `anyone`: to any record that is not closed to them, and to what has none. */
  readonly to: readonly Relation[] | 'anyone'
}

/** Resources that a portal or a school may meet are named one by one; this is what a practitioner works with. */
export const identity = ['child', 'identifiers', 'address', 'family', 'hazard'] as const
export const text = ['chronology', 'case note', 'visit', 'document', 'contact', 'early help', 'assessment'] as const
export const plans = [
  'child in need plan',
  'enquiry',
  'conference',
  'protection plan',
  'family group conference',
] as const
export const inCare = ['care plan', 'placement', 'pathway plan'] as const
export const schooling = ['education', 'personal education plan', 'health and care plan', 'education status'] as const
export const running = ['task', 'allocation', 'sharing decision'] as const

/** The file of a child as children's social care works with it; nothing that is kept apart. */
export const file = [...identity, ...text, ...plans, ...inCare, ...schooling, ...running, 'health'] as const

/** What is recorded in the course of the work. */
export const recorded = [
  ...['address', 'family', 'hazard', 'case note', 'visit', 'document', 'contact', 'early help', 'assessment'],
  ...['child in need plan', 'enquiry', 'protection plan', 'family group conference', 'sharing decision'],
  ...['care plan', 'placement', 'pathway plan'],
] as const satisfies readonly ResourceId[]

export const named = ['legal advice', 'protected address', 'third party', 'exploitation'] as const

export const holds = ['allocated', 'co-worker', 'stand-in'] as const
export const look = ['list', 'read'] as const
export const write = ['create', 'update'] as const
