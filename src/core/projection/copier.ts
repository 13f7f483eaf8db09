/** Rows on their way into tables as COPY, over one connection: gathered for each table and sent some megabytes at a time. */
import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { rowLine } from './copy-text.ts'
import { type Rows, type TableName, tableNames, tables } from './tables.ts'

export interface Copier {
  /** `columns` is the same text for every line of a table. */
  line(table: string, columns: string, line: string): void
  /** The rows of one record, each to its table. */
  rows(rows: Rows): void
  /**
   * Lets what is gathered flow, and waits when the database is behind. True when more was sent off since it was last
   * asked, for whoever shows progress.
   */
  keepUp(): Promise<boolean>
  /** Sends the rest and waits until all of it has arrived. */
  end(): Promise<void>
}

export interface CopierOptions {
  /** For tables that were made or emptied in the same transaction: rows need no later visit to be marked as settled. */
  readonly freeze?: boolean
  /** Other tables to fill than the live ones (a rebuild fills new ones). */
  readonly into?: (table: TableName) => string
}

const megabyte = 1024 * 1024
/** How much is gathered for a table before it is sent. */
const partBytes = 4 * megabyte
/** How many parts may wait before the producer has to. */
const waitingPartsMax = 4
/** The socket takes about this much at a time, so this is how often it is given a turn. */
const turnCharacters = megabyte / 4

/** Lines of one table as bytes: strings kept until they are sent would cost the collector more than the folding does. */
interface Gathering {
  readonly columns: string
  bytes: Buffer
  length: number
}

export function copier(on: pg.ClientBase, { freeze = false, into = (table) => table }: CopierOptions = {}): Copier {
  const projections = tableNames.map((name) => {
    const columns = Object.keys(tables[name].columns)
    return { name, table: into(name), columns, quoted: columns.map((column) => `"${column}"`).join(', ') }
  })
  const gathering = new Map<string, Gathering>()
  /** A promise for each part that waits or is on its way, oldest first; one connection takes one after the other. */
  const parts: Promise<void>[] = []
  /** Buffers whose part has arrived, to be filled again: new ones for every part would set off the collector each time. */
  const free: Buffer[] = []
  let failed: unknown
  let sinceTurn = 0
  let sentSinceAsked = false

  const send = (table: string, { columns, bytes, length }: Gathering): void => {
    const sql = `copy ${table} (${columns}) from stdin${freeze ? ' with (freeze)' : ''}`
    const part = (parts.at(-1) ?? Promise.resolve())
      .then(() => copyPart(on, sql, bytes.subarray(0, length)))
      .catch((error: unknown) => {
        failed ??= error
      })
      .then(() => {
        parts.shift()
        if (bytes.length === partBytes) free.push(bytes)
      })
    parts.push(part)
    sentSinceAsked = true
  }
  const line = (table: string, columns: string, text: string): void => {
    const one = gathering.get(table) ?? { columns, bytes: free.pop() ?? Buffer.allocUnsafe(partBytes), length: 0 }
    gathering.set(table, one)
    // A character of a JavaScript string is at most three bytes of UTF-8.
    const bytesMax = text.length * 3
    if (one.length + bytesMax > one.bytes.length) {
      if (one.length > 0) send(table, one)
      one.bytes = (bytesMax <= partBytes ? free.pop() : undefined) ?? Buffer.allocUnsafe(Math.max(partBytes, bytesMax))
      one.length = 0
    }
    one.length += one.bytes.write(text, one.length)
    sinceTurn += text.length
  }
  return {
    line,
    rows(rows) {
      for (const { name, table, columns, quoted } of projections)
        for (const row of rows[name]) line(table, quoted, rowLine(columns, row))
    },
    async keepUp() {
      if (sinceTurn >= turnCharacters) {
        sinceTurn = 0
        await setImmediate()
      }
      while (parts.length > waitingPartsMax) await parts[0]
      if (failed !== undefined) throw failed
      const sent = sentSinceAsked
      sentSinceAsked = false
      return sent
    },
    async end() {
      for (const [table, one] of gathering) send(table, one)
      gathering.clear()
      await parts.at(-1)
      if (failed !== undefined) throw failed
    },
  }
}

function copyPart(on: pg.ClientBase, sql: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    on.query(copyFrom(sql)).once('error', reject).once('finish', resolve).end(bytes)
  })
}
