/** Addresses at which each page has something to show, found in the city. */
import { randomUUID } from 'node:crypto'
import { readerFor } from '../../src/core/access/access.ts'
import { day, moment, monthOf } from '../../src/core/calendar/index.ts'
import type { Values } from '../../src/core/pathway/field.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { saveDraft } from '../../src/core/work/drafts.ts'
import { cinReports } from '../../src/insight/explore/cin-reports/index.ts'
import { freezeMonth } from '../../src/insight/explore/index.ts'
import { publishPack } from '../../src/insight/pack/index.ts'
import type { Services } from '../../src/web/server/services.ts'
import { usual } from '../support/story.ts'
import type { City } from './city.ts'

/**
 * A child whose late assessment waits for a signature and whom nobody has been allocated, and about whom a notice came
 * in last night: the city may be so well run that it has none. Gives the child id; the assessment stands at position 5.
 */
async function lateAndUnallocated({ recorder }: Services): Promise<string> {
  const record = 1_900_000_001
  const childId = mintChildId(record)
  const born = '2018-05-03'
  const received = '2026-11-23T00:30:00.000Z'
  const referral = { received: '2026-08-03', source: '2A' }
  const decision = { decided: '2026-08-04', response: 'assess', need: 'N1', reason: 'Bruises', referrerTold: 'yes' }
  const assessment = { ...usual.assessment, completed: '2026-11-18', factors: ['21'], outcome: 'plan' }
  const notice = { kind: 'domesticAbuse', source: '6', takenBy: 'evening', incident: 'AL-4711', riskLevel: 'high' }
  const check = { requested: '2026-11-23T08:30:00.000Z', agency: 'health', rating: 'red' }
  // The number of an episode is the position of its first entry; null opens one.
  const steps: readonly [pathway: string, step: string, episode: number | null, values: Values][] = [
    ['person', 'registered', null, { as: 'child', forename: 'Wren', surname: 'Ashdown', born, sex: 'F', childId }],
    ['children-in-need', 'referral', null, referral],
    ['children-in-need', 'referralDecision', 2, decision],
    ['children-in-need', 'assessmentStarted', 2, { started: '2026-08-05' }],
    ['children-in-need', 'assessment', 2, assessment],
    ['mash', 'contact', null, { ...notice, received, worry: 'Shouting heard by neighbours', familyKnows: 'yes' }],
    ['mash', 'agencyCheck', 6, check],
  ]
  for (const [pathway, step, episode, values] of steps) {
    const part = { does: 'record', record, pathway, step, values, episode } as const
    const hand = { author: 1, now: moment('2026-11-23T09:00:00.000Z'), act: randomUUID() }
    const recorded = await recorder.record([part], hand)
    if (!recorded.ok) throw new Error(JSON.stringify(recorded))
  }
  return childId
}

/** The pack of the month before, so that the draft has something to say of what changed. */
async function aPublishedPack({ pool, settings, definitions, now }: Services): Promise<string> {
  const date = day('2026-10-23')
  const reader = readerFor(pool, { worker: 1, role: 'performance analyst', team: null })
  const sources = { reader, pool, settings, measures: definitions.measures, council: 'Aldermere City Council' }
  const asked = 'The Board asked about repeat plans.\n\nEach is now looked at by two chairs.'
  const published = await publishPack(sources, date, asked, { worker: 1, name: 'Odile Marsh' }, now())
  if (!published.ok) throw new Error(published.says)
  return date
}

