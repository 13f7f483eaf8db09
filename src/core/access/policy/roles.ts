/**
 * Who asks. A role is what a post may do; the council's directory names posts by title, and every title has one role. A
 * title that is not here has no role, and so reads nothing.
 */

export type Seat = 'staff' | 'portal' | 'technical'

interface RoleDetail {
  readonly seat: Seat
  /** Titles in a directory of staff that mean this role, besides the role's own name. */
  readonly titles?: readonly string[]
}

const staff = (...titles: readonly string[]): RoleDetail => ({ seat: 'staff', titles })
const portal: RoleDetail = { seat: 'portal' }
const technical = (...titles: readonly string[]): RoleDetail => ({ seat: 'technical', titles })

export const roles = {
  'social worker': staff('senior social worker'),
  'student social worker': staff('assessed and supported social worker'),
  'team manager': staff(),
  'service manager': staff('head of service', 'assistant director'),
  'director of children’s services': staff(),
  'early help worker': staff('family support worker'),
  'practice adviser': staff(),
  'MASH social worker': staff('MASH screening social worker'),
  'MASH manager': staff(),
  'MASH partner': staff(),
  'conference chair': staff('child protection conference chair'),
  'family group conference coordinator': staff(),
  'independent reviewing officer': staff(),
  'evening social worker': staff('evening and weekend social worker'),
  'designated safeguarding lead': staff('head teacher'),
  'admissions officer': staff(),
  'SEND case officer': staff(),
  'educational psychologist': staff('therapist'),
  'virtual school officer': staff('virtual school head'),
  'attendance officer': staff('children missing education officer', 'elective home education officer'),
  'placements officer': staff('commissioning officer'),
  'fostering social worker': staff('fostering panel adviser'),
  'adoption social worker': staff(),
  'local authority designated officer': staff(),
  'youth justice worker': staff(),
  'performance analyst': staff(),
  'quality assurance auditor': staff(),
  'data protection officer': staff('Caldicott Guardian', 'subject access officer'),
  'scrutiny member': staff('lead member'),
  'business support officer': staff(),
  'child or young person': portal,
  'care leaver': portal,
  parent: portal,
  'foster carer': portal,
  provider: portal,
  administrator: technical('system administrator'),
  'integration client': technical(),
  'continuity reader': technical(),
  'command line': technical(),
} as const satisfies Record<string, RoleDetail>

export type RoleId = keyof typeof roles

export const isRole = (name: string): name is RoleId => Object.hasOwn(roles, name)

export const roleIds: readonly RoleId[] = Object.keys(roles).filter(isRole)

const byTitle = new Map(
  roleIds.flatMap((id) => {
    const detail: RoleDetail = roles[id]
    return [id, ...(detail.titles ?? [])].map((title) => [title.toLowerCase(), id] as const)
  }),
)

/** The role of a post, by its title in any letter case; undefined for a title that the policy does not know. */
export const roleOf = (title: string): RoleId | undefined => byTitle.get(title.toLowerCase())
