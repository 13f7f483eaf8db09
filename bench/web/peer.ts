/**
 * The peer: the child's page as a competent team would write it with Express 5, Nunjucks, the macros of GOV.UK Frontend
 * and of the Ministry of Justice, and pg. It shows the same text from the same tables and leaves the same row in the
 * access log. It signs nobody in, which is work that Heartwood does and it does not.
 */
import express from 'express'
import nunjucks from 'nunjucks'
import type pg from 'pg'
import { type Day, inFull, inShort, type Moment } from '../../src/core/calendar/index.ts'
import type { ChildPage, ChildTask } from '../../src/core/people/child.ts'
import { type RelationshipKind, relationshipLabel } from '../../src/core/people/index.ts'
import { nameOf } from '../../src/core/people/person-columns.ts'
import type { Definitions } from '../../src/core/projection/rows.ts'
import type { Directory } from '../../src/core/work/directory.ts'
import { daysLeft, hoursLeft } from '../../src/web/components/own/time-left.ts'
import { ageOf } from '../../src/web/pages/child/frame.tsx'
import { roleInWords } from '../../src/web/pages/child/roles.ts'
import { visitOn } from '../../src/web/pages/child/summary.tsx'
import { sections } from '../../src/web/server/draw.tsx'

export interface PeerOptions {
  readonly pool: pg.Pool
  readonly definitions: Definitions
  readonly directory: Directory
  readonly council: { readonly name: string; readonly colour: string }
  readonly version: string
  readonly today: Day
  readonly now: Moment
  readonly worker: number
}

interface Person {
  readonly record: number
  readonly child_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly born: Day | null
  readonly expected: Day | null
  readonly died: Day | null
  readonly sex: 'F' | 'M' | 'U'
  readonly adult: boolean
  readonly family: number | null
  readonly last_seen: Day | null
  readonly last_seen_alone: Day | null
  readonly latest: readonly unknown[]
  readonly school_name: string | null
}
type Episode = NonNullable<ChildPage['episodes']>[number]
interface Allocation {
  readonly role: string
  readonly worker: number | null
  readonly team: number | null
  readonly pathway: string
}
type Relative = Person & { readonly kind: string; readonly responsibility: string | null }
interface Address {
  readonly lines: string
  readonly postcode: string | null
  readonly protected: boolean
}

export function createPeer(options: PeerOptions) {
  const folder = (path: string) => new URL(path, import.meta.url).pathname
  const app = express()
  nunjucks
    .configure(
      [
        folder('./templates'),
        folder('../../node_modules/govuk-frontend/dist'),
        folder('../../node_modules/@ministryofjustice/frontend'),
      ],
      { autoescape: true, express: app },
    )
    .addFilter('inFull', inFull)
    .addFilter('inShort', inShort)
  app.set('view engine', 'njk')
  app.get('/children/:child', async (request, response) => {
    const read = await readChild(options, request.params.child ?? '')
    if (read === undefined) response.status(404).send('Not found')
    else response.render('child.njk', { ...frameOf(options), ...viewOf(options, read) })
  })
  return app
}

async function readChild({ pool, worker }: PeerOptions, childId: string) {
  const rows = async <Row extends object>(text: string, values: unknown[]) => (await pool.query<Row>(text, values)).rows
  const [child] = await rows<Person>(
    `select p.*, o.name as school_name from person p left join organisation o on o.id = p.school where p.child_id = $1`,
    [childId],
  )
  if (child === undefined) return undefined
  const { record } = child
  const [, tasks, episodes, allocations, family, addresses] = await Promise.all([
    rows('insert into access_log (worker, what, detail) values ($1, $2, $3)', [worker, 'child-page', childId]),
    rows<ChildTask>(
      `select episode, pathway, kind, name, due, due_at from task where record = $1
       order by due nulls last, weight limit 5`,
      [record],
    ),
    rows<Episode>(
      `select e.episode, e.pathway, e.opened, (select array_agg(s.state) from episode_state s
         where s.record = e.record and s.episode = e.episode and s.until is null) as states
       from episode e where e.record = $1 and e.closed is null order by e.opened desc limit 8`,
      [record],
    ),
    rows<Allocation>(
      `select role, worker, team, pathway from allocation where record = $1 and until is null
       order by since desc limit 6`,
      [record],
    ),
    rows<Relative>(
      `select o.child_id, o.forename, o.surname, o.born, o.expected, o.died, o.sex, o.adult,
         coalesce(r.kind, 'family') as kind, r.responsibility
       from person o left join relationship r on r.record = $1 and r.other = o.record
       where o.record <> $1 and (o.family = $2 or r.other is not null) order by o.adult desc, o.born limit 12`,
      [record, child.family],
    ),
    rows<Address>(
      `select lines, postcode, protected from address where record = $1 and kind = 'home' and until is null
       order by since desc nulls last limit 1`,
      [record],
    ),
  ])
  return { child, tasks, episodes, allocations, family, address: addresses[0] }
}

