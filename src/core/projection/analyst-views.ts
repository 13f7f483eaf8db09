/**
 * Typed, versioned views for analysts: one for each step and released version, `analysis.plain_enquiry_v1`, with a column
 * for each field. A view shows an entry as it now stands - corrected, authorised - and leaves out what was withdrawn, so
 * that nobody has to know how the record is kept to count from it. A released view never changes its columns, because a
 * released step never changes its fields (released.ts).
 */
import { hash } from 'node:crypto'
import type pg from 'pg'
import { inTransaction, query, statement } from '../database/statement.ts'
import type { House } from '../pathway/house.ts'
import { type Release, releaseOf } from '../pathway/released.ts'
import { signOffStep } from '../record/entry.ts'

type FieldShape = Release[string][string][string][string]

/** PostgreSQL cuts names after this many bytes. */
const nameLengthMax = 63

/** Columns every view begins with. */
const ownColumns = ['record', 'entry', 'episode', 'act', 'true_on', 'recorded_at', 'recorded_by', 'authorised_at']

/** The statements that make every view; run them in one transaction on the database's own schema. */
export function analystViews(house: House, released: Release = releaseOf(house)): string {
  const views = Object.entries(releaseOf(house, released)).flatMap(([pathway, versions]) =>
    Object.entries(versions).flatMap(([version, steps]) =>
      Object.entries(steps).map(([step, fields]) => viewSql(pathway, step, Number(version), fields)),
    ),
  )
  return ['create schema if not exists analysis', dropViews, ...views].join(';\n\n').concat(';\n')
}

/** The schema itself stays: the privileges of analysts hang on it. */
const dropViews = `do $$ declare one text; begin
  for one in select viewname from pg_views where schemaname = 'analysis' loop
    execute format('drop view analysis.%I', one);
  end loop;
end $$`

const snake = (name: string): string =>
  name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** `child_protection_initial_conference_v1`; a name too long for PostgreSQL is cut and told apart by a digest. */
export function viewName(pathway: string, step: string, version: number): string {
  const name = `${snake(pathway)}_${snake(step)}_v${version}`
  if (name.length <= nameLengthMax) return name
  const ending = `_${hash('sha256', name).slice(0, 6)}_v${version}`
  return name.slice(0, nameLengthMax - ending.length) + ending
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

function viewSql(pathway: string, step: string, version: number, fields: Readonly<Record<string, FieldShape>>): string {
  const answers = Object.entries(fields).map(([name, field]) => `  ${answerSql(name, field)} as "${columnName(name)}"`)
  return `create view analysis."${viewName(pathway, step, version)}" as
select
  e.record,
  e.position as entry,
  e.episode,
  e.act,
  e.day as true_on,
  e.recorded as recorded_at,
  e.author as recorded_by,
  signed.recorded as authorised_at${answers.length > 0 ? `,\n${answers.join(',\n')}` : ''}
from entry e
join content c using (record, position)
cross join lateral (
  select c.body || coalesce(jsonb_object_agg(k.body->>'field', k.body->'value' order by later.position), '{}') as body
  from entry later join content k using (record, position)
  where later.record = e.record and later.target = e.position and later.kind = 'correct'
) corrected
left join lateral (
  select later.recorded, k.body->>'decision' as decision
  from entry later join content k using (record, position)
  where later.record = e.record and later.target = e.position and later.step = ${text(signOffStep)}
  order by later.position desc limit 1
) last_decision on true
left join lateral (select last_decision.recorded where last_decision.decision = 'authorise') signed on true
where e.pathway = ${text(pathway)} and e.step = ${text(step)} and e.version = ${version} and e.kind = 'record'
  and not exists (
    select from entry later where later.record = e.record and later.target = e.position and later.kind = 'withdraw')`
}

function columnName(field: string): string {
  const name = snake(field)
  return ownColumns.includes(name) ? `${name}_answer` : name
}

function answerSql(name: string, { kind }: FieldShape): string {
  const answer = `corrected.body->>${text(name)}`
  if (kind === 'day') return `(${answer})::date`
  if (kind === 'moment') return `(${answer})::timestamptz`
  if (kind === 'number' || kind === 'reference') return `(${answer})::integer`
  if (kind === 'several')
    return `(select array_agg(one) from jsonb_array_elements_text(nullif(corrected.body->${text(name)}, 'null')) one)`
  return answer
}

const schemaNote = statement<{ note: string | null }>(
  'analysis-note',
  `select obj_description(to_regnamespace('analysis'), 'pg_namespace') as note`,
)

/**
 * Brings the views to these definitions; does nothing where they are already. The views are dropped and made, so who may
 * read them is said once, by `alter default privileges … in schema analysis grant select on tables to …`, not by view.
 */
export async function installAnalystViews(pool: pg.Pool, house: House, released?: Release): Promise<boolean> {
  const sql = analystViews(house, released)
  const note = `made from definitions ${hash('sha256', sql).slice(0, 16)}`
  const [standing] = await query(pool, schemaNote)
  if (standing?.note === note) return false
  await inTransaction(pool, async (on) => {
    await on.query(sql)
    await on.query(`comment on schema analysis is ${text(note)}`)
  })
  return true
}
