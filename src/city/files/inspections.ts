/**
 * A file of inspections of the invented schools, in the columns of Ofsted's own, so that the city's profile is read by the
 * importer that every council uses. The grades describe no real school.
 */
import type { GivenFile } from '../../core/batches/importer.ts'
import { addDays, type Day, day, inFull, min } from '../../core/calendar/index.ts'
import { cityName } from '../population/index.ts'
import type { InventedSchool } from '../population/schools.ts'
import { type Random, stream, type Weighted, weighted } from '../random.ts'

const header = [
  'URN',
  'LAESTAB',
  'School name',
  'Ofsted phase',
  'Local authority',
  'Total number of pupils',
  'Inspection start date',
  'Does the latest graded inspection relate to the URN of the current school?',
  'Overall effectiveness',
  'Quality of education',
  'Behaviour and attitudes',
  'Personal development',
  'Effectiveness of leadership and management',
  'Previous inspection start date',
  'Does the previous graded inspection relate to the URN of the current school?',
  'Previous graded inspection overall effectiveness',
] as const

const phaseWords: Readonly<Record<string, string>> = { primary: 'Primary', secondary: 'Secondary', special: 'Special' }
const grades: Weighted<number> = weighted([
  [1, 15],
  [2, 74],
  [3, 9],
  [4, 2],
])
/** Inspections begun later have no overall grade (src/insight/ofsted/eras.ts). */
const lastGraded = day('2024-08-31')
/** The last of the key judgements before report cards. */
const lastJudged = day('2025-07-18')
/** Every school is inspected again within so many days of the time before. */
const cycle = { least: 3 * 365, most: 6 * 365 }
const shareOfPlacesTaken = 0.95

/** @param authority the three digits under which the city's figures are published */
export function inspectionsFile(
  schools: readonly InventedSchool[],
  { seed, asAt, authority }: { readonly seed: number; readonly asAt: Day; readonly authority: string },
): GivenFile {
  const rows = schools
    .filter(({ phase }) => phase in phaseWords)
    .map((school) => rowOf(school, authority, asAt, stream(seed, 'inspection', school.index)))
  const title = [`${cityName}: inspections of state-funded schools, invented, as at ${inFull(asAt)}`]
  const text = [title, header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')
  return { name: 'inspections-of-the-city.csv', bytes: new TextEncoder().encode(`${text}\n`) }
}

function rowOf(school: InventedSchool, authority: string, asAt: Day, random: Random): (string | number)[] {
  const latest = addDays(min(lastJudged, addDays(asAt, -60)), -random.int(0, cycle.least))
  const previous = addDays(latest, -random.int(cycle.least, cycle.most))
  const isGraded = latest <= lastGraded
  // An academy that has not been inspected as one has the grade of the school it was.
  const own = school.type === 'academy' && random.chance(0.2) ? 'No' : 'Yes'
  const grade = random.weighted(grades)
  const judgements = [grade, random.weighted(grades), random.weighted(grades), grade]
  return [
    school.urn,
    `${authority}${school.establishment}`,
    school.name,
    phaseWords[school.phase] ?? '',
    cityName,
    Math.round(school.capacity * shareOfPlacesTaken),
    latest,
    own,
    isGraded ? grade : '',
    ...judgements,
    previous,
    own,
    random.weighted(grades),
  ]
}
