/**
 * The projection tables: their columns as PostgreSQL types and the columns that identify a row. The write statement,
 * the rebuild and the bulk load are all made from this list, so a column is added in one place (and in a migration).
 */

export interface Table {
  readonly name: string
  readonly key: readonly string[]
  /** Every column with its type, the key's included. */
  readonly columns: Readonly<Record<string, string>>
  /** Columns that nearly every act changes: where a row differs in no others, these alone are written. */
  readonly renewed: readonly string[]
}

const table = (
  name: string,
  key: readonly string[],
  columns: Table['columns'],
  renewed: readonly string[] = [],
): Table => ({ name, key, columns, renewed })

export const tables = {
  person: table(
    'person',
    ['record'],
    {
      record: 'integer',
      child_id: 'text',
      forename: 'text',
      surname: 'text',
      known_as: 'text',
      born: 'date',
      expected: 'date',
      died: 'date',
      sex: 'text',
      ethnicity: 'text',
      adult: 'boolean',
      upn: 'text',
      nhs: 'text',
      family: 'integer',
      school: 'integer',
      last_seen: 'date',
      last_seen_alone: 'date',
      latest: 'jsonb',
    },
    ['last_seen', 'last_seen_alone', 'latest'],
  ),
  address: table('address', ['record', 'position'], {
    record: 'integer',
    position: 'integer',
    kind: 'text',
    lines: 'text',
    postcode: 'text',
    protected: 'boolean',
    since: 'date',
    until: 'date',
  }),
  relationship: table('relationship', ['record', 'position'], {
    record: 'integer',
    position: 'integer',
    other: 'integer',
    kind: 'text',
    responsibility: 'text',
    since: 'date',
    until: 'date',
  }),
  episode: table('episode', ['record', 'episode'], {
    record: 'integer',
    episode: 'integer',
    pathway: 'text',
    opened: 'date',
    closed: 'date',
    closing_reason: 'text',
    origin: 'integer',
    team: 'integer',
    worker: 'integer',
  }),
  episode_state: table('episode_state', ['record', 'episode', 'state', 'n'], {
    record: 'integer',
    episode: 'integer',
    state: 'text',
    n: 'smallint',
    since: 'date',
    until: 'date',
  }),
  allocation: table('allocation', ['record', 'episode', 'n'], {
    record: 'integer',
    episode: 'integer',
    n: 'smallint',
    pathway: 'text',
    role: 'text',
    team: 'integer',
    worker: 'integer',
    since: 'date',
    until: 'date',
  }),
  task: table('task', ['record', 'episode', 'kind', 'name', 'n'], {
    record: 'integer',
    episode: 'integer',
    kind: 'text',
    name: 'text',
    n: 'integer',
    pathway: 'text',
    since: 'date',
    since_at: 'timestamptz',
    due: 'date',
    due_at: 'timestamptz',
    started_by: 'integer',
    provisional: 'boolean',
    weight: 'smallint',
    falls: 'text',
    team: 'integer',
    worker: 'integer',
    author: 'integer',
  }),
  listed: table('listed', ['record', 'position'], {
    record: 'integer',
    position: 'integer',
    episode: 'integer',
    pathway: 'text',
    step: 'text',
    act: 'uuid',
    day: 'date',
    at: 'timestamptz',
    kind: 'text',
    rating: 'text',
    party: 'text',
    reference: 'text',
    words: 'text',
  }),
  contribution: table('contribution', ['measure', 'record', 'key'], {
    measure: 'text',
    record: 'integer',
    key: 'integer',
    day: 'date',
    denominator: 'smallint',
    numerator: 'smallint',
    team: 'integer',
  }),
} as const

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as readonly TableName[]

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>
/** The rows of one record in every projection. */
export type Rows = Readonly<Record<TableName, readonly Row[]>>

export const noRows: Rows = {
  person: [],
  address: [],
  relationship: [],
  episode: [],
  episode_state: [],
  allocation: [],
  task: [],
  listed: [],
  contribution: [],
}