type Read = NonNullable<Awaited<ReturnType<typeof readChild>>>

function frameOf({ council, version, directory, worker }: PeerOptions) {
  return {
    council,
    version,
    token: 'a'.repeat(43),
    person: { name: directory.workerName(worker), role: directory.worker(worker)?.role },
    navigation: sections.map(({ section, text, href }) => ({ text, href, active: section === 'children' })),
  }
}

function viewOf({ definitions: { house }, directory, today, now }: PeerOptions, read: Read) {
  const { child } = read
  const wordsOf = ({ pathway, states }: Episode) =>
    (states ?? []).map((state) => house.pathway(pathway).inWords[state] ?? state)
  return {
    title: nameOf(child),
    age: ageOf(child, today),
    base: `/children/${child.child_id}`,
    visit: visitOn(house, read),
    flags: read.episodes.flatMap(wordsOf),
    open: read.episodes.map((one) => ({
      episode: one.episode,
      title: house.pathway(one.pathway).title,
      states: wordsOf(one).join(', ') || `open ${house.pathway(one.pathway).episode}`,
      opened: one.opened,
    })),
    tasks: read.tasks.map((task) => ({ ...task, what: whatOf(house, task), left: leftOf(task, today, now) })),
    latest: child.latest,
    facts: factsOf(read, today),
    workers: read.allocations.map((one) => ({
      worker: directory.workerName(one.worker),
      team: directory.teamName(one.team),
      role: roleInWords(one.role).toLowerCase(),
      pathway: house.pathway(one.pathway).title.toLowerCase(),
    })),
    family: read.family.map((one) => ({
      childId: one.child_id,
      name: nameOf(one),
      kind: one.kind === 'family' ? (one.adult ? 'in the family' : 'child in the family') : labelOf(one),
      age: one.adult ? '' : ageOf(one, today),
      responsibility: one.responsibility,
    })),
  }
}

const labelOf = ({ kind, sex }: Relative): string => relationshipLabel(kind as RelationshipKind, sex)

function whatOf(house: Definitions['house'], { pathway, kind, name }: ChildTask): string | undefined {
  const { clocks, steps } = house.pathway(pathway)
  const title = kind === 'clock' ? clocks[name]?.title : steps[name]?.title
  return kind === 'sign-off' ? `Sign off: ${title}` : kind === 'returned' ? `Returned: ${title}` : title
}

function leftOf({ due, due_at: dueAt }: ChildTask, today: Day, now: Moment) {
  if (due === null && dueAt === null) return undefined
  const { words, state } = dueAt === null ? daysLeft(due!, today) : hoursLeft(dueAt, now)
  const classes = state === 'ahead' ? 'heartwood-time-left' : `heartwood-time-left heartwood-time-left--${state}`
  return { words, classes, datetime: dueAt ?? due }
}

function factsOf({ child, address }: Read, today: Day) {
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  const seen = (day: Day | null) => (day ? inFull(day) : 'Not yet')
  const born = child.born ? inFull(child.born) : child.expected ? `Expected ${inFull(child.expected)}` : 'Not known'
  return [
    row('Born', born),
    row('Age', ageOf(child, today)),
    row('Child id', child.child_id),
    ...(child.adult ? [] : [row('School', child.school_name ?? 'None known')]),
    row('Lives at', whereOf(address)),
    row('Last seen', seen(child.last_seen)),
    row('Last seen alone', seen(child.last_seen_alone)),
  ]
}

function whereOf(address: Address | undefined): string {
  if (address === undefined) return 'Not known'
  if (address.protected) return 'Address protected'
  const { lines, postcode } = address
  return `${lines.replaceAll('\n', ', ')}${postcode ? `, ${postcode}` : ''}`
}
