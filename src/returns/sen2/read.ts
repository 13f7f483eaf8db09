/** Reads SEN2 messages. */
import { blank, type Code } from '../engine/codes.ts'
import { Store } from '../engine/store.ts'
import { type GivenFile, type ReadingReport, xmlFault, xmlNotes } from '../reading/files.ts'
import { XmlStream } from '../reading/xml-stream.ts'
import { XmlTables } from '../reading/xml-tables.ts'
import { type Sen2, sen2 } from './layout.ts'
import { messageRows, messageTree } from './message.ts'

/** One message as it was read; without a store where it could not be. */
export interface Sen2Read extends ReadingReport {
  readonly store?: Store<Sen2>
}

/** Reads one message in pieces. */
export class Sen2Reader {
  private readonly file: string
  private readonly store = new Store(sen2, 'yyyy-mm-dd')
  private readonly tables = new XmlTables(this.store, messageRows)
  private readonly stream = new XmlStream(messageTree, this.tables, 'Person')

  constructor(file: string) {
    this.file = file
    for (const name of this.store.tableNames) this.store.supply(name, this.store.table(name).columns)
  }

  push(piece: Uint8Array): void {
    this.stream.push(piece)
  }

  end(): Sen2Read {
    this.stream.end()
    const { fault, encoding, scanner } = this.stream
    const notes = xmlNotes(this.file, encoding, scanner)
    if (fault !== undefined) return { notes, faults: [xmlFault(this.file, fault)] }
    this.store.groupByOwner(personIds(this.store))
    return { store: this.store, notes, faults: [] }
  }
}

/** Reads one message. One that is no sound XML is named in `faults`. */
export function readSen2(file: GivenFile): Sen2Read {
  const reader = new Sen2Reader(file.name)
  reader.push(file.bytes)
  return reader.end()
}

/** What a person is called in findings: the UPN, else the ULN, else the place in the file. */
export function personIds(store: Store<Sen2>): Code[] {
  const persons = store.table('Person')
  const upn = persons.cells[persons.column('UPN')]!
  const uln = persons.cells[persons.column('UniqueLearnerNumber')]!
  return Array.from({ length: persons.length }, (_, row) => {
    const number = upn[row] === blank ? uln[row]! : upn[row]!
    return number === blank ? store.pool.intern(`Person ${row + 1}`) : (number as Code)
  })
}
