/** Reads files of the children in need census. */
import type { Code } from '../engine/codes.ts'
import { Store } from '../engine/store.ts'
import type { Table } from '../engine/table.ts'
import { type GivenFile, type ReadingReport, xmlFault, xmlNotes } from '../reading/files.ts'
import { XmlStream } from '../reading/xml-stream.ts'
import { XmlTables } from '../reading/xml-tables.ts'
import { type CinCensus, cinCensus } from './layout.ts'
import { messageRows, messageTree } from './message.ts'

/** One message as it was read; without a store where it could not be. */
export interface CinRead extends ReadingReport {
  readonly store?: Store<CinCensus>
}

/** Reads one message. One that is no sound XML is named in `faults`. */
export function readCin(file: GivenFile): CinRead {
  const reader = new CinReader(file.name)
  reader.push(file.bytes)
  return reader.end()
}

/** Reads one message in pieces. */
export class CinReader {
  private readonly file: string
  private readonly store = emptyStore()
  private readonly tables = new XmlTables(this.store, messageRows)
  private readonly stream = new XmlStream(messageTree, this.tables, 'Child')

  constructor(file: string) {
    this.file = file
  }

  push(piece: Uint8Array): void {
    this.stream.push(piece)
  }

  end(): CinRead {
    this.stream.end()
    const { fault, encoding, scanner } = this.stream
    const notes = xmlNotes(this.file, encoding, scanner)
    if (fault !== undefined) return { notes, faults: [xmlFault(this.file, fault)] }
    gatherFactors(this.store)
    this.store.groupByOwner(this.tables.ids)
    return { store: this.store, notes, faults: [] }
  }
}

export function emptyStore(): Store<CinCensus> {
  const store = new Store(cinCensus, 'yyyy-mm-dd')
  for (const name of store.tableNames) store.supply(name, store.table(name).columns)
  return store
}

/** Writes all factors of an assessment into one cell of its row, for the rules and messages that speak of it. */
export function gatherFactors(store: Store<CinCensus>): void {
  const list = store.table('AssessmentFactorsList')
  const assessments = store.table('Assessments')
  const factors = list.cells[list.column('AssessmentFactor')]!
  const together = assessments.cells[assessments.column('AssessmentFactors')]!
  const known = new Map<string, Code>()
  for (let row = 0; row < list.length; ) {
    const assessment = list.parents[row]!
    const from = row
    while (row < list.length && list.parents[row] === assessment) row++
    if (assessment !== -1) together[assessment] = joined(list, factors.subarray(from, row), known)
  }
}

/** Few combinations of factors occur, so each is put together once. */
function joined(list: Table, codes: Int32Array, known: Map<string, Code>): Code {
  const key = codes.join(' ')
  let code = known.get(key)
  if (code === undefined) {
    const texts = Array.from(codes, (one) => list.pool.text(one as Code))
    code = list.pool.intern(texts.filter((text) => text !== '').join(' '))
    known.set(key, code)
  }
  return code
}
