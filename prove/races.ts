/**
 * Exactly once, and nobody's decision over somebody else's. People hold forms of the same allocation, plan and conference
 * at the same time and send them over HTTP: at once, twice, late, and again long after. Each form has one effect or none,
 * and what was recorded can be told as one after another, each knowing what the one before had left (support/history.ts).
 */

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Part } from '../src/core/acts/recorder.ts'
import { moment } from '../src/core/calendar/index.ts'
import type { Values } from '../src/core/pathway/field.ts'
import type { Web } from '../src/web/open.ts'
import { askIn, signInBy } from '../test/support/sign-in.ts'
import { anomaliesIn, type Transaction } from './support/history.ts'
import { openOwnWeb, randomFrom, register, withOwnDatabase } from './support/own-web.ts'
import { type Proof, type Proved, runProof, type Trial } from './support/proof.ts'

/** Two children whose work three people have open, and what each of them does. */
interface Family {
  readonly records: readonly number[]
  readonly childIds: readonly string[]
}

const kinds = ['allocation', 'plan', 'conference'] as const
type Kind = (typeof kinds)[number]

/** A form somebody has opened: what it had read, and what will be sent, in the same words however often. */
interface Held {
  readonly kind: Kind
  readonly author: number
  readonly key: string
  readonly address: string
  readonly body: string
  /** How far it had read each record. */
  readonly readTo: ReadonlyMap<number, number>
}

const formsPerFamily = 8
/** How often each form is sent, at most; the least is once. */
const sendingsMax = 16
const authors = [2, 4, 5]

/** Up to a child in need plan to be made, and a child protection plan to be reviewed. */
async function prepare(web: Web, pair: number): Promise<Family> {
  const records = [pair * 2 + 1, pair * 2 + 2]
  const childIds: string[] = []
  for (const record of records) childIds.push(await register(web, record, pair + 1))
  const act = async (pathway: string, step: string, opens: boolean, values: Values) => {
    const { rows } = await web.services.pool.query<{ record: number; episode: number }>(
      'select record, episode from episode where pathway = $1 and record = any($2)',
      [pathway, records],
    )
    const episodes = new Map(rows.map(({ record, episode }) => [record, episode]))
    const parts = records.map((record): Part => {
      const episode = opens ? null : (episodes.get(record) ?? null)
      return { does: 'record', record, pathway, step, episode, values: { ...values } }
    })
    const hand = { author: 3, now: moment('2026-11-16T16:00:00.000Z'), act: randomUUID() }
    const result = await web.services.recorder.record(parts, hand)
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.entries
  }
  const cin = 'children-in-need'
  await act(cin, 'referral', true, { received: '2026-11-02', source: '2A' })
  const decision = { decided: '2026-11-02', response: 'assess', need: 'N1', reason: 'Bruises', referrerTold: 'yes' }
  await act(cin, 'referralDecision', false, decision)
  await act(cin, 'assessmentStarted', false, { started: '2026-11-03' })
  const waiting = await act(cin, 'assessment', false, assessed)
  const signed = waiting.map(({ record, position }): Part => ({ does: 'authorise', record, position }))
  const hand = { author: 2, now: moment('2026-11-16T17:00:00.000Z'), act: randomUUID() }
  const authorised = await web.services.recorder.record(signed, hand)
  if (!authorised.ok) throw new Error(JSON.stringify(authorised))
  const cp = 'child-protection'
  await act(cp, 'transferIn', true, { notified: '2026-11-09', council: 'Wexcombe', category: 'EMO' })
  await act(cp, 'initialConference', false, conference)
  return { records, childIds }
}

const assessed = {
  completed: '2026-11-16',
  seen: 'yes',
  alone: 'yes',
  voice: 'I like my school.',
  needs: 'Speech is late.',
  parenting: 'Warm, tired.',
  family: 'Grandmother helps.',
  analysis: 'Help is needed at home.',
  factors: ['3A'],
  outcome: 'plan',
}
const conference = {
  held: '2026-11-16',
  kind: 'transferIn',
  quorate: 'yes',
  attended: ['health'],
  parents: 'yes',
  voice: 'Heard',
  outcome: 'plan',
  category: 'EMO',
  decisions: 'Agreed',
}

