/**
 * `npm run bench -- measures`: all measures by month and team over the city's ten years from typed columns, beside the
 * same in SQL window functions on the same PostgreSQL; and what the page of one measure takes. docs/benchmarks.md says
 * what was measured.
 */
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { readerFor } from '../src/core/access/access.ts'
import { addYears, monthOf } from '../src/core/calendar/index.ts'
import { connect } from '../src/core/database/connect.ts'
import {
  bytesOf,
  type Columns,
  type Cube,
  cubeOf,
  exploreOver,
  rollingAndYearToDate,
} from '../src/insight/explore/index.ts'
import { assembleHeartwood } from '../src/services/index.ts'
import { openWeb } from '../src/web/open.ts'
import { askIn, signInBy } from '../test/support/sign-in.ts'
import { askWindows, compareWindows } from './measures/windows-in-sql.ts'
import { type BenchCity, cityDay, cityNow, must, openCity } from './support/city.ts'
import {
  Budgets,
  cpuHere,
  cpuOfBackend,
  figure,
  median,
  medianRatio,
  roundsDefault,
  sayMachine,
  sayTable,
} from './support/measure.ts'

/** At least so many times less CPU than SQL; at most so many milliseconds of a server's time for a page. */
const budget = { cheaper: 10, pageMillis: 20 }
/** One pass takes a few milliseconds, which is near the grain of the kernel's books, so that several make a round. */
const passesARound = 20
const pagesARound = 20
const period = { from: monthOf(addYears(cityDay, -10)).from, to: cityDay }

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '1' }, rounds: { type: 'string', default: String(roundsDefault) } },
  })
  sayMachine()
  const city = await openCity(Number(values.size))
  try {
    return await measure(city, Number(values.rounds))
  } finally {
    await city.close()
  }
}

async function measure(city: BenchCity, rounds: number): Promise<number> {
  const { measures } = city.definitions
  // One connection, so that all of a contender's work is in one backend. Without parallel workers, for the same reason.
  const { pool } = must(await connect({ embedded: city.connection }, { max: 1 }))
  const backend = (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
  await pool.query('set max_parallel_workers_per_gather = 0')
  await pool.query("set work_mem = '256MB'")
  const columns = await build(city, pool, backend)

  const windows = await askWindows(pool, measures, period.from, period.to)
  const cells = compareWindows(cubeOf(columns, period), measures, windows)
  console.log(
    `\nCompared first: ${figure(measures.length)} measures, ${figure(cells)} cells of measure, team and month, no difference\n`,
  )
  const ours: number[] = []
  const theirs: number[] = []
  const theirBackend: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const start = cpuHere()
    for (let pass = 0; pass < passesARound; pass++) everything(columns)
    const one = (cpuHere() - start) / passesARound
    const [here, there] = [cpuHere(), cpuOfBackend(backend)]
    await askWindows(pool, measures, period.from, period.to)
    const spent = { here: cpuHere() - here, there: cpuOfBackend(backend) - there }
    if (round === 0) continue
    ours.push(one)
    theirs.push(spent.here + spent.there)
    theirBackend.push(spent.there)
  }
  const pages = await measurePages(city, rounds)
  sayTable(
    ['', 'CPU ms, median', 'least', 'most'],
    [
      row('Typed columns, one pass', ours),
      row('SQL windows, PostgreSQL and Node', theirs),
      row('SQL windows, PostgreSQL alone', theirBackend),
      ...pages.map(({ path, millis }) =>
        row(
          `${path} (wall)`,
          millis.map((one) => one * 1000),
        ),
      ),
    ],
  )
  console.log('')
  const budgets = new Budgets()
  budgets.judge('SQL windows / typed columns, CPU', medianRatio(theirs, ours), budget.cheaper, 'atLeast')
  console.log(`      PostgreSQL alone: ${figure(medianRatio(theirBackend, ours))}`)
  // The list of all of them is told and not judged: it is many measures.
  for (const { path, millis } of pages.slice(1))
    budgets.judge(`${path}, ms of the server`, median(millis), budget.pageMillis)
  await pool.end()
  return budgets.exitCode
}

const row = (title: string, micros: readonly number[]): string[] => [
  title,
  ...[median(micros), Math.min(...micros), Math.max(...micros)].map((one) => figure(one / 1000)),
]

function everything(columns: Columns): Cube {
  const cube = cubeOf(columns, period)
  rollingAndYearToDate(cube)
  return cube
}

/** Builds the columns once and says what that took, apart from what they are asked. */
async function build(city: BenchCity, pool: pg.Pool, backend: number): Promise<Columns> {
  const reader = readerFor(pool, { worker: 1, role: 'performance analyst', team: null })
  const [wall, here, there] = [performance.now(), cpuHere(), cpuOfBackend(backend)]
  const { columns } = must(await exploreOver(pool, city.definitions.measures).now(reader, 'bench'))
  const spent = [performance.now() - wall, (cpuHere() - here) / 1000, (cpuOfBackend(backend) - there) / 1000] as const
  const facts = [...columns.measures.values()].reduce((sum, one) => sum + one.length, 0)
  const megabyte = 1024 ** 2
  console.log(`Built once from ${figure(facts)} contributions of ${figure(columns.children.length)} children:`)
  console.log(
    `  ${figure(spent[0])} ms by the clock; CPU ${figure(spent[1])} ms of Node, ${figure(spent[2])} ms of PostgreSQL`,
  )
  console.log(`  ${figure(bytesOf(columns) / megabyte)} MB of typed columns`)
  return columns
}

/** What the server takes for a page, from the request to the last byte, without a network. */
async function measurePages(city: BenchCity, rounds: number): Promise<{ path: string; millis: number[] }[]> {
  const { app, services } = must(
    await openWeb(city.pool, {
      isDemo: true,
      version: 'bench',
      now: () => cityNow,
      assemble: (settings) => assembleHeartwood({ setting: settings.duration }),
      council: { name: 'Aldermere City Council', colour: '#1f4e5f' },
    }),
  )
  await app.ready()
  const worker = services.directory.workers.find((one) => one.demo && one.role === 'performance analyst')
  const { cookie } = await signInBy(askIn(app), `worker=${worker?.id}`)
  const get = async (url: string): Promise<void> => {
    const { statusCode } = await app.inject({ method: 'GET', url, headers: { cookie } })
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
  }
  const paths = [
    '/measures',
    '/measures/re-referrals-12-months',
    '/measures/contacts-decided-in-time?by=ethnicity',
    '/measures/children-on-plans?by=age',
  ]
  const measured = paths.map((path) => ({ path, millis: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const { path, millis } of measured) {
      const start = performance.now()
      for (let i = 0; i < pagesARound; i++) await get(path)
      if (round > 0) millis.push((performance.now() - start) / pagesARound)
    }
  }
  await app.close()
  return measured
}
