/** What the record refers to and does not hold: the council's teams, people, schools and limits. */
import type pg from 'pg'
import type { Day, Moment } from '../core/calendar/index.ts'
import { authoritySetting } from '../insight/published/index.ts'
import { type InventedSchool, type Membership, type Role, teams, type Workforce } from './population/index.ts'
import { schoolNumber } from './work/register.ts'
import { teamNumber } from './work/staff.ts'

/** What a post is called where people read it; a service's definitions name the same roles. */
export const roleNames: Readonly<Record<Role, string>> = {
  socialWorker: 'social worker',
  seniorSocialWorker: 'senior social worker',
  teamManager: 'team manager',
  serviceManager: 'service manager',
  director: 'director of children’s services',
  screeningOfficer: 'MASH social worker',
  hubManager: 'MASH manager',
  conferenceChair: 'conference chair',
  conferenceCoordinator: 'family group conference coordinator',
  eveningWorker: 'evening social worker',
  earlyHelpWorker: 'early help worker',
  practiceAdviser: 'practice adviser',
  businessSupport: 'business support officer',
  performanceAnalyst: 'performance analyst',
  administrator: 'administrator',
}

/** The authority whose published figures stand beside the invented city's: the paper is that council's. */
export const publishedAuthority = '331'

/** The city's own limits, which are those its definitions would apply without any. A manager of the demo may change them. */
const settings = [
  ['mash.decision', '1 working day'],
  ['mash.check.red', '4 hub hours'],
  ['mash.check.amber', '24 hub hours'],
  ['mash.check.green', '72 hub hours'],
  ['mash.hand-over', '16 hours'],
  ['children-in-need.visit', '4 weeks'],
  ['children-in-need.first-review', '3 months'],
  ['children-in-need.review', '6 months'],
  ['child-protection.enquiry', '15 working days'],
  ['child-protection.decisions-sent', '1 working day'],
  ['child-protection.core-group', '6 weeks'],
  ['child-protection.visit', '10 working days'],
  ['family-group-conference.held', '30 working days'],
  ['family-group-conference.review', '12 weeks'],
  // Coventry, whose published figures the city is compared with.
  [authoritySetting, publishedAuthority],
] as const

export interface Reference {
  readonly schools: readonly InventedSchool[]
  readonly workforce: Workforce
  /** What the city is called: its name, seed, day and version. */
  readonly city: string
  readonly since: Day
  readonly now: Moment
}

/** Writes the rows in one go. The numbers of new records begin after the last of the city's. */
export async function writeReference(
  on: pg.ClientBase,
  { schools, workforce, city, since, now }: Reference,
): Promise<void> {
  const last = new Map<number, Membership>()
  for (const one of workforce.memberships) last.set(one.worker, one)
  const put = (table: string, columns: string, rows: readonly object[]) =>
    on.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  await put(
    'team',
    'id, name, service',
    teams.map(({ id, name, service }) => ({ id: teamNumber(id), name, service })),
  )
  await put(
    'worker',
    'id, forename, surname, role, team, demo, since, until',
    workforce.workers.map(({ id, name, from, until, demo }) => {
      const post = last.get(id)
      return {
        id,
        forename: name.forename,
        surname: name.surname,
        role: post ? roleNames[post.role] : '',
        team: post ? teamNumber(post.team) : null,
        demo: demo !== null,
        since: from,
        until,
      }
    }),
  )
  await put(
    'membership',
    'worker, team, since, until',
    workforce.memberships.map(({ worker, team, from, until }) => ({
      worker,
      team: teamNumber(team),
      since: from,
      until,
    })),
  )
  await put(
    'organisation',
    'id, kind, urn, name, phase, postcode',
    schools.map(({ index, urn, name, phase, place }) => ({
      id: schoolNumber(index),
      kind: 'school',
      urn,
      name,
      phase,
      postcode: place.postcode,
    })),
  )
  await put(
    'setting',
    'key, since, value, set_at',
    settings.map(([key, value]) => ({ key, since, value, set_at: now })),
  )
  await put('installation', 'id, demo, city, created', [{ id: true, demo: true, city, created: now }])
  await on.query(`select setval('record_number', max(record)) from entry`)
}