const pathwayOf = { allocation: 'children-in-need', plan: 'children-in-need', conference: 'child-protection' } as const
const stepOf = { allocation: 'allocation', plan: 'plan', conference: 'reviewConference' } as const

const dated = (name: string): [string, string][] => [
  [`${name}-day`, '20'],
  [`${name}-month`, '11'],
  [`${name}-year`, '2026'],
]

/** Filled in as a person would, for one of the two children or for both. */
function answersTo(kind: Kind, records: readonly number[], words: string, random: () => number): [string, string][] {
  if (kind === 'allocation')
    return [
      ...dated('from'),
      ['team', '1'],
      ['worker', String(1 + Math.floor(random() * 2))],
      ['role', 'lead'],
      ['why', words],
    ]
  if (kind === 'plan')
    return [...dated('started'), ['aims', words], ['actions', 'Weekly visits'], ['danger', 'Ring us']]
  const each = records.flatMap((record): [string, string][] => [
    [`voice--${record}`, words],
    [`decision--${record}`, 'continue'],
    [`category--${record}`, random() < 0.5 ? 'EMO' : 'NEG'],
  ])
  return [...dated('held'), ['quorate', 'yes'], ['attended', 'health'], ['decisions', words], ...each]
}

interface Person {
  get(path: string): Promise<string>
  post(path: string, body: string): Promise<number>
}

async function signIn({ app }: Web, worker: number): Promise<Person> {
  const ask = askIn(app)
  const { cookie } = await signInBy(ask, `worker=${worker}`)
  return {
    get: async (path) => (await ask('GET', path, cookie)).body,
    post: async (path, body) => (await ask('POST', path, cookie, body)).status,
  }
}

async function hold(person: Person, author: number, family: Family, kind: Kind, random: () => number): Promise<Held> {
  // By either child's page, and for that child alone or for both.
  const first = random() < 0.5 ? 0 : 1
  const address = `/children/${family.childIds[first]}/record/${pathwayOf[kind]}/${stepOf[kind]}`
  const html = await person.get(address)
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name, value]): [string, string] => [name!, value!],
  )
  const given = new Map(fields)
  const key = given.get('key')
  if (key === undefined)
    throw new Error(`${address} has no form: ${html.slice(html.indexOf('<h1'), html.indexOf('</main>')).slice(0, 400)}`)
  const about = random() < 0.6 ? family.records : [family.records[first]!]
  const answers = answersTo(kind, about, `Words of ${key.slice(0, 8)}`, random)
  const who = about.map((record): [string, string] => ['who-for', String(record)])
  const readTo = new Map(about.map((record) => [record, Number(given.get(`read-to-${record}`) ?? 0)]))
  const body = new URLSearchParams([...given, ...who, ...answers]).toString()
  return { kind, author, key, address: `${address}?episode=${given.get('episode') ?? ''}`, body, readTo }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

const listName = (record: number, kind: Kind): string => `${kind} of ${record}`

/** What everyone had read and wrote, as the record has it; an act that refused wrote nothing and is no part of it. */
async function historyOf(pool: pg.Pool, family: Family, helds: readonly Held[]) {
  const { rows } = await pool.query<{ act: string; record: number; position: number; step: string; pathway: string }>(
    `select act, record, position, step, pathway from entry
     where record = any($1) and pathway in ('children-in-need', 'child-protection') order by record, position`,
    [family.records],
  )
  const of = (record: number, kind: Kind) =>
    rows.filter((row) => row.record === record && row.pathway === pathwayOf[kind])
  const lists = new Map<string, string[]>()
  // An episode is one list: who plans should know of an allocation made meanwhile.
  for (const record of family.records)
    for (const kind of ['plan', 'conference'] as const)
      lists.set(
        listName(record, kind),
        of(record, kind).map(({ act }) => act),
      )
  const nameFor = (record: number, kind: Kind) => listName(record, kind === 'allocation' ? 'plan' : kind)
  const recorded = new Set(rows.map(({ act }) => act))
  const transactions = helds
    .filter(({ key }) => recorded.has(key))
    .map(
      ({ key, kind, readTo }): Transaction => ({
        id: key,
        reads: new Map(
          [...readTo].map(([record, seen]) => [
            nameFor(record, kind),
            of(record, kind)
              .filter(({ position }) => position <= seen)
              .map(({ act }) => act),
          ]),
        ),
        appends: [...readTo.keys()].map((record) => nameFor(record, kind)),
      }),
    )
  return { transactions, lists, recorded }
}

