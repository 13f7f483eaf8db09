/** What reading a return gives besides its tables. */
import type { Encoding } from './bytes.ts'
import type { XmlScanner } from './xml.ts'
import type { XmlStream } from './xml-stream.ts'

/** A file as it was given: from a disk, from a form, or dropped on a page. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Something about the form of a file that was read all the same, and that whoever made it should know. */
export interface ReadingNote {
  readonly file: string
  readonly says: string
}

/** A file that could not be read: one sentence with the file, the row and the column. */
export interface ReadingFault {
  readonly file: string
  readonly says: string
}

export interface ReadingReport {
  readonly notes: ReadingNote[]
  readonly faults: ReadingFault[]
}

/** `a, b and c` */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** What is to be said of a file's encoding; nothing of UTF-8. */
export const encodingNotes = (file: string, encoding: Encoding): ReadingNote[] =>
  encoding === 'UTF-8' ? [] : [{ file, says: `It is written in ${encoding}, not UTF-8; it was read all the same.` }]

/** What is to be said of a message that was read. */
export function xmlNotes(file: string, encoding: Encoding, scanner: XmlScanner): ReadingNote[] {
  const unknown = [...scanner.unknown].map(([name, count]) => ({
    file,
    says: `The element ${name} is not part of this return and was left out (${count === 1 ? 'once' : `${count} times`}).`,
  }))
  return [...encodingNotes(file, encoding), ...unknown]
}

/** What is to be said of a message that is no sound XML. */
export const xmlFault = (file: string, { line, column, reason }: NonNullable<XmlStream['fault']>): ReadingFault => ({
  file,
  says: `The XML is broken at row ${line}, column ${column}: ${reason}.`,
})
