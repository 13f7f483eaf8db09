/**
 * One write's SQL: a single prepared statement that appends the entries of an act and brings every projection of the
 * records it touches up to date. One statement costs little more than a bare commit; a round trip a table costs five
 * times as much. It is made from the list of projection tables and printed in docs/the-record.md.
 */
import { type Statement, statement } from '../database/statement.ts'
import type { Changes } from '../projection/diff.ts'
import { type TableName, tableNames, tables } from '../projection/tables.ts'
import type { Head } from '../record/chain.ts'
import type { Entry } from '../record/entry.ts'

/** Rows to put in a projection, or keys of rows to take away. */
interface Change {
  readonly table: TableName
  readonly does: 'put' | 'take'
}
type Write = Statement<{ committed: string }>

const everyChange: readonly Change[] = tableNames.flatMap((table) => [
  { table, does: 'put' },
  { table, does: 'take' },
])

/** The whole of it: the entries of the act as JSON (`$1`), then the rows of each change. */
export const writeStatement: Write = statement('write-act', writeSql(everyChange))

/**
 * The statement for what an act changes, and its values. A table that is opened for nothing costs nearly as much as one
 * that is written, so the parts that would change nothing are left out; acts of one kind leave out the same.
 */
export function writeOf(
  entries: readonly Entry[],
  changes: Changes,
  headsBefore: ReadonlyMap<number, Head>,
): { readonly statement: Write; readonly values: readonly string[] } {
  const made = everyChange.filter(({ table, does }) => changes[table][does].length > 0)
  const rows = made.map(({ table, does }) => JSON.stringify(changes[table][does]))
  return { statement: statementFor(made), values: [JSON.stringify(following(entries, headsBefore)), ...rows] }
}

/**
 * The first entry of each record says which link it follows. Where that is not what stands there - a database that went
 * back to an earlier state under this server - the statement gives it no link, and the table refuses it.
 */
function following(entries: readonly Entry[], headsBefore: ReadonlyMap<number, Head>): readonly object[] {
  return entries.map((entry) => {
    const head = headsBefore.get(entry.record)
    return head && head.position > 0 && entry.position === head.position + 1 ? { ...entry, follows: head.link } : entry
  })
}

const statements = new Map<string, Write>()

function statementFor(changes: readonly Change[]): Write {
  // A letter for each possible change, so that the name says which they are.
  const name = `write-act-${changes.map((one) => String.fromCharCode(97 + everyChange.indexOf(one))).join('')}`
  const known = statements.get(name) ?? statement(name, writeSql(changes))
  statements.set(name, known)
  return known
}

function writeSql(changes: readonly Change[]): string {
  const parts = changes.map(({ table, does }, i) => (does === 'put' ? putSql : takeSql)(table, i + 2))
  return `with incoming as (
  select * from jsonb_to_recordset($1::jsonb) as x(
    record integer, "position" integer, act uuid, part smallint, kind text, pathway text, step text, version smallint,
    episode integer, origin integer, target integer, day date, until date, recorded timestamptz, author integer,
    digest text, link text, follows text, content jsonb)
), entries as (
  insert into entry (record, position, act, part, kind, pathway, step, version, episode, origin, target, day, until,
    recorded, author, digest, link)
  select record, position, act, part, kind, pathway, step, version, episode, origin, target, day, until,
    recorded, author, decode(digest, 'hex'), case when follows is null or exists (
      select from entry e where e.record = x.record and e.position = x.position - 1 and e.link = decode(follows, 'hex')
    ) then decode(link, 'hex') else '' end
  from incoming x order by record, position
), contents as (
  insert into content (record, position, body) select record, position, content from incoming
)${parts.map((part) => `,\n${part}`).join('')}
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
