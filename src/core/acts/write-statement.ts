/**
 * One write's SQL: a single prepared statement that appends the entries of an act and brings every projection of the
 * records it touches up to date. One statement costs little more than a bare commit; a round trip a table costs five
 * times as much. It is made from the list of projection tables, and one of them is printed in docs/the-record.md.
 */
import { type Statement, statement } from '../database/statement.ts'
import type { Changes } from '../projection/diff.ts'
import { type Row, type TableName, tableNames, tables } from '../projection/tables.ts'
import type { Head } from '../record/chain.ts'
import type { Entry } from '../record/entry.ts'

/** The columns in which rows are sent, with their types. */
type Columns = Readonly<Record<string, string>>

/** Rows to put in a projection, some columns of rows that stand there, or keys of rows to take away. */
interface Change {
  readonly table: TableName
  readonly does: 'put' | 'renew' | 'take'
  readonly columns: Columns
}

const everyChange: readonly Change[] = tableNames.flatMap((table) => {
  const { key, columns, renewed } = tables[table]
  const change = (does: Change['does'], names: readonly string[]): Change => ({
    table,
    does,
    columns: sentColumns(columns, names),
  })
  const both = [change('put', Object.keys(columns)), change('take', key)]
  return renewed.length === 0 ? both : [...both, change('renew', [...key, ...renewed])]
})

/** A jsonb cell travels as its text: read as jsonb it would stay a string that holds JSON. */
function sentColumns(types: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, types[name] === 'jsonb' ? 'text' : types[name]!]))
}

const entryColumns: Columns = {
  record: 'integer',
  position: 'integer',
  act: 'uuid',
  part: 'smallint',
  kind: 'text',
  pathway: 'text',
  step: 'text',
  version: 'smallint',
  episode: 'integer',
  origin: 'integer',
  target: 'integer',
  day: 'date',
  until: 'date',
  recorded: 'timestamptz',
  author: 'integer',
}
/** What an entry is sent with: the link it follows is looked up, not written. */
const incomingColumns: Columns = { ...entryColumns, digest: 'text', link: 'text', follows: 'text', content: 'jsonb' }

/**
 * How the rows of one change are sent. One alone, as nearly all are, has a parameter for each column; of several each
 * parameter is an array, so that statements stay few whatever the number of rows. PostgreSQL reads both faster than JSON.
 */
type Sent = 'alone' | 'asArrays'
const sentAs = (rows: readonly unknown[]): Sent => (rows.length === 1 ? 'alone' : 'asArrays')

interface Sending {
  readonly change: Change
  readonly sent: Sent
}

export interface Write {
  readonly statement: Statement<never>
  readonly values: readonly unknown[]
}

/**
 * The statement for what an act changes, and its values. A table that is opened for nothing costs nearly as much as one
 * that is written, so the parts that would change nothing are left out; acts of one kind leave out the same.
 */
export function writeOf(entries: readonly Entry[], changes: Changes, headsBefore: ReadonlyMap<number, Head>): Write {
  const values = sentValues(incomingColumns, following(entries, headsBefore))
  const made: Sending[] = []
  for (const change of everyChange) {
    const rows: readonly Row[] = changes[change.table][change.does]
    if (rows.length === 0) continue
    for (const value of sentValues(change.columns, rows)) values.push(value)
    made.push({ change, sent: sentAs(rows) })
  }
  return { statement: statementFor(sentAs(entries), made), values }
}

function sentValues(columns: Columns, rows: readonly Readonly<Record<string, unknown>>[]): unknown[] {
  return sentAs(rows) === 'asArrays'
    ? Object.keys(columns).map((column) => rows.map((row) => row[column] ?? null))
    : Object.keys(columns).map((column) => rows[0]![column] ?? null)
}

/**
 * The first entry of each record says which link it follows. Where that is not what stands there - a database that went
 * back to an earlier state under this server - the statement gives it no link, and the table refuses it.
 */
function following(
  entries: readonly Entry[],
  headsBefore: ReadonlyMap<number, Head>,
): readonly Readonly<Record<string, unknown>>[] {
  return entries.map((entry) => {
    const head = headsBefore.get(entry.record)
    const isFirst = head !== undefined && head.position > 0 && entry.position === head.position + 1
    return { ...entry, follows: isFirst ? head.link : null }
  })
}

