/** Mends the form of messages (CIN census, SEN2): values are changed where they stand, and nothing else of the file. */

import { cinCensus } from '../cin-census/layout.ts'
import { messageTree as cinTree } from '../cin-census/message.ts'
import { asIso, readDayText, unreadableDay } from '../engine/days.ts'
import type { Layout } from '../engine/layout.ts'
import { toUtf8 } from '../reading/bytes.ts'
import type { GivenFile } from '../reading/files.ts'
import { type ElementNode, type XmlHandler, XmlScanner } from '../reading/xml.ts'
import { sen2 } from '../sen2/layout.ts'
import { messageTree as sen2Tree } from '../sen2/message.ts'
import type { Change, Mended } from './index.ts'
import { nowCalled, renamedSex } from './renamed.ts'

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Columns whose values are free text: their letters are left as they are. */
const freeText = new Set(['Surname', 'Forename', 'SENSettingOther', 'SoftwareCode', 'Release', 'LAchildID', 'DateTime'])

/** Mends one message. */
export function mendMessage(kind: 'cin' | 'sen2', file: GivenFile, year: number): Mended {
  const { bytes, encoding } = toUtf8(file.bytes)
  const changes: Change[] = []
  if (encoding !== 'UTF-8') changes.push({ file: file.name, why: `Written in UTF-8 instead of ${encoding}` })
  const values = new Values(kind === 'cin' ? cinCensus : sen2, bytes, year)
  const scanner = new XmlScanner(kind === 'cin' ? cinTree : sen2Tree, values)
  scanner.scan(bytes, 0, bytes.length)
  scanner.end(bytes.length)
  if (scanner.fault !== undefined) {
    return {
      files: [],
      changes: [],
      faults: [{ file: file.name, says: `The XML is broken: ${scanner.fault.reason}.` }],
    }
  }
  changes.push(...values.changes.map((change) => ({ file: file.name, ...change })))
  let text = spliced(bytes, values.splices)
  if (encoding !== 'UTF-8') text = text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8')
  const sexFrom = kind === 'cin' ? 2025 : 2024
  if (year >= sexFrom && /<\/?GenderCurrent\b/.test(text)) {
    text = text.replace(/(<\/?)GenderCurrent\b/g, '$1Sex')
    changes.push({
      file: file.name,
      column: 'Sex',
      from: 'GenderCurrent',
      to: 'Sex',
      why: 'The element has its own name',
    })
  }
  if (changes.length === 0) return { files: [], changes, faults: [] }
  return { files: [{ name: file.name, bytes: new TextEncoder().encode(text) }], changes, faults: [] }
}

function spliced(bytes: Uint8Array, splices: readonly Splice[]): string {
  const decoder = new TextDecoder()
  let text = ''
  let at = 0
  for (const { start, end, text: replacement } of splices) {
    text += decoder.decode(bytes.subarray(at, start)) + replacement
    at = end
  }
  return text + decoder.decode(bytes.subarray(at))
}

/** Looks at every value and notes what is to become of it. */
class Values implements XmlHandler {
  readonly splices: Splice[] = []
  readonly changes: Omit<Change, 'file'>[] = []
  private readonly bytes: Uint8Array
  private readonly year: number
  private readonly columns: readonly (readonly [name: string, kind: string])[][]
  private line = 1
  private counted = 0

  constructor(layout: Layout, bytes: Uint8Array, year: number) {
    this.bytes = bytes
    this.year = year
    this.columns = Object.values(layout).map((columns) => Object.entries(columns))
  }

  open(): void {}

  close(): void {}

  text({ shape }: ElementNode, bytes: Uint8Array, start: number, end: number): void {
    // A value with entities or comments in it is not read where it stands: it is left alone.
    if (bytes !== this.bytes) return
    const { table, column } = shape.leaf!
    const [name, kind] = this.columns[table]![column]!
    const from = new TextDecoder().decode(bytes.subarray(start, end))
    const { to, why } = mendValue(from, name, kind, this.year)
    if (to === from) return
    this.splices.push({ start, end, text: to })
    this.changes.push({ row: this.lineOf(start), column: name, from, to, why })
  }

  private lineOf(at: number): number {
    for (; this.counted < at; this.counted++) if (this.bytes[this.counted] === 10) this.line++
    return this.line
  }
}

function mendValue(from: string, name: string, kind: string, year: number): { to: string; why: string } {
  const trimmed = from.trim()
  if (kind === 'day') {
    const day = readDayText(trimmed)
    return day > unreadableDay
      ? { to: asIso(day), why: 'The date is written yyyy-mm-dd' }
      : { to: trimmed, why: spaces }
  }
  if (freeText.has(name) || kind !== 'code') return { to: trimmed, why: spaces }
  const upper = /^(true|false)$/i.test(trimmed) ? trimmed.toLowerCase() : trimmed.toUpperCase()
  const current = nowCalled(renamedSex, name, upper, year)
  if (current !== upper) return { to: current, why: `The code was renamed; ${year} knows it as ${current}` }
  return upper === trimmed ? { to: trimmed, why: spaces } : { to: upper, why: 'Its letters as the code list has them' }
}

const spaces = 'Spaces around it were taken off'
