/**
 * The policy asked about one thing. Pure: the facts in, a decision that names its rule out. Judged in this order:
 * conflict, sealed compartment, what the role may do, how the viewer stands to the record, purpose.
 */
import { sealsRecord } from './compartments.ts'
import type { OpenedRelation, Relation } from './relations.ts'
import { type Action, actions, compartmentOf, type ResourceId, resourceIds } from './resources.ts'
import { type RoleId, roleIds } from './roles.ts'
import { type Rule, rules } from './rules/index.ts'

/** How the viewer stands to one record, on one day and at one moment. */
export interface Standing {
  readonly relations: readonly Relation[]
  /** The compartments this record has. */
  readonly compartments: readonly string[]
  /** Those of them on which the viewer is named. */
  readonly grants: readonly string[]
  /** A relative, friend or neighbour, or the person themselves. */
  readonly inConflict: boolean
}

export interface Facts {
  /** undefined: a post that the policy does not know. */
  readonly role: RoleId | undefined
  readonly action: Action
  readonly resource: ResourceId
  /** null: about no one record. */
  readonly standing: Standing | null
}

/** Denials have names as rules have; whoever meets a `closed` one must not learn that there is anything. */
const denials = {
  conflict: 'The viewer is too near to this person',
  sealed: 'The record is in a compartment on which the viewer is not named',
  capability: 'The role may not do this',
  compartment: 'The viewer is not named on the compartment this is kept in',
  relation: 'The viewer has nothing to do with this record',
  purpose: 'The viewer has not said for what purpose the record is opened',
  'break-glass': 'Only in an emergency, by breaking the glass',
} as const

export type Denial = keyof typeof denials

export interface Decision {
  readonly allowed: boolean
  /** The id of the rule that allows, or the name of the denial. */
  readonly rule: string
  readonly because: string
  /** Denied, and so that the record is not there for the viewer. */
  readonly isHidden: boolean
}

const denied = (rule: Denial): Decision => ({
  allowed: false,
  rule,
  because: denials[rule],
  isHidden: rule === 'conflict' || rule === 'sealed',
})
const denial = {
  conflict: denied('conflict'),
  sealed: denied('sealed'),
  capability: denied('capability'),
  compartment: denied('compartment'),
  relation: denied('relation'),
  purpose: denied('purpose'),
  'break-glass': denied('break-glass'),
}

/** The rules for a role, a resource and an action, found once when the program starts. */
const found = new Map<string, readonly Rule[]>()
const keyOf = (role: RoleId, resource: ResourceId, action: Action): string => `${role}/${resource}/${action}`
for (const role of roleIds)
  for (const resource of resourceIds)
    for (const action of actions) {
      const fitting = rules.filter(
        (one) => one.roles.includes(role) && one.what.includes(resource) && one.may.includes(action),
      )
      if (fitting.length > 0) found.set(keyOf(role, resource, action), fitting)
    }

/** What the policy says of a role, whoever the record is about; empty where the role may not do it at all. */
export const rulesFor = (role: RoleId, resource: ResourceId, action: Action): readonly Rule[] =>
  found.get(keyOf(role, resource, action)) ?? []

const allows = ({ id, says }: Rule): Decision => ({ allowed: true, rule: id, because: says, isHidden: false })
const allowed = new Map(rules.map((rule) => [rule.id, allows(rule)]))

/** Denied as things stand, but open to who takes the step: says a purpose, or breaks the glass. */
function closedUntil(fitting: readonly Rule[]): Decision {
  const opensWith = (opened: OpenedRelation) => fitting.some(({ to }) => to !== 'anyone' && to.includes(opened))
  if (opensWith('purpose')) return denial.purpose
  return opensWith('break-glass') ? denial['break-glass'] : denial.relation
}

export function decide({ role, action, resource, standing }: Facts): Decision {
  if (standing?.inConflict) return denial.conflict
  if (standing?.compartments.some((one) => sealsRecord(one) && !standing.grants.includes(one))) return denial.sealed
  const fitting = role === undefined ? [] : rulesFor(role, resource, action)
  if (fitting.length === 0) return denial.capability
  const within = compartmentOf(resource)
  if (within !== undefined && !standing?.grants.includes(within)) return denial.compartment
  const rule = fitting.find(({ to }) => to === 'anyone' || to.some((one) => standing?.relations.includes(one)))
  return (rule && allowed.get(rule.id)) ?? closedUntil(fitting)
}