const statements = new Map<string, Statement<never>>()

function statementFor(entries: Sent, changes: readonly Sending[]): Statement<never> {
  // A letter for each possible change, a capital where its rows come as arrays, so that the name says which they are.
  const letters = changes.map(({ change, sent }) =>
    String.fromCharCode((sent === 'alone' ? 97 : 65) + everyChange.indexOf(change)),
  )
  const name = `write-${entries === 'alone' ? 'entry' : 'entries'}-${letters.join('')}`
  const known = statements.get(name) ?? statement(name, writeSql(entries, changes))
  statements.set(name, known)
  return known
}

/** The one that docs/the-record.md prints: that of most visits, of one entry, the person's row, and a clock that moved. */
export const writeOfAVisit = statementFor(
  'alone',
  everyChange
    .filter(({ table, does }) => table === 'task' || does === 'renew')
    .map((change) => ({ change, sent: 'alone' })),
)

/**
 * `entry` is opened before any projection, which a rebuild relies on when it changes their places. The table refuses an
 * entry without a link.
 */
function writeSql(entries: Sent, changes: readonly Sending[]): string {
  const columns = Object.keys(entryColumns).join(', ')
  const source = sources()
  const parts = [
    `incoming as ${entries === 'alone' ? 'not ' : ''}materialized (
  select * from ${source(incomingColumns, entries)}
)`,
    `entries as (
  insert into entry (${columns}, digest, link)
  select ${columns}, decode(digest, 'hex'), case when follows is null or exists (
    select from entry e where e.record = x.record and e.position = x.position - 1 and e.link = decode(follows, 'hex')
  ) then decode(link, 'hex') end
  from incoming x${entries === 'alone' ? '' : ' order by record, position'}
)`,
    ...changes.map(({ change, sent }) => changeSql(change, source(change.columns, sent))),
  ]
  return `with ${parts.join(',\n')}
insert into content (record, position, body) select record, position, content from incoming`
}

/** Rows from the parameters of a statement, whose numbers go on where those of the rows before them end. */
function sources(): (columns: Columns, sent: Sent) => string {
  let last = 0
  return (columns, sent) => {
    const names = Object.keys(columns)
    if (sent === 'asArrays') {
      const arrays = names.map((name) => `$${++last}::${columns[name]}[]`)
      return `unnest(${arrays.join(', ')}) as x(${names.map((name) => `"${name}"`).join(', ')})`
    }
    const cells = names.map((name) => `$${++last}::${columns[name]}`)
    return `(values (${cells.join(', ')})) as x(${names.map((name) => `"${name}"`).join(', ')})`
  }
}

function changeSql({ table, does, columns }: Change, source: string): string {
  if (does === 'put') return putSql(table, source)
  return does === 'take' ? takeSql(table, source) : renewSql(table, source, Object.keys(columns))
}

/** A row whose key is gone is taken away; no row is both put and taken, so the order of the two does not matter. */
function takeSql(name: TableName, source: string): string {
  return `take_${name} as (
  delete from ${name} t using ${source} where ${sameRow(name)}
)`
}

function sameRow(name: TableName): string {
  return tables[name].key.map((column) => `t."${column}" = x."${column}"`).join(' and ')
}

/** A row that stands there needs no looking for another with its key. */
function renewSql(name: TableName, source: string, sent: readonly string[]): string {
  const { key, columns } = tables[name]
  const set = sent
    .filter((column) => !key.includes(column))
    .map((column) => `"${column}" = x."${column}"${columns[column] === 'jsonb' ? '::jsonb' : ''}`)
  return `renew_${name} as (
  update ${name} t set ${set.join(', ')} from ${source} where ${sameRow(name)}
)`
}

function putSql(name: TableName, source: string): string {
  const types: Columns = tables[name].columns
  const columns = Object.keys(types)
  const key: readonly string[] = tables[name].key
  const list = columns.map((column) => `"${column}"`).join(', ')
  const cells = columns.map((column) => `"${column}"${types[column] === 'jsonb' ? '::jsonb' : ''}`).join(', ')
  const set = columns
    .filter((column) => !key.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', ')
  return `put_${name} as (
  insert into ${name} (${list})
  select ${cells} from ${source}
  on conflict (${key.map((column) => `"${column}"`).join(', ')}) do update set ${set}
)`
}
