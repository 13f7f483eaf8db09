/** The schools and colleges of the city, and who would go to which. */

import { type Phase, parseUrn, type School, type SchoolType } from '../../core/people/index.ts'
import { type Random, stream, type Weighted, weighted } from '../random.ts'
import { authorityNumber, StreetPlan, type Ward, wards } from './places.ts'

export interface InventedSchool extends School {
  /** Its place in the list of schools; children refer to it. */
  readonly index: number
  readonly ward: number
  /** How many children it is built for; the draw of a school grows with it. */
  readonly capacity: number
  /** Pupils (or students) on roll on the day of the city. */
  pupils: number
}

/** The paper's Coventry: 116 primary, secondary and special schools, and two colleges. Split as its schools are. */
const atFullSize = { primary: 86, secondary: 22, special: 8, sixteenPlus: 2 } as const
const fewest = { primary: 2, secondary: 1, special: 1, sixteenPlus: 1 } as const
type CityPhase = keyof typeof atFullSize

const types: Record<CityPhase, Weighted<SchoolType>> = {
  primary: weighted([
    ['community', 40],
    ['academy', 36],
    ['voluntaryAided', 8],
    ['voluntaryControlled', 2],
  ]),
  secondary: weighted([
    ['academy', 18],
    ['freeSchool', 3],
    ['voluntaryAided', 1],
  ]),
  special: weighted([
    ['communitySpecial', 4],
    ['academySpecial', 4],
  ]),
  sixteenPlus: weighted([['furtherEducation', 1]]),
}

const shape: Record<CityPhase, { ages: [number, number]; sizes: number[]; firstNumber: number; names: string[] }> = {
  primary: { ages: [4, 11], sizes: [210, 210, 315, 420, 420, 420, 630], firstNumber: 2001, names: ['Primary School'] },
  secondary: {
    ages: [11, 18],
    sizes: [850, 1000, 1150, 1350, 1500, 1800],
    firstNumber: 4001,
    names: ['Academy', 'School'],
  },
  special: {
    ages: [4, 19],
    sizes: [100, 130, 160, 200, 260],
    firstNumber: 7001,
    names: ['Grove School', 'Learning Centre'],
  },
  sixteenPlus: { ages: [16, 19], sizes: [2500, 3000], firstNumber: 8001, names: ['College'] },
}

const saints = 'Aldith Botolph Cuthman Edburga Frideswide Guthlac Hybald Kenelm Milburga Osyth Petroc Wulfstan'.split(
  ' ',
)
const landmarks = `Priory Mill Quarry Abbey Castle Orchard Bridge Heath Park Meadow Grange Chapel Canal Fields Woods
  Hill`.split(/\s+/)

function nameOf(phase: CityPhase, type: SchoolType, ward: Ward, nth: number, random: Random): string {
  const ending = random.pick(shape[phase].names)
  if (type === 'voluntaryAided') return `St ${saints[nth % saints.length]}’s Catholic ${ending}, ${ward.name}`
  const round = Math.floor(nth / wards.length)
  const landmark = round === 0 ? '' : ` ${landmarks[(nth * 5 + round) % landmarks.length]}`
  if (type === 'voluntaryControlled') return `${ward.name}${landmark} Church of England ${ending}`
  return `${ward.name}${landmark} ${ending}`
}

function makeSchool(phase: CityPhase, nth: number, index: number, ward: Ward, random: Random): InventedSchool {
  const { ages, sizes, firstNumber } = shape[phase]
  const type = random.weighted(types[phase])
  // URNs of real schools begin with 1, 4 or 5; those from 900001 are given to none.
  const urn = parseUrn(String(900001 + index))
  if (!urn.ok) throw new Error(urn.says)
  return {
    index,
    urn: urn.value,
    name: nameOf(phase, type, ward, nth, random),
    phase: phase satisfies Phase,
    type,
    authority: authorityNumber,
    establishment: firstNumber + nth,
    lowestAge: ages[0],
    highestAge: ages[1],
    place: new StreetPlan().place(ward, random),
    opened: null,
    closed: null,
    ward: ward.index,
    capacity: random.pick(sizes),
    pupils: 0,
  }
}

/** The schools for a city of this size (1: 116 schools and 2 colleges), the same kinds in the same proportion. */
export function makeSchools(seed: number, size: number): InventedSchool[] {
  const random = stream(seed, 'schools')
  const schools: InventedSchool[] = []
  for (const phase of ['primary', 'secondary', 'special', 'sixteenPlus'] as const) {
    const count = Math.max(fewest[phase], Math.round(atFullSize[phase] * Math.min(size, 1)))
    const order = random.shuffled(wards)
    for (let nth = 0; nth < count; nth++) {
      const ward = order[nth % order.length]
      if (ward) schools.push(makeSchool(phase, nth, schools.length, ward, random))
    }
  }
  return schools
}

/** For every ward, the schools of a phase, weighed by size and by how near they are. */
export interface SchoolChoice {
  readonly primary: readonly Weighted<number>[]
  readonly secondary: readonly Weighted<number>[]
  readonly special: Weighted<number>
  readonly sixteenPlus: Weighted<number>
}

export function schoolChoice(schools: readonly InventedSchool[]): SchoolChoice {
  const of = (phase: CityPhase) => schools.filter((school) => school.phase === phase)
  const nearness = (ward: Ward, school: InventedSchool, reach: number) => {
    const apart = Math.abs(ward.index - school.ward)
    const steps = Math.min(apart, wards.length - apart)
    return steps === 0 ? 1 : reach / (steps * steps * steps)
  }
  const near = (phase: CityPhase, reach: number) =>
    wards.map((ward) => weighted(of(phase).map((one) => [one.index, one.capacity * nearness(ward, one, reach)])))
  const anywhere = (phase: CityPhase) => weighted(of(phase).map((one) => [one.index, one.capacity]))
  return {
    primary: near('primary', 0.12),
    secondary: near('secondary', 0.5),
    special: anywhere('special'),
    sixteenPlus: anywhere('sixteenPlus'),
  }
}