export async function examplesOf({ pool, services, socialWorker }: City): Promise<Map<string, readonly string[]>> {
  const one = async (sql: string, ...values: unknown[]): Promise<Record<string, string | number>> => {
    const { rows } = await pool.query(sql, values)
    if (rows.length === 0) throw new Error(`The city has none: ${sql}`)
    return rows[0]
  }
  const onPlan = await one(
    `select p.child_id, p.record, s.episode from episode_state s join person p using (record)
     join episode e using (record, episode)
     where e.pathway = 'child-protection' and s.state = 'planOpen' and s.until is null and p.family is not null and not p.adult
     order by (select count(*) from person f where f.family = p.family and not f.adult) desc, p.record limit 1`,
  )
  const child = `/children/${onPlan.child_id}`
  const openEpisodes = await pool.query<{ child_id: string; episode: number }>(
    `select distinct on (e.pathway, coalesce(s.state, '')) p.child_id, e.episode
     from episode e join person p using (record)
     left join episode_state s on s.record = e.record and s.episode = e.episode and s.until is null
     where e.closed is null and not p.adult order by e.pathway, coalesce(s.state, ''), e.record`,
  )
  const closed = await one(
    `select p.child_id, e.episode from episode e join person p using (record)
     where e.closed is not null and pathway = 'child-protection' limit 1`,
  )
  const ofManager = await one(
    `select p.child_id from allocation a join person p using (record)
     join worker w on w.team = a.team and w.role = 'team manager' and w.demo
     where a.until is null and not p.adult order by w.surname, w.forename, w.id, a.record limit 1`,
  )
  const late = await lateAndUnallocated(services)
  const visit = await one(`select p.child_id, e.position from entry e join person p using (record)
     where e.step = 'visit' and e.kind = 'record' limit 1`)
  const draft = randomUUID()
  const beside = randomUUID()
  const note = { record: Number(onPlan.record), episode: Number(onPlan.episode), pathway: 'child-protection' }
  for (const [page, words] of [
    [randomUUID(), 'Rang the school'],
    [beside, 'Rang the school and the nurse'],
  ] as const)
    await saveDraft(
      pool,
      socialWorker,
      { id: draft, ...note, step: 'caseNote', posted: { note: words }, saved: moment('2026-11-20T16:00:00.000Z') },
      { page, version: 0, stamp: 1 },
    )
  const monthEnd = await freezeMonth(pool, services.definitions.measures, {
    month: monthOf(day('2026-10-31')),
    by: socialWorker,
    now: moment('2026-11-02T09:00:00.000Z'),
  })
  const measures = services.definitions.measures.map((measure) => `/measures/${measure.id}`)
  const pathways = services.definitions.house.pathways.filter((pathway) => pathway.id !== 'person')
  return new Map([
    ['home', ['/']],
    ['front-door', ['/front-door']],
    ['team', ['/team', '/team?team=all']],
    ['allocate', [`/team/allocate/${late}/children-in-need`]],
    ['sign-off-list', ['/sign-off?team=all']],
    ['sign-off', [`/sign-off/${late}/5`]],
    ['services', ['/services']],
    ['service', pathways.map((pathway) => `/services/${pathway.id}`)],
    ['drafts', ['/drafts']],
    ['delete-draft', [`/drafts/${draft}/delete`]],
    ['merge-drafts', [`/drafts/${beside}/merge`]],
    ['overdue', ['/overdue?team=all']],
    ['overdue-reason', [`/overdue/${late}/2/assessment/1`]],
    ['find', ['/children', '/children?q=a', '/children?q=zzzzzz']],
    ['add-person', ['/children/new', `/children/new?with=${onPlan.child_id}`]],
    ['child', [child]],
    ['chronology', [`${child}/chronology`, `${child}/chronology?from=30/2/2026`]],
    ['family', [`${child}/family`]],
    ['known', [`${child}/known`, `${child}/known?on-day=1&on-month=11&on-year=2026`]],
    ['looked', [`/children/${ofManager.child_id}/looked`]],
    ['start', [`${child}/start`]],
    [
      'episode',
      [...openEpisodes.rows, closed].map(({ child_id, episode }) => `/children/${child_id}/episodes/${episode}`),
    ],
    ['entry', [`/children/${visit.child_id}/entries/${visit.position}`]],
    ['record-step', [`${child}/record/child-protection/visit?episode=${onPlan.episode}&with=all`]],
    ['measures', ['/measures']],
    [
      'measure',
      [
        ...measures.slice(0, 3),
        '/measures/re-referrals-12-months?by=age&only=5-9',
        '/measures/children-on-plans?by=ward',
      ],
    ],
    ['measure-children', measures.slice(0, 2).map((measure) => `${measure}/children`)],
    ['reports', ['/reports']],
    ['report', cinReports.map((report) => `/reports/${report.id}?year=2025-26`)],
    ['month-ends', ['/month-ends']],
    ['month-end', [`/month-ends/${monthEnd}`]],
    ['month-end-children', [`/month-ends/${monthEnd}/referrals`, `/month-ends/${monthEnd}/referrals?show=changes`]],
    ['packs', ['/packs']],
    ['pack-draft', ['/packs/draft?date=2026-11-23']],
    ['pack', [`/packs/${await aPublishedPack(services)}`]],
    ['due', ['/due', '/due?from=23/5/2022&within=15+working+days']],
    ['accessibility', ['/accessibility']],
    ['settings', ['/settings']],
    ['staff', ['/staff']],
    ['add-staff', ['/staff/add']],
    ['signing-in', ['/staff/signing-in']],
    ['one-staff', [`/staff/${socialWorker}`]],
    ['sessions', ['/signed-in']],
    ['setting', ['/settings/mash.decision', '/settings/council.colour']],
  ])
}
