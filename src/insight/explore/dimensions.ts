/** By what a measure can be broken down: where each comes from, and how its groups are called. */
import { ethnicities, sexes } from '../../core/people/person.ts'
import type { Definitions } from '../../core/projection/rows.ts'
import type { Directory } from '../../core/work/directory.ts'
import { ageBandOn, ageBands } from './age-bands.ts'
import { type Columns, type MeasureColumns, noCode } from './columns.ts'

export const dimensionIds = ['team', 'school', 'ward', 'age', 'sex', 'ethnicity', 'need'] as const
export type DimensionId = (typeof dimensionIds)[number]

export interface Dimension {
  readonly id: DimensionId
  /** `By team`. */
  readonly title: string
  /** What one group is: the head of its column. */
  readonly heading: string
  /** Of which day, and from where. */
  readonly note: string
}

/** The steps of the referral that name the main need, and the pathway they are of. */
export const needFrom = { pathway: 'children-in-need', steps: ['referral', 'referralDecision'] } as const

/** The district of a protected address is withheld from every figure. */
export const protectedDistrict = 'protected'

const all: Readonly<Record<DimensionId, Omit<Dimension, 'id'>>> = {
  team: { title: 'By team', heading: 'Team', note: 'The team that held the work on the day.' },
  school: { title: 'By school', heading: 'School', note: 'The school the child is recorded at now.' },
  ward: {
    title: 'By ward',
    heading: 'Postcode district',
    note: 'No list of wards is loaded, so the district of the postcode of the child’s home on the day stands in for the ward. A protected address is in no district.',
  },
  age: { title: 'By age', heading: 'Age', note: 'On the day, in the bands that are published nationally.' },
  sex: { title: 'By sex', heading: 'Sex', note: 'As recorded now.' },
  ethnicity: { title: 'By ethnicity', heading: 'Ethnicity', note: 'As recorded now, in the groups of the census.' },
  need: {
    title: 'By need',
    heading: 'Main need',
    note: 'The main need of the child’s latest referral up to the day, as it was decided.',
  },
}

export const dimensions: readonly Dimension[] = dimensionIds.map((id) => ({ id, ...all[id] }))
export const dimensionOf = (id: string): Dimension | undefined => dimensions.find((one) => one.id === id)

/** The code of each fact's group: the column where the fact has one, that of its child where it does not. */
export function groupOfFact(columns: Columns, facts: MeasureColumns, by: DimensionId): (fact: number) => number {
  const { children } = columns
  switch (by) {
    case 'team':
      return (fact) => facts.team[fact]!
    case 'age':
      return (fact) => facts.age[fact]!
    case 'ward':
      return (fact) => facts.district[fact]!
    case 'need':
      return (fact) => facts.need[fact]!
    case 'sex':
      return (fact) => children.sex[facts.child[fact]!] ?? noCode
    case 'ethnicity':
      return (fact) => children.ethnicity[facts.child[fact]!] ?? noCode
    case 'school':
      return (fact) => children.school[facts.child[fact]!] ?? noCode
  }
}

/**
 * The code of each fact's group as its child stands on one day: what a stock is broken down by, because a child who has
 * had a birthday since the plan began is counted at the age of the day.
 */
export function groupOnDay(
  columns: Columns,
  facts: MeasureColumns,
  by: DimensionId,
  day: number,
): (fact: number) => number {
  const { children } = columns
  if (by === 'age') return (fact) => ageBandOn(children.born[facts.child[fact]!] ?? noCode, day)
  if (by === 'ward') return (fact) => children.addressed.at(facts.child[fact]!, day)
  if (by === 'need') return (fact) => children.needed.at(facts.child[fact]!, day)
  return groupOfFact(columns, facts, by)
}

export interface GroupName {
  /** As it stands in an address: `team=12`, `age=5-9`. */
  readonly id: string
  readonly label: string
}

/** Names for codes. */
export function groupNames(
  columns: Columns,
  by: DimensionId,
  { directory, definitions }: { readonly directory: Directory; readonly definitions: Definitions },
): (code: number) => GroupName {
  const { children, teams } = columns
  switch (by) {
    case 'team':
      return (code) => named(teams.values[code], (team) => directory.teamName(team), 'No team yet')
    case 'school':
      return (code) =>
        named(children.schools.values[code], (id) => directory.organisationName(id), 'No school recorded')
    case 'ward':
      return (code) =>
        named(
          children.districts.values[code],
          (district) => (district === protectedDistrict ? 'Address protected' : district),
          'No address recorded',
        )
    case 'age':
      return (code) => ageBands[code] ?? ageBands[0]
    case 'sex':
      return (code) => named(children.sexes.values[code], (sex) => labelIn(sexes, sex), 'Not known')
    case 'ethnicity':
      return (code) =>
        named(children.ethnicities.values[code], (one) => labelIn(ethnicities, one), 'Information not yet obtained')
    case 'need': {
      const labels = needLabels(definitions)
      return (code) => named(children.needs.values[code], (need) => labels[need] ?? need, 'No referral yet')
    }
  }
}

/** The code of a group that an address names; undefined where there is no such group. */
export function codeNamed(
  columns: Columns,
  by: DimensionId,
  id: string,
  nameOf: (code: number) => GroupName,
): number | undefined {
  const { children, teams } = columns
  const lengths: Readonly<Record<DimensionId, number>> = {
    team: teams.values.length,
    school: children.schools.values.length,
    ward: children.districts.values.length,
    age: ageBands.length,
    sex: children.sexes.values.length,
    ethnicity: children.ethnicities.values.length,
    need: children.needs.values.length,
  }
  for (let code = 0; code < lengths[by]; code++) if (nameOf(code).id === id) return code
  return undefined
}

function named<V extends string | number>(
  value: V | null | undefined,
  label: (value: V) => string,
  none: string,
): GroupName {
  return value === null || value === undefined
    ? { id: 'none', label: none }
    : { id: String(value), label: label(value) }
}

function labelIn(list: Readonly<Record<string, string | { readonly label: string }>>, code: string): string {
  const found = list[code]
  return typeof found === 'object' ? found.label : (found ?? code)
}

/** The main needs, as the referral's own question calls them. */
export function needLabels({ house }: Definitions): Readonly<Record<string, string>> {
  const field = house.pathway(needFrom.pathway).steps[needFrom.steps[0]]?.fields.need
  return field?.kind === 'choice' ? Object.fromEntries(field.options.map(({ code, label }) => [code, label])) : {}
}
