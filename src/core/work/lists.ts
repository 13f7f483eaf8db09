/**
 * What the rows of worklists have in common: who a row is about, and what is due. A list never looks into the content
 * of entries; it joins projections, each by the columns it is indexed on.
 */
import type { Day, Moment } from '../calendar/index.ts'
import type { Clock } from '../pathway/clock.ts'
import { asTrigger } from '../pathway/clock.ts'
import type { House } from '../pathway/house.ts'
import { splitRef } from '../pathway/pathway.ts'
import type { Role } from '../pathway/step.ts'
import { type PersonColumns, personColumns } from '../people/person-columns.ts'

export interface ListedChild extends PersonColumns {
  readonly record: number
  readonly family: number | null
}

/** The columns of `ListedChild`, for a statement in which the person is `p`. */
export const childColumns = `p.record, ${personColumns}, p.family`

export interface ListedTask {
  readonly record: number
  readonly episode: number
  readonly pathway: string
  readonly kind: 'clock' | 'sign-off' | 'returned'
  readonly name: string
  readonly n: number
  readonly since: Day
  readonly since_at: Moment | null
  /** null while the clock is paused, and for work that waits for a signature. */
  readonly due: Day | null
  readonly due_at: Moment | null
  readonly falls: string | null
  readonly team: number | null
  readonly worker: number | null
  readonly author: number | null
}

/** The columns of `ListedTask`, for a statement in which the task is `t`. */
export const taskColumns =
  't.record, t.episode, t.pathway, t.kind, t.name, t.n, t.since, t.since_at, t.due, t.due_at, t.falls, t.team, t.worker, t.author'

/** A clock of a service by one name, as lists hand it to the database: `child-protection/visit`. */
export const clockKey = (pathway: string, clock: string): string => `${pathway}/${clock}`

const clocksOf = (house: House): readonly (readonly [pathway: string, name: string, clock: Clock])[] =>
  house.pathways.flatMap(({ id, clocks }) => Object.entries(clocks).map(([name, clock]) => [id, name, clock] as const))

/** The step whose form stops a clock, where one does: a birthday is stopped by none. */
export function formOf(clock: Clock): string | undefined {
  if (clock.form !== undefined) return clock.form
  const trigger = asTrigger(clock.to)
  return trigger.kind === 'birthday' ? undefined : splitRef(trigger.event).step
}

/** The clocks that a visit stops. */
export const visitClocks = (house: House): readonly string[] =>
  clocksOf(house).flatMap(([pathway, name, clock]) => (formOf(clock) === 'visit' ? clockKey(pathway, name) : []))

/** Every clock and its title, side by side. */
export function clockTitles(house: House): { readonly keys: readonly string[]; readonly titles: readonly string[] } {
  const all = clocksOf(house)
  return { keys: all.map(([pathway, name]) => clockKey(pathway, name)), titles: all.map(([, , clock]) => clock.title) }
}

/** For each step that somebody signs off, the clocks that stop with the signature, side by side. */
export function clocksStoppedBySigning(house: House): {
  readonly steps: readonly string[]
  readonly clocks: readonly string[]
} {
  const pairs = clocksOf(house).flatMap(([pathway, name, clock]) => {
    const step = formOf(clock)
    const isSigned = step !== undefined && house.pathway(pathway).steps[step]?.authorisedBy !== undefined
    return isSigned ? [[clockKey(pathway, step), name] as const] : []
  })
  return { steps: pairs.map(([step]) => step), clocks: pairs.map(([, clock]) => clock) }
}

/**
 * The services whose episodes need a lead practitioner: those with a clock that falls to nobody by role. A contact at the
 * front door is everyone's; an assessment is somebody's.
 */
export const servicesWithLead = (house: House): readonly string[] =>
  house.pathways.flatMap(({ id, clocks }) =>
    Object.values(clocks).some((clock) => clock.falls === undefined) ? id : [],
  )

const signingRoles: readonly Role[] = [
  'social worker',
  'team manager',
  'service manager',
  'conference chair',
  'MASH manager',
  'family group conference coordinator',
]

/** The roles of definitions in which somebody acts: a “Child protection conference chair” is a conference chair. */
export const rolesOf = (title: string): readonly Role[] =>
  signingRoles.filter((role) => title.toLowerCase().endsWith(role.toLowerCase()))

/** Who answers for several teams looks at all of them first. */
export const answersForEveryTeam = (title: string): boolean =>
  rolesOf(title).includes('service manager') || /^director\b/i.test(title)
