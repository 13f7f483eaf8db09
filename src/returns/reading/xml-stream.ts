/**
 * Feeds a message that comes in pieces to the scanner, whole children at a time, so that a file of any size needs no more
 * memory than its tables and one piece.
 */
import { type Encoding, toUtf8 } from './bytes.ts'
import type { ElementNode, XmlFault, XmlHandler } from './xml.ts'
import { XmlScanner } from './xml.ts'

const lessThan = 60
const exclamation = 33
const nothing = new Uint8Array(0)

/** A message that is being read. Give it all pieces, then `end`. */
export class XmlStream {
  readonly scanner: XmlScanner
  encoding: Encoding = 'UTF-8'
  /** Where the fault is: line and column, both from 1. */
  fault: { readonly line: number; readonly column: number; readonly reason: string } | undefined
  private readonly unit: Uint8Array
  private rest: Uint8Array = nothing
  /** The piece read last. Its lines are counted when another follows or there is a fault, so mostly never. */
  private last: Uint8Array = nothing
  private first = true
  private line = 1
  private column = 1

  /** `unit` is the element that repeats (`Child`): pieces are cut after its closing tags. */
  constructor(root: ElementNode, handler: XmlHandler, unit: string) {
    this.scanner = new XmlScanner(root, handler)
    this.unit = new TextEncoder().encode(`</${unit}>`)
  }

  /** Reads a piece. A file in UTF-16 must be one piece. */
  push(piece: Uint8Array): void {
    if (this.fault !== undefined) return
    const bytes = joined(this.rest, this.first ? this.begin(piece) : piece)
    this.first = false
    const end = lastEnd(bytes, this.unit)
    if (end > 0) {
      this.pass(this.last, this.last.length)
      this.last = nothing
      this.last = this.scan(bytes.subarray(0, end))
    }
    this.rest = bytes.slice(Math.max(end, 0))
  }

  end(): void {
    if (this.fault !== undefined) return
    const bytes = this.scan(this.rest)
    this.rest = nothing
    if (this.fault !== undefined) return
    this.scanner.end(bytes.length)
    if (this.scanner.fault !== undefined) this.place(bytes, { ...this.scanner.fault, at: bytes.length })
  }

  /** The first piece without a mark, and in UTF-8 where it was UTF-16. */
  private begin(piece: Uint8Array): Uint8Array {
    if (toUtf8(piece.subarray(0, 64)).encoding !== 'UTF-16') return withoutMark(piece)
    this.encoding = 'UTF-16'
    return toUtf8(piece).bytes
  }

  /** Reads whole children, and gives them as UTF-8. */
  private scan(piece: Uint8Array): Uint8Array {
    const { bytes, encoding } = toUtf8(piece)
    if (encoding !== 'UTF-8') this.encoding = encoding
    this.scanner.scan(bytes, 0, bytes.length)
    if (this.scanner.fault !== undefined) this.place(bytes, this.scanner.fault)
    return bytes
  }

  private place(bytes: Uint8Array, fault: XmlFault): void {
    this.pass(this.last, this.last.length)
    this.last = nothing
    this.pass(bytes, fault.at)
    this.fault = { line: this.line, column: this.column, reason: fault.reason }
  }

  /** Counts the lines of what has been read. */
  private pass(bytes: Uint8Array, to: number): void {
    let start = -1
    for (let next = bytes.indexOf(10); next !== -1 && next < to; next = bytes.indexOf(10, next + 1)) {
      this.line++
      start = next
    }
    this.column = start === -1 ? this.column + to : to - start
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Where the last closing tag of the unit ends that does not stand in a comment or CDATA section; -1 for none. */
function lastEnd(bytes: Uint8Array, unit: Uint8Array): number {
  const sections = sectionsOf(bytes)
  let at = bytes.lastIndexOf(lessThan)
  while (at !== -1) {
    const section = sections.findLast(({ start, end }) => start <= at && at < end)
    if (section === undefined && at + unit.length <= bytes.length && sameLetters(bytes, at, unit))
      return at + unit.length
    const before = section === undefined ? at : section.start
    at = before === 0 ? -1 : bytes.lastIndexOf(lessThan, before - 1)
  }
  return -1
}

/** The comments, CDATA sections and declarations; one that does not end in these bytes goes on to their end. */
function sectionsOf(bytes: Uint8Array): { readonly start: number; readonly end: number }[] {
  const sections: { start: number; end: number }[] = []
  for (let at = bytes.indexOf(exclamation); at !== -1; at = bytes.indexOf(exclamation, at + 1)) {
    if (at === 0 || bytes[at - 1] !== lessThan) continue
    const closes = bytes[at + 1] === 91 ? [93, 93, 62] : bytes[at + 1] === 45 ? [45, 45, 62] : [62]
    const close = find(bytes, closes, at + 2)
    sections.push({ start: at - 1, end: close === -1 ? bytes.length : close + closes.length })
    if (close === -1) break
    at = close
  }
  return sections
}

function find(bytes: Uint8Array, sign: readonly number[], from: number): number {
  for (let at = bytes.indexOf(sign[0]!, from); at !== -1; at = bytes.indexOf(sign[0]!, at + 1)) {
    if (sign.every((byte, i) => bytes[at + i] === byte)) return at
  }
  return -1
}

function sameLetters(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if ((bytes[at + i]! | 32) !== (text[i]! | 32)) return false
  return true
}
