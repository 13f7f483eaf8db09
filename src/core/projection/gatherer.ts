/** Lines on their way into tables as COPY: gathered for each table and carried off some megabytes at a time. */
import { setImmediate } from 'node:timers/promises'
import { rowLine } from './copy-text.ts'
import { type Rows, type TableName, tableNames, tables } from './tables.ts'

/** Some megabytes of COPY text for one table: the first `length` of `bytes`. */
export interface CopyPart {
  readonly table: string
  readonly columns: string
  readonly bytes: Buffer<ArrayBuffer>
  readonly length: number
}

/** Takes parts in the order in which they come. Resolves when a part has arrived, with its buffer to be filled again. */
export type Carry = (part: CopyPart) => Promise<Buffer<ArrayBuffer>>

export interface Gatherer {
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

const megabyte = 1024 * 1024
/** How much is gathered for a table before it is sent. */
const partBytes = 4 * megabyte
/** How many parts may wait before the producer has to. */
const waitingPartsMax = 4
/** A socket takes about this much at a time, so this is how often it is given a turn. */
const turnCharacters = megabyte / 4

/** Lines of one table as bytes: strings kept until they are sent would cost the collector more than the folding does. */
interface Gathering {
  readonly columns: string
  bytes: Buffer<ArrayBuffer>
  length: number
}

/** @param into other tables to fill than the live ones (a rebuild fills new ones) */
export function gatherer(carry: Carry, into: (table: TableName) => string = (table) => table): Gatherer {
  const projections = tableNames.map((name) => {
    const columns = Object.keys(tables[name].columns)
    return { name, table: into(name), columns, quoted: columns.map((column) => `"${column}"`).join(', ') }
  })
  const gathering = new Map<string, Gathering>()
  /** A promise for each part that waits or is on its way, oldest first. */
  const parts: Promise<void>[] = []
  /** Buffers whose part has arrived, to be filled again: new ones for every part would set off the collector each time. */
  const free: Buffer<ArrayBuffer>[] = []
  let failed: unknown
  let sinceTurn = 0
  let sentSinceAsked = false

  const send = (table: string, { columns, bytes, length }: Gathering): void => {
    const part = carry({ table, columns, bytes, length })
      .then((emptied) => {
        if (emptied.length === partBytes) free.push(emptied)
      })
      .catch((error: unknown) => {
        failed ??= error
      })
      .then(() => {
        parts.shift()
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
