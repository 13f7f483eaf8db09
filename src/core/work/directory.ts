/** The council's staff, teams and schools by number: read whole and kept, because every page names some of them. */
import type pg from 'pg'
import type { Day } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'

export interface Worker {
  readonly id: number
  readonly forename: string
  readonly surname: string
  readonly role: string
  readonly team: number | null
  readonly demo: boolean
  readonly until: Day | null
}
export interface Team {
  readonly id: number
  readonly name: string
  readonly service: string
}

export interface Organisation {
  readonly id: number
  readonly name: string
}

export interface Directory {
  worker(id: number | null): Worker | undefined
  team(id: number | null): Team | undefined
  /** In words; “Nobody yet” for none, and for what was read from a file its name (a batch writes below zero). */
  workerName(id: number | null): string
  teamName(id: number | null): string
  readonly workers: readonly Worker[]
  readonly teams: readonly Team[]
  readonly organisations: readonly Organisation[]
  organisationName(id: number | null): string
  refresh(): Promise<void>
}

const everyWorker = statement<Worker>(
  'every-worker',
  'select id, forename, surname, role, team, demo, until from worker order by surname, forename, id',
)
const everyTeam = statement<Team>('every-team', 'select id, name, service from team order by name')

const everyOrganisation = statement<Organisation>(
  'every-organisation',
  'select id, name from organisation order by name',
)

const everyBatchOfEntries = statement<{ id: number; name: string }>(
  'every-batch-of-entries',
  `select id, name from batch where kind = 'cin-census'`,
)

export async function openDirectory(pool: pg.Pool): Promise<Directory> {
  let workers: Worker[] = []
  let teams: Team[] = []
  let organisations: Organisation[] = []
  let filesById = new Map<number, string>()
  let workersById = new Map<number, Worker>()
  let teamsById = new Map<number, Team>()
  const refresh = async (): Promise<void> => {
    const [files, ...others] = await Promise.all([
      query(pool, everyBatchOfEntries),
      query(pool, everyWorker),
      query(pool, everyTeam),
      query(pool, everyOrganisation),
    ])
    ;[workers, teams, organisations] = others
    filesById = new Map(files.map(({ id, name }) => [id, `the file ${name}`]))
    workersById = new Map(workers.map((one) => [one.id, one]))
    teamsById = new Map(teams.map((one) => [one.id, one]))
  }
  await refresh()
  const worker = (id: number | null) => (id === null ? undefined : workersById.get(id))
  const team = (id: number | null) => (id === null ? undefined : teamsById.get(id))
  return {
    worker,
    team,
    workerName: (id) => {
      // A file may have been loaded since this was read.
      if (id !== null && id < 0) return filesById.get(-id) ?? 'a file that was loaded'
      const found = worker(id)
      return found ? `${found.forename} ${found.surname}` : 'Nobody yet'
    },
    teamName: (id) => team(id)?.name ?? 'No team yet',
    get workers() {
      return workers
    },
    organisationName: (id) => organisations.find((one) => one.id === id)?.name ?? 'None known',
    get organisations() {
      return organisations
    },
    get teams() {
      return teams
    },
    refresh,
  }
}
