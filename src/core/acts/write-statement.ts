/**
 * One write's SQL: a single prepared statement that appends the entries of an act and brings every projection of the
 * records it touches up to date. One statement costs little more than a bare commit; a round trip a table costs five
 * times as much. It is made from the list of projection tables and printed in docs/the-record.md.
 */
import { type Statement, statement } from '../database/statement.ts'
import { type TableName, tableNames, tables } from '../projection/tables.ts'

/** The entries of the act as JSON (`$1`), then for each projection the rows to put and the keys to take away. */
export const writeStatement: Statement<{ committed: string }> = statement('write-act', writeSql())

function writeSql(): string {
  const parts = tableNames.flatMap((name, i) => [takeSql(name, 2 * i + 3), putSql(name, 2 * i + 2)])
  return `with incoming as (
  select * from jsonb_to_recordset($1::jsonb) as x(
    record integer, "position" integer, act uuid, part smallint, kind text, pathway text, step text, version smallint,
    episode integer, origin integer, target integer, day date, until date, recorded timestamptz, author integer,
    digest text, link text, content jsonb)
), entries as (
  insert into entry (record, position, act, part, kind, pathway, step, version, episode, origin, target, day, until,
    recorded, author, digest, link)
  select record, position, act, part, kind, pathway, step, version, episode, origin, target, day, until,
    recorded, author, decode(digest, 'hex'), decode(link, 'hex')
  from incoming order by record, position
), contents as (
  insert into content (record, position, body) select record, position, content from incoming
),
${parts.join(',\n')}
select pg_current_xact_id()::text as committed`
}

function typed(name: TableName, columns: readonly string[]): string {
  const types: Record<string, string> = tables[name].columns
  // A jsonb cell travels as its text: read as jsonb it would stay a string that holds JSON.
  return columns.map((column) => `"${column}" ${types[column] === 'jsonb' ? 'text' : types[column]}`).join(', ')
}

/** A row whose key is gone is taken away; no row is both put and taken, so the order of the two does not matter. */
function takeSql(name: TableName, parameter: number): string {
  const { key } = tables[name]
  const same = key.map((column) => `t."${column}" = x."${column}"`).join(' and ')
  return `take_${name} as (
  delete from ${name} t using jsonb_to_recordset($${parameter}::jsonb) as x(${typed(name, key)}) where ${same}
)`
}

function putSql(name: TableName, parameter: number): string {
  const columns = Object.keys(tables[name].columns)
  const { key } = tables[name]
  const types: Record<string, string> = tables[name].columns
  const list = columns.map((column) => `"${column}"`).join(', ')
  const cells = columns.map((column) => `"${column}"${types[column] === 'jsonb' ? '::jsonb' : ''}`).join(', ')
  const set = columns
    .filter((column) => !key.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', ')
  return `put_${name} as (
  insert into ${name} (${list})
  select ${cells} from jsonb_to_recordset($${parameter}::jsonb) as x(${typed(name, columns)})
  on conflict (${key.map((column) => `"${column}"`).join(', ')}) do update set ${set}
)`
}
