/** The teams of Aldermere's children's services, the roles in them, and the demo people who can be signed in as. */

import type { Name } from '../../core/people/index.ts'

interface RoleDetail {
  readonly title: string
  /** Must be registered with Social Work England. */
  readonly registered: boolean
  /** How long someone stays in the post, in years, roughly. */
  readonly stays: number
  /** The role from which people are promoted to this one. */
  readonly promotedFrom: RoleName | null
}

type RoleName =
  | 'socialWorker'
  | 'seniorSocialWorker'
  | 'teamManager'
  | 'serviceManager'
  | 'director'
  | 'screeningOfficer'
  | 'hubManager'
  | 'conferenceChair'
  | 'conferenceCoordinator'
  | 'eveningWorker'
  | 'earlyHelpWorker'
  | 'practiceAdviser'
  | 'businessSupport'
  | 'performanceAnalyst'
  | 'administrator'

const role = (title: string, registered: boolean, stays: number, promotedFrom: RoleName | null = null): RoleDetail => ({
  title,
  registered,
  stays,
  promotedFrom,
})

export const roles: Readonly<Record<RoleName, RoleDetail>> = {
  socialWorker: role('Social worker', true, 2.6),
  seniorSocialWorker: role('Senior social worker', true, 3.2, 'socialWorker'),
  teamManager: role('Team manager', true, 4, 'seniorSocialWorker'),
  serviceManager: role('Service manager', true, 5, 'teamManager'),
  director: role('Director of Children’s Services', true, 5, 'serviceManager'),
  screeningOfficer: role('MASH screening social worker', true, 3, 'socialWorker'),
  hubManager: role('MASH manager', true, 4, 'screeningOfficer'),
  conferenceChair: role('Child protection conference chair', true, 6, 'teamManager'),
  conferenceCoordinator: role('Family group conference coordinator', false, 5),
  eveningWorker: role('Evening and weekend social worker', true, 5, 'seniorSocialWorker'),
  earlyHelpWorker: role('Early help worker', false, 4),
  practiceAdviser: role('Practice adviser', true, 5, 'seniorSocialWorker'),
  businessSupport: role('Business support officer', false, 5),
  performanceAnalyst: role('Performance analyst', false, 4),
  administrator: role('System administrator', false, 6),
}
export type Role = RoleName

export interface TeamPlan {
  readonly id: string
  readonly name: string
  readonly service: string
  /** How many posts of each role at full size. */
  readonly posts: readonly (readonly [role: Role, count: number])[]
}

const assessmentPosts = [
  ['teamManager', 1],
  ['seniorSocialWorker', 1],
  ['socialWorker', 7],
  ['businessSupport', 1],
] as const
const localityPosts = [
  ['teamManager', 1],
  ['seniorSocialWorker', 1],
  ['socialWorker', 6],
  ['businessSupport', 1],
] as const
const hubPosts = [['earlyHelpWorker', 4]] as const

const assessment = <Id extends string>(id: Id, name: string) =>
  ({ id, name: `Assessment team ${name}`, service: 'Assessment', posts: assessmentPosts }) as const
const locality = <Id extends string>(id: Id, name: string) =>
  ({
    id,
    name: `${name} children in need and protection`,
    service: 'Help and protection',
    posts: localityPosts,
  }) as const
const hub = <Id extends string>(id: Id, name: string) =>
  ({ id, name: `${name} family hub`, service: 'Early help', posts: hubPosts }) as const

