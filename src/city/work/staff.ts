/** Who did the work: the right workers of the right teams on each day of the ten years. */
import { dayNumber } from '../../core/calendar/index.ts'
import { type Role, type TeamId, teams, type Ward, type Workforce } from '../population/index.ts'
import type { Random } from '../random.ts'

interface Stay {
  readonly worker: number
  readonly from: number
  readonly until: number
}

const assessmentTeams = ['north', 'east', 'south', 'west', 'central'] as const
/** The children in need and protection team of each ward, in the order of the wards. */
const localities = [
  ...[
    'abbotsmoor',
    'beckside',
    'castlegate',
    'ropewalk',
    'easthollow',
    'easthollow',
    'castlegate',
    'kilnfield',
    'millrace',
  ],
  ...[
    'kilnfield',
    'beckside',
    'millrace',
    'nethergate',
    'abbotsmoor',
    'nethergate',
    'ropewalk',
    'ropewalk',
    'millrace',
  ],
] as const

const hubs: readonly TeamId[] = ['hub-abbotsmoor', 'hub-beckside', 'hub-dyers-green', 'hub-greyfriars', 'hub-kilnfield']

const isTeam = (id: string): id is TeamId => teams.some((team) => team.id === id)

/** Teams have numbers in the record: their place in the list, from 1. */
const numbers = new Map(teams.map((team, at) => [team.id, at + 1]))
export const teamNumber = (team: TeamId): number => numbers.get(team) ?? 0

export const assessmentTeamOf = (ward: Ward['index']): TeamId =>
  `assessment-${assessmentTeams[ward % assessmentTeams.length] ?? 'central'}`

export function localityTeamOf(ward: Ward['index']): TeamId {
  const team = `locality-${localities[ward] ?? 'millrace'}`
  return isTeam(team) ? team : 'locality-millrace'
}
export const hubOf = (ward: Ward['index']): TeamId => hubs[ward % hubs.length] ?? 'hub-abbotsmoor'

export class Staff {
  readonly #stays = new Map<string, Stay[]>()
  /** The demo social worker's cases are told one by one, so nothing falls to her by chance. */
  readonly #spared: number | undefined
  readonly demo: ReadonlyMap<string, number>

  constructor({ workers, memberships }: Workforce) {
    this.demo = new Map(workers.flatMap(({ id, demo }) => (demo ? [[demo.key, id] as const] : [])))
    this.#spared = this.demo.get('social-worker')
    for (const { worker, team, role, from, until } of memberships) {
      const key = `${team} ${role}`
      const stay = {
        worker,
        from: dayNumber(from),
        until: until === null ? Number.POSITIVE_INFINITY : dayNumber(until),
      }
      const stays = this.#stays.get(key)
      if (stays) stays.push(stay)
      else this.#stays.set(key, [stay])
    }
  }

  #present(team: TeamId, role: Role, day: number): readonly Stay[] {
    return (this.#stays.get(`${team} ${role}`) ?? []).filter(
      (one) => one.from <= day && day < one.until && one.worker !== this.#spared,
    )
  }

  /** One of those in these roles that day; where every post is vacant, whoever leads. `other` is not chosen. */
  pick(random: Random, team: TeamId, asked: readonly Role[], day: number, other?: number): Stay {
    for (const role of [...asked, ...standIns]) {
      const present = this.#present(team, role, day).filter((one) => one.worker !== other)
      if (present.length > 0) return random.pick(present)
    }
    for (const role of leaders) {
      const present = this.#present('leadership', role, day).filter((one) => one.worker !== other)
      if (present.length > 0) return random.pick(present)
    }
    // Nobody leads: the oldest hand there is.
    const anyone = [...this.#stays.values()]
      .flat()
      .find((one) => one.from <= day && day < one.until && one.worker !== other)
    if (!anyone) throw new Error(`Nobody works for the council on day ${day}`)
    return anyone
  }

  isIn(team: TeamId, role: Role, worker: number, day: number): boolean {
    return this.#present(team, role, day).some((one) => one.worker === worker)
  }

  manager(random: Random, team: TeamId, day: number, other: number): number {
    return this.pick(random, team, ['teamManager'], day, other).worker
  }
}

const standIns: readonly Role[] = ['seniorSocialWorker', 'socialWorker']
const leaders: readonly Role[] = ['serviceManager', 'director']
