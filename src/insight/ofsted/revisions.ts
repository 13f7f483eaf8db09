/** What a file says otherwise than the one of the same release before it: school by school, cell by cell. */
import type { Inspection, School } from './schools-file.ts'

export interface Revisions {
  readonly changed: readonly School[]
  readonly gone: readonly number[]
  /** A line for each cell, the first of them; then how many more there are. */
  readonly notes: readonly string[]
}

const notesMax = 20

/** @param whole the file holds every school of its authorities, so that one it lacks is gone */
export function revisionsOf(before: readonly School[], now: readonly School[], whole: boolean): Revisions {
  const known = new Map(before.map((school) => [school.urn, school]))
  const cells: string[] = []
  const changed = now.filter((school) => {
    const old = known.get(school.urn)
    if (old === undefined) return true
    const differing = differences(old, school)
    cells.push(...differing.map((cell) => `Revised: ${school.name} (${school.urn}), ${cell}.`))
    return differing.length > 0
  })
  const given = new Set(now.map(({ urn }) => urn))
  const authorities = new Set(now.map(({ authority }) => authority))
  const gone = whole ? before.filter(({ urn, authority }) => authorities.has(authority) && !given.has(urn)) : []
  const all = [...cells, ...gone.map(({ name, urn }) => `Revised: ${name} (${urn}) is no longer in the file.`)]
  const more = all.length - notesMax
  return {
    changed,
    gone: gone.map(({ urn }) => urn),
    notes: more > 0 ? [...all.slice(0, notesMax), `And ${more} more revised cells.`] : all,
  }
}

const grading = ({ grade, era, judgements, met }: Inspection): string =>
  grade === null ? (judgements === 0 ? 'not judged' : `${met} of ${judgements} ${era} met`) : String(grade)

const inspections = (school: School): string[] =>
  school.inspections.map((one) => `${one.inspected}${one.inherited ? ' of a predecessor' : ''}: ${grading(one)}`)

function differences(old: School, now: School): string[] {
  const cells: readonly (readonly [string, unknown, unknown])[] = [
    ['name', old.name, now.name],
    ['authority', old.authority, now.authority],
    ['phase', old.phase, now.phase],
    ['pupils', old.pupils, now.pupils],
    ['inspections', inspections(old).join(' and '), inspections(now).join(' and ')],
    ['authority’s name', old.authorityName, now.authorityName],
  ]
  return cells
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name}: ${was ?? 'not given'}, now ${is ?? 'not given'}`)
}