export const teamPlans = [
  {
    id: 'mash',
    name: 'Multi-Agency Safeguarding Hub (MASH)',
    service: 'Front door',
    posts: [
      ['hubManager', 2],
      ['screeningOfficer', 10],
      ['practiceAdviser', 1],
      ['businessSupport', 3],
    ],
  },
  {
    id: 'evening',
    name: 'Emergency duty team (evenings and weekends)',
    service: 'Front door',
    posts: [
      ['teamManager', 1],
      ['eveningWorker', 7],
    ],
  },
  assessment('assessment-north', 'North'),
  assessment('assessment-east', 'East'),
  assessment('assessment-south', 'South'),
  assessment('assessment-west', 'West'),
  assessment('assessment-central', 'Central'),
  locality('locality-abbotsmoor', 'Abbotsmoor'),
  locality('locality-beckside', 'Beckside'),
  locality('locality-castlegate', 'Castlegate'),
  locality('locality-easthollow', 'Easthollow'),
  locality('locality-kilnfield', 'Kilnfield'),
  locality('locality-millrace', 'Millrace'),
  locality('locality-nethergate', 'Nethergate'),
  locality('locality-ropewalk', 'Ropewalk'),
  {
    id: 'disabled-children',
    name: 'Disabled children’s team',
    service: 'Help and protection',
    posts: [
      ['teamManager', 1],
      ['seniorSocialWorker', 1],
      ['socialWorker', 6],
    ],
  },
  {
    id: 'conference-chairs',
    name: 'Safeguarding and reviewing service',
    service: 'Quality and standards',
    posts: [
      ['teamManager', 1],
      ['conferenceChair', 9],
      ['practiceAdviser', 2],
      ['businessSupport', 3],
    ],
  },
  {
    id: 'family-group-conferences',
    name: 'Family group conferences',
    service: 'Edge of care',
    posts: [
      ['teamManager', 1],
      ['conferenceCoordinator', 6],
    ],
  },
  {
    id: 'early-help',
    name: 'Early help coordination',
    service: 'Early help',
    posts: [
      ['teamManager', 1],
      ['earlyHelpWorker', 7],
    ],
  },
  hub('hub-abbotsmoor', 'Abbotsmoor'),
  hub('hub-beckside', 'Beckside'),
  hub('hub-dyers-green', 'Dyers Green'),
  hub('hub-greyfriars', 'Greyfriars'),
  hub('hub-kilnfield', 'Kilnfield'),
  hub('hub-nethergate', 'Nethergate'),
  hub('hub-quarry-rise', 'Quarry Rise'),
  hub('hub-ropewalk', 'Ropewalk'),
  {
    id: 'performance',
    name: 'Performance and insight',
    service: 'Performance',
    posts: [
      ['performanceAnalyst', 4],
      ['administrator', 2],
    ],
  },
  {
    id: 'leadership',
    name: 'Leadership of children’s services',
    service: 'Leadership',
    posts: [
      ['director', 1],
      ['serviceManager', 5],
    ],
  },
] as const satisfies readonly TeamPlan[]

export type TeamId = (typeof teamPlans)[number]['id']

export interface Team {
  readonly id: TeamId
  readonly name: string
  /** The wider service it is part of. */
  readonly service: string
}
export const teams: readonly Team[] = teamPlans.map(({ id, name, service }) => ({ id, name, service }))

export interface DemoPerson {
  /** Permanent: what the demo sign-in is called by. */
  readonly key: string
  readonly name: Name
  readonly team: TeamId
  readonly role: Role
  /** What this person does, for the sign-in page. */
  readonly does: string
}

const demo = (key: string, fullName: string, team: TeamId, role: Role, does: string): DemoPerson => {
  const [forename = '', surname = ''] = fullName.split(' ')
  return { key, name: { forename, surname }, team, role, does }
}

/** One for each role that the walk from a worry to a plan needs. Each holds a post today, for at least a year and a half. */
export const demoPeople: readonly DemoPerson[] = [
  demo('mash-manager', 'Farida Rahman', 'mash', 'hubManager', 'Runs the front door and decides on contacts'),
  demo('mash-screening', 'Owen Hargreave', 'mash', 'screeningOfficer', 'Takes contacts and gathers agency checks'),
  demo('social-worker', 'Grace Adeyemi', 'assessment-central', 'socialWorker', 'Assesses children and visits them'),
  demo('team-manager', 'Martin Redfern', 'assessment-central', 'teamManager', 'Allocates work and signs it off'),
  demo('conference-chair', 'Jaspreet Sandhu', 'conference-chairs', 'conferenceChair', 'Chairs conferences'),
  demo(
    'conference-coordinator',
    'Denise Forbes',
    'family-group-conferences',
    'conferenceCoordinator',
    'Brings families together to make their own plan',
  ),
  demo('evening-worker', 'Tomasz Walczak', 'evening', 'eveningWorker', 'Answers in the evening and at weekends'),
  demo('service-manager', 'Ruth Penrose', 'leadership', 'serviceManager', 'Leads help and protection'),
  demo('director', 'Samina Mirza', 'leadership', 'director', 'Answers for all of it'),
  demo(
    'performance-analyst',
    'Callum Thornley',
    'performance',
    'performanceAnalyst',
    'Looks after measures and returns',
  ),
  demo('administrator', 'Bridget Keogh', 'performance', 'administrator', 'Looks after teams, roles and settings'),
]
