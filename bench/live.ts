/**
 * `npm run bench -- live`: what one entry with all its projections costs at the client, beside a bare one-row durable
 * commit and beside recomputing one measure in SQL over the whole city. docs/benchmarks.md says what was measured.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { createRecorder, type Part, type Recorded, type Recorder } from '../src/core/acts/recorder.ts'
import { connect } from '../src/core/database/connect.ts'
import { query, statement } from '../src/core/database/statement.ts'
import { readEntries } from '../src/core/record/reading.ts'
import { compareAnswers, fromTheRecord, makeCalendarTable } from './live/measure-in-sql.ts'
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

/** At most so many times a bare commit; at least so many times cheaper than the measure recomputed. */
const budget = { bare: 2, recomputed: 1_000 }
const entriesARound = 10
/** A server has been at work for hours when somebody records: its code is compiled and its plans are made. */
const visitsToWarmUp = 400
/** The city has no more assessments under way than for so many of each. */
const authorisationsToWarmUp = 150

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '1' }, rounds: { type: 'string', default: String(roundsDefault) } },
  })
  sayMachine()
  const city = await openCity(Number(values.size))
  try {
    return await measureLive(city, Number(values.rounds))
  } finally {
    await city.close()
  }
}

/** One way of writing, on one connection of its own, with what each of its rounds took. */
interface Contender {
  readonly title: string
  readonly pool: pg.Pool
  readonly backend: number
  readonly act: () => Promise<void>
  /** What comes before each act and is not measured: the page that its author has read. */
  readonly ready: () => Promise<void>
  /** Microseconds an act, a round each: the clock, and CPU of this process and of its backend. */
  readonly wall: number[]
  readonly cpu: number[]
}

async function measureLive(city: BenchCity, rounds: number): Promise<number> {
  await makeCalendarTable(city.pool)
  await city.pool.query('create table bench_commit (id uuid primary key, body text not null)')
  const bare = await contender(city, 'Bare commit of one row', async (pool) => commits(pool))
  const authorisation = await contender(city, 'Authorisation of an assessment', async (pool, recorder) =>
    acts(
      pool,
      recorder,
      ...(await shared(waitingAssessments(pool, recorder, entriesARound * (rounds + 1) + authorisationsToWarmUp))),
    ),
  )
  const visit = await contender(city, 'Visit to a child', async (pool, recorder) =>
    acts(pool, recorder, await visits(pool, entriesARound * (rounds + 1)), await visits(pool, visitsToWarmUp)),
  )
  const unread = await contender(city, 'Visit, the record not read before', async (pool, recorder) =>
    acts(pool, recorder, await visits(pool, entriesARound * (rounds + 1)), await visits(pool, visitsToWarmUp), false),
  )
  const contenders = [bare, authorisation, visit, unread]
  for (let round = 0; round <= rounds; round++) await takeTurns(contenders, round > 0)
  const answer = await compareAnswers(city.pool)
  console.log(
    `After them, SQL over the record and the sums of contributions agree in every month: ${figure(answer.numerator)} of ${figure(answer.denominator)} assessments within 45 working days of referral\n`,
  )
  const recomputed = await recompute(city, rounds)
  sayTable(
    ['', 'CPU ms, client and server', 'wall ms at the client', 'least wall', 'most wall'],
    [...contenders, recomputed].map(({ title, cpu, wall }) => [
      title,
      ...[median(cpu), median(wall), Math.min(...wall), Math.max(...wall)].map((micros) => figure(micros / 1000)),
    ]),
  )
  console.log(
    `\nMedians of ${rounds} rounds of ${entriesARound} acts each, by turns, one connection each; ${rounds} recomputations\n`,
  )
  const budgets = new Budgets()
  for (const one of [authorisation, visit]) {
    budgets.judge(`${one.title} / bare commit, wall`, medianRatio(one.wall, bare.wall), budget.bare)
    const cheaper = (of: 'cpu' | 'wall') => median(recomputed[of]) / median(one[of])
    budgets.judge(`Measure recomputed / ${one.title.toLowerCase()}, CPU`, cheaper('cpu'), budget.recomputed, 'atLeast')
    console.log(`      the same by the clock: ${figure(cheaper('wall'))}`)
  }
  for (const { pool } of [...contenders, recomputed]) await pool.end()
  return budgets.exitCode
}

/** Those that are measured, and those that come before them. */
async function shared(acts: Promise<Act[]>): Promise<[Act[], Act[]]> {
  const all = await acts
  return [all.slice(authorisationsToWarmUp), all.slice(0, authorisationsToWarmUp)]
}

type Doing = Pick<Contender, 'act' | 'ready'>
const nothing = async (): Promise<void> => {}

/** Connects, so that there is one backend and its CPU can be read, and makes what is to be done. */
async function contender(
  city: BenchCity,
  title: string,
  make: (pool: pg.Pool, recorder: Recorder) => Promise<Doing>,
): Promise<Contender> {
  const { pool } = must(await connect({ embedded: city.connection }, { max: 1 }))
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const doing = await make(pool, createRecorder(pool, city.definitions))
  return { title, pool, backend: rows[0]!.pid, ...doing, wall: [], cpu: [] }
}