interface Played {
  readonly sent: number
  readonly held: number
  readonly recorded: number
  readonly failures: readonly string[]
}

async function play(
  web: Web,
  people: ReadonlyMap<number, Person>,
  pair: number,
  random: () => number,
): Promise<Played> {
  const family = await prepare(web, pair)
  const helds: Held[] = []
  const said = new Map<string, Set<number>>()
  let sent = 0
  const send = async (one: Held): Promise<void> => {
    sent++
    const status = await people.get(one.author)!.post(one.address, one.body)
    said.set(one.key, (said.get(one.key) ?? new Set()).add(status))
  }
  while (helds.length < formsPerFamily) {
    // Several are open at once, and then they are sent in any order, some twice in the same moment.
    const opened: Held[] = []
    for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
      const author = authors[Math.floor(random() * authors.length)]!
      const kind = kinds[Math.floor(random() * kinds.length)]!
      opened.push(await hold(people.get(author)!, author, family, kind, random))
    }
    helds.push(...opened)
    const again = helds.filter(() => random() < 0.3)
    const sendings = [...opened, ...opened.filter(() => random() < 0.5), ...again]
    await Promise.all(shuffled(sendings, random).map(send))
  }
  for (const one of shuffled(helds, random)) for (let n = random() * (sendingsMax - 3); n > 1; n--) await send(one)
  const { transactions, lists, recorded } = await historyOf(web.services.pool, family, helds)
  const failures = anomaliesIn(transactions, lists).map(({ kind, says }) => `family ${pair}: ${kind}: ${says}`)
  for (const { key, kind } of helds) {
    const answers = [...(said.get(key) ?? [])]
    const odd = answers.filter((status) => ![303, 409, 422].includes(status))
    if (odd.length > 0) failures.push(`family ${pair}: ${kind} was answered with ${odd}`)
    // Told that it was recorded, and it was not; or the other way round.
    if (answers.includes(303) !== recorded.has(key))
      failures.push(`family ${pair}: ${kind} answered ${answers}, ${recorded.has(key) ? 'recorded' : 'not recorded'}`)
  }
  return { sent, held: helds.length, recorded: transactions.length, failures }
}

export async function proveRaces(pool: pg.Pool, { seed, tries, say }: Trial): Promise<Proved> {
  const web = await openOwnWeb(pool)
  const random = randomFrom(seed)
  const people = new Map<number, Person>()
  for (const worker of authors) people.set(worker, await signIn(web, worker))
  const failures: string[] = []
  let [sent, held, recorded] = [0, 0, 0]
  for (let pair = 0; sent < tries; pair++) {
    const played = await play(web, people, pair, random)
    sent += played.sent
    held += played.held
    recorded += played.recorded
    failures.push(...played.failures)
    if (pair % 50 === 49) say(`  ${sent} sent, ${failures.length} failed`)
  }
  await web.app.close()
  return { tries: sent, failures, counted: `${held} forms, ${recorded} recorded` }
}

export const racesProof: Proof = {
  name: 'races',
  claim: 'A form sent twice, late or out of order has one effect or none, and no decision is made over another unseen.',
  tries: 10_000,
  work: (trial) => withOwnDatabase('races', (pool) => proveRaces(pool, trial)),
}

export const run = (args: readonly string[]): Promise<number> => runProof(racesProof, args)
