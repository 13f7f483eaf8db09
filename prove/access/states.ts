/**
 * The ways somebody can stand to a record that the proof of access walks through, each as the rows that bring it about.
 * Every role has a worker of its own, and for each state a record of its own.
 */
import { type Day, day, moment } from '../../src/core/calendar/index.ts'

export const today = day('2026-11-23')
export const now = moment('2026-11-23T10:00:00.000Z')
const yesterday = day('2026-11-22')
const tomorrow = day('2026-11-24')
const before = '2026-11-23T09:00:00Z'
const after = '2026-11-23T10:30:00Z'

export interface Rows {
  readonly person: { record: number; family: number | null }[]
  readonly allocation: {
    record: number
    role: string
    team: number | null
    worker: number | null
    since: Day
    until: Day | null
  }[]
  readonly compartment: { record: number; name: string; since: Day; until: Day | null }[]
  readonly compartment_grant: { record: number; name: string; worker: number; since: Day; until: Day | null }[]
  readonly conflict: { record: number; worker: number; since: Day; until: Day | null }[]
  readonly standing: { record: number; worker: number; kind: string; since: Day; until: Day | null }[]
  readonly cover: { stand_in: number; worker: number; since: Day; until: Day | null }[]
  readonly opening: { worker: number; record: number | null; kind: string; since: string; until: string }[]
}

export const noRows = (): Rows => ({
  person: [],
  allocation: [],
  compartment: [],
  compartment_grant: [],
  conflict: [],
  standing: [],
  cover: [],
  opening: [],
})

/** Whom a state is about: a worker of a role, a colleague of the same role and another team, and one record. */
export interface Case {
  readonly worker: number
  readonly team: number
  readonly colleague: number
  /** A worker whose caseload ours stands in for; and one for whom that is over. */
  readonly covered: number
  readonly coveredBefore: number
  readonly record: number
}

type Part = (rows: Rows, at: Case) => void

const held =
  (role: string, who: keyof Case = 'worker', since: Day = yesterday, until: Day | null = null): Part =>
  (rows, at) => {
    rows.allocation.push({ record: at.record, role, team: null, worker: at[who], since, until })
  }
const stands =
  (kind: string, until: Day | null = null): Part =>
  (rows, { record, worker }) => {
    rows.standing.push({ record, worker, kind, since: yesterday, until })
  }
const opened =
  (kind: string, since = before, until = after, who: 'worker' | 'colleague' = 'worker'): Part =>
  (rows, at) => {
    rows.opening.push({ worker: at[who], record: at.record, kind, since, until })
  }
const sealed =
  (name: string, until: Day | null = null): Part =>
  (rows, { record }) => {
    rows.compartment.push({ record, name, since: yesterday, until })
  }
const granted =
  (name: string, until: Day | null = null, who: 'worker' | 'colleague' = 'worker'): Part =>
  (rows, at) => {
    rows.compartment_grant.push({ record: at.record, name, worker: at[who], since: yesterday, until })
  }
const near =
  (until: Day | null = null, who: 'worker' | 'colleague' = 'worker'): Part =>
  (rows, at) => {
    rows.conflict.push({ record: at.record, worker: at[who], since: yesterday, until })
  }
const ofTeam: Part = (rows, { record, team }) => {
  rows.allocation.push({ record, role: 'lead', team, worker: null, since: yesterday, until: null })
}
/** The brother or sister is a record far away from those that are asked about. */
const ofBrother: Part = (rows, { record, worker }) => {
  rows.person.push({ record: record + 1_000_000, family: record })
  rows.allocation.push({ record: record + 1_000_000, role: 'lead', team: null, worker, since: yesterday, until: null })
}
const namedOnAll: readonly Part[] = ['legal', 'protected address', 'exploitation', 'third party'].map((one) =>
  granted(one),
)

export interface State {
  /** As it stands in the committed table. */
  readonly code: string
  readonly title: string
  readonly parts: readonly Part[]
  /** The viewer is on a session out of hours: another worker of the role, because it opens every record. */
  readonly onSession?: true
}

const state = (code: string, title: string, ...parts: readonly Part[]): State => ({ code, title, parts })
const allocated = held('lead')