/** Act by act in turn, so that a slow disk meets all of them. */
async function takeTurns(contenders: readonly Contender[], counted: boolean): Promise<void> {
  const spent = contenders.map(() => ({ wall: 0, cpu: 0 }))
  for (let i = 0; i < entriesARound; i++) {
    for (const [index, one] of contenders.entries()) {
      await one.ready()
      const [cpu, wall] = [cpuHere() + cpuOfBackend(one.backend), performance.now()]
      await one.act()
      spent[index]!.wall += (performance.now() - wall) * 1000
      spent[index]!.cpu += cpuHere() + cpuOfBackend(one.backend) - cpu
    }
  }
  if (!counted) return
  for (const [index, { wall, cpu }] of spent.entries()) {
    contenders[index]!.wall.push(wall / entriesARound)
    contenders[index]!.cpu.push(cpu / entriesARound)
  }
}

const insertBare = statement('bench-commit', 'insert into bench_commit (id, body) values ($1, $2)')

function commits(pool: pg.Pool): Doing {
  const act = async (): Promise<void> => {
    await query(pool, insertBare, [randomUUID(), 'One row'])
  }
  return { act, ready: nothing }
}

interface Act {
  readonly part: Part
  readonly author: number
}

/**
 * Does the next of the acts, after some others that are not measured. A form is drawn from the record before it is sent,
 * and the page hands on what it read; `isRead` false is an act on a record that this process has not read.
 */
async function acts(
  pool: pg.Pool,
  recorder: Recorder,
  list: readonly Act[],
  first: readonly Act[],
  isRead = true,
): Promise<Doing> {
  for (const one of first) await record(recorder, one)
  let next = 0
  const act = async (): Promise<void> => {
    await record(recorder, list[next++]!)
  }
  const ready = async (): Promise<void> => {
    const { part } = list[next]!
    recorder.forget()
    if (isRead) recorder.know(part.record, (await readEntries(pool, [part.record])).get(part.record) ?? [])
  }
  return { act, ready }
}

/** The projections of a refused act would cost nothing, so a refusal ends the benchmark. */
async function record(recorder: Recorder, { part, author }: Act): Promise<Recorded> {
  const recorded = await recorder.record([part], { author, now: cityNow, act: randomUUID() })
  if (!recorded.ok) throw new Error(`Refused: ${JSON.stringify(recorded)}`)
  return recorded
}

/** Assessments that wait for their signature: those under way are finished first, which is not measured. */
async function waitingAssessments(pool: pg.Pool, recorder: Recorder, count: number): Promise<Act[]> {
  const { rows } = await pool.query<{ record: number; episode: number; author: number; manager: number }>(
    `select record, episode, worker as author, (select min(id) from worker where role = 'team manager') as manager
     from episode_state s join episode using (record, episode)
     where s.state = 'assessing' and s.until is null and closed is null and worker is not null
       and not exists (select from task t where t.record = s.record and t.kind = 'sign-off')
     order by md5(record::text) limit $1`,
    [count],
  )
  if (rows.length < count)
    throw new Error(`The city has ${rows.length} assessments under way, ${count} are needed: choose a larger size`)
  const finished: Act[] = []
  for (const { episode, author, manager, ...child } of rows) {
    const part = { does: 'record', ...child, pathway: 'children-in-need', step: 'assessment', episode, values } as const
    const { entries } = await record(recorder, { author, part })
    finished.push({ author: manager, part: { record: part.record, does: 'authorise', position: entries[0]!.position } })
  }
  return finished
}

const values = {
  completed: cityDay,
  seen: 'yes',
  alone: 'yes',
  voice: 'I like it at home now.',
  needs: 'Well at school and at home.',
  parenting: 'Warm and steady.',
  family: 'Grandparents near.',
  analysis: 'Safe with the support there is.',
  factors: ['21'],
  outcome: 'none',
}

async function visits(pool: pg.Pool, count: number): Promise<Act[]> {
  const { rows } = await pool.query<{ record: number; episode: number; author: number }>(
    `select record, episode, worker as author from episode
     where closed is null and pathway = 'children-in-need' and worker is not null order by md5(record::text || 'visit') limit $1`,
    [count],
  )
  if (rows.length < count) throw new Error(`The city has ${rows.length} open referrals, ${count} are needed`)
  const told = {
    visited: cityDay,
    seen: 'yes',
    alone: 'yes',
    bedroom: 'yes',
    note: 'Seen at home, well and cheerful.',
  }
  return rows.map(({ record, episode, author }) => ({
    author,
    part: { record, does: 'record', pathway: 'children-in-need', step: 'visit', episode, values: told },
  }))
}

/** Without parallel workers, so that all of its CPU is that of one backend. */
async function recompute(city: BenchCity, rounds: number): Promise<Contender> {
  const one = await contender(city, 'Measure recomputed in SQL', async (pool) => {
    await pool.query('set max_parallel_workers_per_gather = 0')
    const act = async (): Promise<void> => {
      await pool.query(fromTheRecord)
    }
    return { act, ready: nothing }
  })
  for (let round = 0; round < rounds; round++) {
    const [cpu, wall] = [cpuHere() + cpuOfBackend(one.backend), performance.now()]
    await one.act()
    one.wall.push((performance.now() - wall) * 1000)
    one.cpu.push(cpuHere() + cpuOfBackend(one.backend) - cpu)
  }
  return one
}
