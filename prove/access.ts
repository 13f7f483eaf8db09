/**
 * Who may do what, walked through cell by cell: every role, resource and action in every way of standing to a record. The
 * committed table says what should be; the policy in TypeScript (on facts read from the database), the SQL of lists and
 * row-level security must each say the same.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { decide, type Standing } from '../src/core/access/policy/decide.ts'
import { readable } from '../src/core/access/policy/readable.ts'
import {
  type Action,
  actions,
  isAboutRecord,
  type ResourceId,
  resourceIds,
} from '../src/core/access/policy/resources.ts'
import { roleIds } from '../src/core/access/policy/roles.ts'
import { askAsViewer, installRowLevelSecurity } from '../src/core/access/policy/row-level-security.ts'
import { standingOf } from '../src/core/access/policy/standing.ts'
import { connect } from '../src/core/database/connect.ts'
import { startEmbedded } from '../src/core/database/embedded.ts'
import { migrate } from '../src/core/database/migrate.ts'
import { fillDatabase, type Viewer, viewers } from './access/fixture.ts'
import { type Oracle, readMatrix } from './access/matrix.ts'
import { now, states, today } from './access/states.ts'
import { type Proof, type Proved, runProof, type Trial } from './support/proof.ts'

/** What is tried at a time: every state of it, in three forms. */
interface Question {
  readonly resource: ResourceId
  readonly action: Action
}

type Form = 'TypeScript' | 'list' | 'row-level security'

const everyQuestion: readonly Question[] = resourceIds.flatMap((resource) =>
  actions.map((action) => ({ resource, action })),
)

/** Questions for each role; all of them, or as many as are asked for, drawn by the seed. */
function drawn({ seed, tries }: Trial): ReadonlyMap<string, readonly Question[]> {
  const each = Math.max(1, Math.ceil(tries / roleIds.length))
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return new Map(
    roleIds.map((role) => {
      if (each >= everyQuestion.length) return [role, everyQuestion]
      const inOrder = everyQuestion.map((question) => ({ question, at: next() })).sort((a, b) => a.at - b.at)
      return [role, inOrder.slice(0, each).map(({ question }) => question)]
    }),
  )
}

/** Runs in a database of its own that holds nothing but the schema. */
export async function proveAccess(pool: pg.Pool, trial: Trial): Promise<Proved> {
  await fillDatabase(pool)
  await installRowLevelSecurity(pool)
  const oracle = readMatrix()
  const unknown = states
    .filter(({ code }) => !oracle.codes.includes(code))
    .map(({ title }) => `not in the table: ${title}`)
  const failures: string[] = [...unknown]
  const questions = drawn(trial)
  let tries = 0
  const client = await pool.connect()
  try {
    for (const [at, viewer] of viewers.entries()) {
      tries += await tryViewer(client, viewer, questions.get(viewer.role) ?? [], oracle, failures)
      if (at % 10 === 9) trial.say(`  ${at + 1} of ${viewers.length} viewers, ${failures.length} failed`)
    }
  } finally {
    client.release()
  }
  return { tries, failures, counted: `cells, each in three forms` }
}

async function tryViewer(
  on: pg.ClientBase,
  viewer: Viewer,
  questions: readonly Question[],
  oracle: Oracle,
  failures: string[],
): Promise<number> {
  const onlooker = { worker: viewer.worker, team: viewer.team, today, now }
  const standings = new Map<number, Standing>()
  for (const { record } of viewer.cases) standings.set(record, await standingOf(on, onlooker, record))
  let tries = 0
  for (const question of questions) {
    const should = oracle.cell(viewer.role, question.resource, question.action)
    const told = isAboutRecord(question.resource)
      ? await recordsTold(on, viewer, question, standings)
      : await councilTold(on, viewer, question)
    const cells = isAboutRecord(question.resource)
      ? viewer.cases.map(({ state, record }) => ({ what: state.title, is: should.includes(state.code), record }))
      : [{ what: 'about nobody', is: should === 'yes', record: 0 }]
    for (const { what, is, record } of cells) {
      tries++
      for (const [form, allowed] of told)
        if (allowed.has(record) !== is)
          failures.push(
            `${viewer.role}, ${question.action} ${question.resource}, ${what}: ${form} ${is ? 'denies' : 'allows'}`,
          )
    }
  }
  return tries
}

