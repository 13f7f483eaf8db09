/**
 * The council's people who work with children: teams, the posts in them, and who held each post over ten years. Posts
 * fall vacant, stand empty for a while and are filled, from outside or by promotion, so that old work has old names.
 */

import { type Day, dayNumber } from '../../core/calendar/index.ts'
import { type Name, sortName } from '../../core/people/index.ts'
import { type Random, stream } from '../random.ts'
import { cultures } from './cultures.ts'
import { DayTable, year } from './days.ts'
import { type DemoPerson, demoPeople, type Role, roles, type TeamId, teamPlans } from './teams.ts'

export { type DemoPerson, demoPeople, type Role, roles, type Team, type TeamId, teams } from './teams.ts'

export interface Worker {
  /** 1, 2, 3 ... in the order of `workers`. */
  readonly id: number
  readonly name: Name
  /** Number of registration as a social worker: with leading zeros, as no real one is written. Null: not registered. */
  readonly registration: string | null
  /** First day in any post; the day after the last one, null while employed. */
  readonly from: Day
  readonly until: Day | null
  /** The demo person this is, who can be signed in as. */
  readonly demo: DemoPerson | null
}

/** One worker in one post. A worker is a member of a team while holding a post in it. */
export interface Membership {
  readonly worker: number
  readonly team: TeamId
  readonly role: Role
  readonly from: Day
  /** The day from which it is no longer held; null while it is. */
  readonly until: Day | null
}

export interface Workforce {
  readonly seed: number
  readonly asAt: Day
  readonly size: number
  readonly workers: readonly Worker[]
  /** In order of first day. Everyone who held a post in the ten years, and the days they hold or held it. */
  readonly memberships: readonly Membership[]
}

/** How long the history is. */
export const yearsOfHistory = 10

interface Post {
  readonly team: TeamId
  readonly role: Role
  readonly demo: DemoPerson | null
}

interface Holding {
  readonly worker: number
  readonly post: Post
  readonly from: number
  readonly until: number | null
}

interface Starter {
  readonly name: Name
  readonly registered: boolean
  readonly demo: DemoPerson | null
}

/** The posts for a council of this size. Every role of a team keeps one post, so the smallest council still works. */
function postsFor(size: number): Post[] {
  const posts: Post[] = []
  for (const plan of teamPlans) {
    for (const [role, count] of plan.posts) {
      const wanted = Math.max(1, Math.round(count * Math.min(size, 1)))
      const pinned = demoPeople.filter((one) => one.team === plan.id && one.role === role)
      for (let nth = 0; nth < Math.max(wanted, pinned.length); nth++) {
        posts.push({ team: plan.id, role, demo: pinned[nth] ?? null })
      }
    }
  }
  return posts
}

/** Days of one holder after another in a post. The last holder of a demo person's post is that person. */
function holders(random: Random, post: Post, asAt: number): { from: number; until: number | null }[] {
  const { stays } = roles[post.role]
  const tenure = () => Math.floor((0.6 + random.unit() * random.unit() * 5.5 * stays) * year)
  const vacancy = () => random.int(5, 110)
  const start = asAt - yearsOfHistory * year
  const held: { from: number; until: number | null }[] = []
  // The first began at some time before the history does.
  let from = Math.floor(start - random.unit() * stays * year)
  const certain = post.demo === null ? asAt : asAt - Math.floor((1.5 + random.unit() * 3) * year)
  for (;;) {
    const until = Math.max(from + tenure(), Math.floor(start) + random.int(1, 400))
    const next = until + vacancy()
    if (until >= certain || (post.demo !== null && next >= certain)) break
    held.push({ from, until })
    from = next
  }
  // A post is vacant on the day only where its next holder has yet to start.
  if (from <= asAt) held.push({ from, until: null })
  return held
}

function stranger(random: Random, taken: Set<string>, role: Role): Starter {
  for (;;) {
    const culture = random.weighted(cultures)
    const { women, men, surnames } = culture.names
    const forename = random.pick(random.chance(0.82) ? women : men)
    const name = { forename, surname: random.pick(surnames) }
    if (taken.has(sortName(name))) continue
    taken.add(sortName(name))
    return { name, registered: roles[role].registered, demo: null }
  }
}

class Appointments {
  readonly starters: Starter[] = []
  readonly holdings: Holding[] = []
  readonly #taken = new Set(demoPeople.map((one) => sortName(one.name)))
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  appoint(post: Post, from: number, until: number | null): void {
    const worker = post.demo !== null && until === null ? this.#hire(post.demo, post) : this.#choose(post, from)
    this.holdings.push({ worker, post, from, until })
  }

  #hire(demo: DemoPerson | null, post: Post): number {
    const registered = roles[post.role].registered
    this.starters.push(demo ? { name: demo.name, registered, demo } : stranger(this.#random, this.#taken, post.role))
    return this.starters.length
  }

  /** By promotion, from among those who left a post that leads to this one in the last months; else from outside. */
  #choose(post: Post, from: number): number {
    const leadsHere = roles[post.role].promotedFrom
    if (leadsHere !== null && this.#random.chance(0.6)) {
      const free = this.holdings.filter(
        (one) =>
          one.post.role === leadsHere &&
          one.until !== null &&
          one.until <= from &&
          one.until > from - 200 &&
          !this.holdings.some((later) => later.worker === one.worker && (later.until ?? from + 1) > from),
      )
      const chosen = free.length > 0 ? this.#random.pick(free) : undefined
      if (chosen && !this.starters[chosen.worker - 1]?.demo) return chosen.worker
    }
    return this.#hire(null, post)
  }
}

/**
 * The workforce on a day and over the ten years before it. The same seed, day and size give the same people.
 *
 * @param size 1 for about 220 posts; smaller keeps every team and every role
 */
export function makeWorkforce({ seed, asAt, size }: { seed: number; asAt: Day; size: number }): Workforce {
  const random = stream(seed, 'workforce')
  const today = dayNumber(asAt)
  const table = new DayTable()
  const planned = postsFor(size).flatMap((post) => holders(random, post, today).map((held) => ({ post, ...held })))
  const appointments = new Appointments(random)
  // In order of time, because whom one post can take depends on who has left another.
  for (const { post, from, until } of planned.sort((a, b) => a.from - b.from)) appointments.appoint(post, from, until)
  const { starters, holdings } = appointments
  const memberships = holdings.map(({ worker, post, from, until }) => ({
    worker,
    team: post.team,
    role: post.role,
    from: table.of(from),
    until: table.orNull(until),
  }))
  const workers = starters.map(({ name, registered, demo }, at) => {
    const own = holdings.filter((one) => one.worker === at + 1)
    const [first, last] = [own[0], own.at(-1)]
    return {
      id: at + 1,
      name,
      registration: registered ? `SW${String(at + 1).padStart(7, '0')}` : null,
      from: table.of(first?.from ?? today),
      until: table.orNull(last?.until ?? null),
      demo,
    }
  })
  return { seed, asAt, size, workers, memberships }
}

/** The memberships that hold on a day. */
export const membershipsOn = (workforce: Workforce, day: Day): Membership[] =>
  workforce.memberships.filter((one) => one.from <= day && (one.until === null || day < one.until))
