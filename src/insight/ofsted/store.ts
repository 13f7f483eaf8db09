/** Releases of the schools file in the database: what is new or revised is written, what stands already is left. */
import type { Day } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import type { Inspection, School } from './schools-file.ts'

const schoolsOf = statement<Omit<School, 'inspections'>>(
  'inspected-schools-of-release',
  `select urn, name, authority, authority_name as "authorityName", phase, pupils
   from inspected_school where as_at = $1 order by urn`,
)
const inspectionsOf = statement<Inspection & { urn: number }>(
  'school-inspections-of-release',
  `select urn, inspected, era, inherited, grade, judgements, met
   from school_inspection where as_at = $1 order by urn, inspected desc`,
)
const removeSchools = statement<never>(
  'inspected-schools-remove',
  'delete from inspected_school where as_at = $1 and urn = any($2)',
)
const putSchools = statement<never>(
  'inspected-schools-put',
  `insert into inspected_school (as_at, urn, batch, name, authority, authority_name, phase, pupils)
   select $1, urn, $2, name, authority, "authorityName", phase, pupils
   from jsonb_to_recordset($3::jsonb)
     as r(urn integer, name text, authority text, "authorityName" text, phase text, pupils integer)`,
)
const putInspections = statement<never>(
  'school-inspections-put',
  `insert into school_inspection (as_at, urn, inspected, era, inherited, grade, judgements, met)
   select $1, urn, inspected, era, inherited, grade, judgements, met
   from jsonb_to_recordset($2::jsonb)
     as r(urn integer, inspected date, era text, inherited boolean, grade smallint, judgements smallint, met smallint)`,
)
export async function readSchools(on: Queryable, asAt: Day): Promise<School[]> {
  const inspections = Map.groupBy(await query(on, inspectionsOf, [asAt]), ({ urn }) => urn)
  const schools = await query(on, schoolsOf, [asAt])
  return schools.map((school) => ({
    ...school,
    inspections: (inspections.get(school.urn) ?? []).map(({ urn: _, ...inspection }) => inspection),
  }))
}

/** Puts new and revised schools in, and takes out those that a whole file no longer has. */
export async function writeSchools(
  on: Queryable,
  asAt: Day,
  batch: number,
  { changed, gone }: { readonly changed: readonly School[]; readonly gone: readonly number[] },
): Promise<void> {
  await query(on, removeSchools, [asAt, [...gone, ...changed.map(({ urn }) => urn)]])
  await query(on, putSchools, [asAt, batch, JSON.stringify(changed.map(({ inspections: _, ...school }) => school))])
  const inspections = changed.flatMap(({ urn, inspections }) => inspections.map((one) => ({ urn, ...one })))
  await query(on, putInspections, [asAt, JSON.stringify(inspections)])
}