type Told = ReadonlyMap<Form, ReadonlySet<number>>

async function recordsTold(
  on: pg.ClientBase,
  viewer: Viewer,
  { resource, action }: Question,
  standings: ReadonlyMap<number, Standing>,
): Promise<Told> {
  const { role, worker, team, cases } = viewer
  const single = cases.filter(({ record }) => {
    const standing = standings.get(record) ?? null
    return decide({ role, resource, action, standing }).allowed
  })
  const asking = { worker: '$1::integer', team: '$2::integer', day: '$3::date', now: '$4::timestamptz' }
  const records = cases.map(({ record }) => record)
  const listed = await on.query<{ record: number }>(
    `select p.record from person p
     where p.record = any($5::integer[]) and ($1::integer, $2::integer, $3::date, $4::timestamptz) is not null
       and ${readable({ role, resource, action }, 'p.record', asking)}`,
    [worker, team, today, now, records],
  )
  const walled = await asApp(on, viewer, { resource, action }, (client) =>
    client.query<{ record: number }>('select p.record from person p where p.record = any($1::integer[])', [records]),
  )
  return new Map([
    ['TypeScript', new Set(single.map(({ record }) => record))],
    ['list', new Set(listed.rows.map(({ record }) => record))],
    ['row-level security', new Set(walled.rows.map(({ record }) => record))],
  ])
}

/** Of what is about nobody there is one answer: the record 0. */
async function councilTold(on: pg.ClientBase, viewer: Viewer, { resource, action }: Question): Promise<Told> {
  const asking = { worker: 'null', team: 'null', day: 'null', now: 'null' }
  const one = decide({ role: viewer.role, resource, action, standing: null }).allowed
  const listed = await on.query(`select where ${readable({ role: viewer.role, resource, action }, '0', asking)}`)
  const walled = await asApp(on, viewer, { resource, action }, (client) =>
    client.query('select where access_to_council()'),
  )
  const told = (allowed: boolean): ReadonlySet<number> => new Set(allowed ? [0] : [])
  return new Map([
    ['TypeScript', told(one)],
    ['list', told(listed.rowCount === 1)],
    ['row-level security', told(walled.rowCount === 1)],
  ])
}

/** As the running product would: in a transaction of the app's role, which has said who asks for what. */
export async function asApp<Result>(
  on: pg.ClientBase,
  { role, worker, team }: Pick<Viewer, 'role' | 'worker' | 'team'>,
  { resource, action }: Question,
  work: (on: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  await on.query('begin')
  try {
    await on.query('set local role heartwood_app')
    await askAsViewer(on, { role, worker, team, resource, action, today, now })
    return await work(on)
  } finally {
    await on.query('rollback')
  }
}

export const accessProof: Proof = {
  name: 'access',
  claim: 'Who may do what: the policy, the SQL of lists and row-level security give what the committed table says.',
  tries: roleIds.length * everyQuestion.length,
  work: async (trial) => {
    const folder = mkdtempSync(join(tmpdir(), 'heartwood-prove-access-'))
    const started = await startEmbedded({ dataDir: join(folder, 'data'), log: () => {}, whenNew: 'loading' })
    if (!started.ok) throw new Error(started.says)
    try {
      const database = await connect({ embedded: started.value.connection })
      if (!database.ok) throw new Error(database.says)
      const migrated = await migrate(database.value.pool)
      if (!migrated.ok) throw new Error(migrated.says)
      const proved = await proveAccess(database.value.pool, trial)
      await database.value.close()
      return proved
    } finally {
      await started.value.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export const run = (args: readonly string[]): Promise<number> => runProof(accessProof, args)
