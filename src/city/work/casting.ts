/** Which families the written scenes are about; all others' stories are drawn. */
import { dayNumber } from '../../core/calendar/index.ts'
import type { Family, TeamId } from '../population/index.ts'
import { doorScenes } from './door-scenes.ts'
import type { Household, Households, Kid } from './household.ts'
import { caseScenes } from './scenes.ts'
import { assessmentTeamOf } from './staff.ts'
import { ageOf, type Story } from './story.ts'
import type { Timeline } from './timeline.ts'

export interface Scene {
  /** How many brothers and sisters it is about. */
  readonly kids: number
  /** The assessment team in whose wards the family lives. */
  readonly team: TeamId
  readonly tell: (story: Story) => void
}

/** A family for each scene: the first in the wards of its team, or where a small city has none, anywhere. */
export function castScenes(
  families: readonly Family[],
  households: Households,
  timeline: Timeline,
): ReadonlyMap<number, Scene> {
  const cast = new Map<number, Scene>()
  for (const one of [...caseScenes, ...doorScenes]) {
    const fits = (family: Family): boolean =>
      !cast.has(family.id) && suits(family, households.childrenOf(family), one.kids, timeline)
    const found =
      families.find((family) => assessmentTeamOf(family.ward) === one.team && fits(family)) ?? families.find(fits)
    if (found) cast.set(found.id, one)
  }
  return cast
}

function suits(family: Family, kids: Household['kids'], wanted: number, timeline: Timeline): boolean {
  const here = family.arrived === null || dayNumber(family.arrived) < timeline.today - 1500
  return here && kids.length === wanted && kids.every((kid) => fitsAge(kid, timeline.today))
}

const fitsAge = (kid: Kid, today: number): boolean =>
  kid.died === null && ageOf(kid, today) > 1.5 && ageOf(kid, today) < 13.5
