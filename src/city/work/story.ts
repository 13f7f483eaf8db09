/** What every chapter of a family's story is told with: the family, its book, the staff, the days and the dice. */
import type { Values } from '../../core/pathway/field.ts'
import type { Random } from '../random.ts'
import type { Book, Line, Mark } from './book.ts'
import type { Scene } from './casting.ts'
import type { Household, Households, Kid } from './household.ts'
import type { Staff } from './staff.ts'
import { dayOfSeconds, type Seconds, secondsInDay, type Timeline } from './timeline.ts'
import type { About } from './words.ts'

export interface World {
  readonly timeline: Timeline
  readonly staff: Staff
  readonly households: Households
  /** The families whose stories are written beforehand. */
  readonly scenes: ReadonlyMap<number, Scene>
}

export interface Story extends World {
  readonly random: Random
  readonly household: Household
  readonly book: Book
  readonly past: Past
}

/** What has happened so far that weighs on what comes, as days. */
export interface Past {
  referred: number | null
  planEnded: number | null
}

export const year = 365.25

export const ageOf = (kid: Kid, day: number): number => (day - kid.born) / year

/** Years from a day to the day of the city. */
export const yearsAgo = ({ timeline }: World, day: number): number => (timeline.today - day) / year

/** The children there are on a day, the unborn too from some weeks before the birth. */
export function kidsOn({ household }: Story, day: number, upToAge: number): readonly Kid[] {
  return household.kids.filter(
    (kid) =>
      ageOf(kid, day) < upToAge &&
      day >= kid.born - unbornDays &&
      (day >= kid.born || kid.knownUnborn || day < kid.born - 20) &&
      // A child who dies is in no story that could reach the death.
      (kid.died === null || kid.died > day + 3 * year),
  )
}
/** Before the birth a baby is known to the council for at most so long. */
const unbornDays = 150

/** Notes that the record begins for these children no later than this. */
export function met(kids: readonly Kid[], at: Seconds): void {
  for (const kid of kids) {
    if (at < kid.firstAt) kid.firstAt = at
    if (dayOfSeconds(at) < kid.born) kid.knownUnborn = true
  }
}

export const isUnborn = (kid: Kid, at: Seconds): boolean => kid.knownUnborn && at < kid.birthKnown

/** Whom the words of a contact are about: one of the children who are born, or else the baby who is expected. */
export function personOf({ random }: Story, kids: readonly Kid[], day: number): About {
  const born = kids.filter((kid) => kid.born <= day)
  if (born.length === 0) return { name: 'The baby', ageYears: -1 }
  const kid = random.pick(born)
  return { name: kid.name, ageYears: ageOf(kid, day) }
}

/** One step on each child's own episode: one act. */
export function recorded(
  pathway: string,
  step: string,
  episodes: ReadonlyMap<Kid, Mark>,
  kids: readonly Kid[],
  values: (kid: Kid) => Values,
  marks?: ReadonlyMap<Kid, Mark>,
): Line[] {
  return kids.flatMap((kid): Line[] => {
    const episode = episodes.get(kid)
    if (!episode) return []
    const own = marks?.get(kid)
    const line = { does: 'record', record: kid.record, pathway, step, episode, values: values(kid) } as const
    return [own ? { ...line, mark: own } : line]
  })
}

/**
 * Those of whom something of a day can still be told: once a birth is known, nothing of the days before it is written.
 */
export const toldOf = (kids: readonly Kid[], day: number, at: Seconds): readonly Kid[] =>
  kids.filter((kid) => day >= kid.born || at < kid.birthKnown)

/** The next working day from `day` at a time in the office, and never before `least`. */
export function officeTime({ timeline, random }: Story, day: number, least: Seconds = 0): Seconds {
  const at = timeline.office(random, timeline.working(day))
  return at > least ? at : least + 300 + Math.floor(random.unit() * 1_200)
}

export const startOf = (day: number): Seconds => day * secondsInDay
