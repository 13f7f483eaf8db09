/** The city before it is recorded anywhere: its people, and the acts of each family in order. Pure. */
import type { Day } from '../core/calendar/index.ts'
import { makePopulation, makeWorkforce, type Population, type Workforce, yearsOfHistory } from './population/index.ts'
import type { Recording } from './work/book.ts'
import { castScenes } from './work/casting.ts'
import { tellFamily } from './work/family.ts'
import { Households } from './work/household.ts'
import { Staff } from './work/staff.ts'
import { Timeline } from './work/timeline.ts'

export interface CityPlan {
  readonly seed: number
  /** The day of the city: its work stands at a quarter past nine that morning. */
  readonly asAt: Day
  /** 1 for the paper's size; 0.02 for a test. */
  readonly size: number
}

/** Every `of`th family from the `first` on, counted from 0. */
export interface Share {
  readonly first: number
  readonly of: number
}
const wholeCity: Share = { first: 0, of: 1 }

export interface City extends CityPlan {
  readonly population: Population
  readonly workforce: Workforce
  readonly timeline: Timeline
  /** Family after family; no act is about two of them. */
  families(share?: Share): Iterable<FamilyActs>
}

export interface FamilyActs {
  readonly records: readonly number[]
  /** Records the family's acts in order of time. Throws with the reasons where one is refused: that is a defect. */
  record(recording: Recording): void
}

/** The same seed, day and size give the same acts, keys and moments included. */
export function makeCity(plan: CityPlan): City {
  const { seed, asAt } = plan
  const population = makePopulation(plan)
  const workforce = makeWorkforce(plan)
  const timeline = new Timeline(asAt, yearsOfHistory)
  const households = new Households(population)
  const scenes = castScenes(population.families, households, timeline)
  const world = { timeline, staff: new Staff(workforce), households, scenes }
  return {
    ...plan,
    population,
    workforce,
    timeline,
    *families({ first, of } = wholeCity) {
      for (let at = first; at < population.families.length; at += of) {
        const family = population.families[at]!
        const { book, household } = tellFamily(world, seed, family)
        const records = [...household.adults.map(({ id }) => id), ...household.kids.map(({ record }) => record)]
        yield { records, record: (recording) => book.record(seed, family.id, recording) }
      }
    },
  }
}