export const states: readonly State[] = [
  state('O', 'nothing to do with the record'),
  // how they stand to it
  state('A', 'leads the work', allocated),
  state('W', 'second worker', held('second')),
  state('C', 'chairs the conference', held('chair')),
  state('S', 'covers the caseload of who leads', held('lead', 'covered')),
  state('T', 'in the team', ofTeam),
  state('F', 'leads the work with a brother or sister', ofBrother),
  state('M', 'sits at the conference', stands('conference member')),
  state('N', 'of the professional network', stands('network')),
  state('P', 'answers for a child in care', stands('corporate parent')),
  state('K', 'cares for the child', stands('carer')),
  state('R', 'has parental responsibility', stands('parental responsibility')),
  state('I', 'is the person', stands('self')),
  state('L', 'of the school on whose roll the child is', stands('school on roll')),
  state('E', 'named officer', stands('named officer')),
  state('J', 'legal representative', stands('legal representative')),
  state('Q', 'audits the case in a sample', stands('sampled')),
  state('U', 'has said the purpose', opened('purpose')),
  state('B', 'has broken the glass', opened('break-glass')),
  { code: 'H', title: 'on a session out of hours', parts: [], onSession: true },
  // named on every compartment that closes its own resources
  state('n', 'nothing to do with it, but named on its compartments', ...namedOnAll),
  state('a', 'leads the work, named on its compartments', allocated, ...namedOnAll),
  state('t', 'in the team, named on its compartments', ofTeam, ...namedOnAll),
  state('j', 'legal representative, named on its compartments', stands('legal representative'), ...namedOnAll),
  state('l', 'leads the work, legal advice kept apart and not named on it', allocated, sealed('legal')),
  // what is over, not yet, or another’s
  state('0', 'led the work until today', held('lead', 'worker', yesterday, today)),
  state('1', 'leads the work from tomorrow', held('lead', 'worker', tomorrow)),
  state('2', 'covered the caseload until today', held('lead', 'coveredBefore')),
  state('3', 'named officer until today', stands('named officer', today)),
  state('4', 'the purpose said is over', opened('purpose', before, '2026-11-23T10:00:00Z')),
  state('5', 'the hour of breaking the glass is over', opened('break-glass', before, '2026-11-23T10:00:00Z')),
  state('6', 'a colleague leads the work', held('lead', 'colleague')),
  state('7', 'a colleague has broken the glass', opened('break-glass', before, after, 'colleague')),
  // sealed
  state('x', 'sealed; leads the work', allocated, sealed('adoption')),
  state('y', 'sealed; has broken the glass', opened('break-glass'), sealed('staff subject')),
  { code: 'z', title: 'sealed; on a session out of hours', parts: [sealed('witness')], onSession: true },
  state('u', 'sealed under a name this version does not know; leads the work', allocated, sealed('of tomorrow')),
  state(
    'v',
    'sealed twice and named once; leads the work',
    allocated,
    sealed('lado'),
    sealed('prevent'),
    granted('lado'),
  ),
  state(
    'w',
    'sealed, a colleague is named; leads the work',
    allocated,
    sealed('lado'),
    granted('lado', null, 'colleague'),
  ),
  state('o', 'sealed, named until today; leads the work', allocated, sealed('adoption'), granted('adoption', today)),
  state('G', 'sealed and named; leads the work', allocated, sealed('adoption'), granted('adoption')),
  state('g', 'sealed and named; named officer', stands('named officer'), sealed('lado'), granted('lado')),
  state('s', 'sealed and named; nothing to do with the record', sealed('prevent'), granted('prevent')),
  state('D', 'sealed until today; leads the work', allocated, sealed('adoption', today)),
  // conflict
  state('c', 'in conflict; leads the work', allocated, near()),
  state('b', 'in conflict; has broken the glass', opened('break-glass'), near()),
  { code: 'h', title: 'in conflict; on a session out of hours', parts: [near()], onSession: true },
  state(
    'e',
    'in conflict; sealed and named, leads the work',
    allocated,
    sealed('adoption'),
    granted('adoption'),
    near(),
  ),
  state('d', 'in conflict until today; leads the work', allocated, near(today)),
  state('f', 'a colleague in conflict; leads the work', allocated, near(null, 'colleague')),
]

export const sessionRow = (worker: number) => ({
  worker,
  record: null,
  kind: 'out of hours',
  since: before,
  until: after,
})
export const coverRows = ({ worker, covered, coveredBefore }: Case) => [
  { stand_in: worker, worker: covered, since: yesterday, until: null },
  { stand_in: worker, worker: coveredBefore, since: yesterday, until: today },
]
