/**
 * Reads CSV from bytes into the columns of a table: no strings are made, codes are interned and dates are packed where
 * they stand. Comma, semicolon or tab; quotes as in RFC 4180; CR, LF or both.
 */
import { blankDay, readDay, unreadableDay } from '../engine/days.ts'
import { readNumber, type Table } from '../engine/table.ts'

const quote = 34
const lineFeed = 10
const carriageReturn = 13
const decoder = new TextDecoder()

export interface CsvHead {
  /** The names in the first line, as written but trimmed. */
  readonly names: readonly string[]
  readonly delimiter: number
  /** Where the first data row begins. */
  readonly start: number
}

/** Reads the first line that is not empty, and sees by which sign its cells are separated. */
export function readCsvHead(bytes: Uint8Array): CsvHead {
  let from = 0
  while (from < bytes.length && (bytes[from] === lineFeed || bytes[from] === carriageReturn)) from++
  let end = from
  let inQuotes = false
  while (end < bytes.length && (inQuotes || (bytes[end] !== lineFeed && bytes[end] !== carriageReturn))) {
    if (bytes[end] === quote) inQuotes = !inQuotes
    end++
  }
  const line = decoder.decode(bytes.subarray(from, end))
  const counts = [',', ';', '\t'].map((sign) => line.split(sign).length)
  const sign = [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!
  const names = line.split(sign).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
  let start = end
  if (bytes[start] === carriageReturn) start++
  if (bytes[start] === lineFeed) start++
  return { names, delimiter: sign.charCodeAt(0), start }
}

export interface CsvOptions {
  /** For each column of the file, the column of the table it goes to; -1 to leave it out. */
  readonly targets: readonly number[]
  /** Raise letters to capitals (SSDA903). */
  readonly upper: boolean
  /** Told of every row as it is read: the line on which it begins, the first line after the head being 2, and its cells. */
  readonly each?: (line: number, cells: number) => void
}

export interface CsvRead {
  readonly rows: number
  /** Rows that have fewer or more cells than the first line, by line: at most the first five. */
  readonly ragged: readonly number[]
  readonly raggedCount: number
  /** A quotation mark that is never closed: the line on which it stands. */
  readonly openQuote?: number
}

/** Reads the data rows after `head` into `table`. Empty lines are left out and do not count as rows. */
export function readCsvRows(bytes: Uint8Array, head: CsvHead, table: Table, options: CsvOptions): CsvRead {
  const { targets, each } = options
  const { delimiter } = head
  const width = targets.length
  const ragged: number[] = []
  let raggedCount = 0
  let rows = 0
  let line = 1
  let at = head.start
  const length = bytes.length
  while (at < length) {
    const first = bytes[at]!
    if (first === lineFeed || first === carriageReturn) {
      line++
      at += first === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1
      continue
    }
    line++
    if (isEmptyLine(bytes, at, delimiter)) {
      at = afterLine(bytes, endOfLine(bytes, at))
      continue
    }
    const row = table.add()
    const begins = line
    rows++
    let column = 0
    for (;;) {
      let end = at
      if (bytes[at] === quote) {
        const close = closingQuote(bytes, at + 1)
        if (close === -1) return { rows, ragged, raggedCount, openQuote: line }
        for (let inside = at; inside < close; inside++) if (bytes[inside] === lineFeed) line++
        if (column < width && targets[column] !== -1)
          quoted(table, row, targets[column]!, bytes, at + 1, close, options)
        end = close + 1
        while (end < length && bytes[end] !== delimiter && bytes[end] !== lineFeed && bytes[end] !== carriageReturn)
          end++
      } else {
        while (end < length) {
          const byte = bytes[end]!
          if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break
          end++
        }
        if (end > at && column < width && targets[column] !== -1) {
          setCell(table, row, targets[column]!, bytes, at, end, options.upper)
        }
      }
      column++
      if (end >= length || bytes[end] !== delimiter) {
        at = afterLine(bytes, end)
        break
      }
      at = end + 1
    }
    each?.(begins, column)
    if (column !== width) {
      raggedCount++
      if (ragged.length < 5) ragged.push(begins)
    }
  }
  return { rows, ragged, raggedCount }
}

/** A line of nothing but separators and spaces, as spreadsheets leave behind. */
function isEmptyLine(bytes: Uint8Array, from: number, delimiter: number): boolean {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === lineFeed || byte === carriageReturn) return true
    if (byte !== delimiter && byte !== 32) return false
  }
  return true
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++
  return at
}

/** Where the next line begins. @param end where one ends: at CR, LF or both */
const afterLine = (bytes: Uint8Array, end: number): number =>
  end + (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? 2 : 1)

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue
    if (bytes[at + 1] !== quote) return at
    at++
  }
  return -1
}

function quoted(
  table: Table,
  row: number,
  column: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  options: CsvOptions,
): void {
  const inner = bytes.subarray(start, end)
  if (inner.indexOf(quote) === -1) setCell(table, row, column, bytes, start, end, options.upper)
  else {
    const plain = new TextEncoder().encode(decoder.decode(inner).replaceAll('""', '"'))
    setCell(table, row, column, plain, 0, plain.length, options.upper)
  }
}

/** Sets a cell from the bytes of its text: trimmed, then interned or packed as the column wants. */
export function setCell(
  table: Table,
  row: number,
  column: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  upper: boolean,
): void {
  let start = from
  let end = to
  while (start < end && isSpace(bytes[start]!)) start++
  while (end > start && isSpace(bytes[end - 1]!)) end--
  if (end > start + 1 && bytes[end - 1] === 0xa0 && bytes[end - 2] === 0xc2) end -= 2
  if (start === end) return
  const { pool } = table
  const kind = table.kinds[column]
  if (kind === 'code') {
    const trimmed = upper ? withoutNoughts(bytes, start, end) : end
    const value = upper ? pool.internUpper(bytes, start, trimmed) : pool.internBytes(bytes, start, trimmed)
    table.cells[column]![row] = value
    return
  }
  const value = kind === 'day' ? readDay(bytes, start, end) : numberIn(bytes, start, end)
  if (value === unreadableDay) table.setOdd(row, column, pool.internBytes(bytes, start, end))
  else table.cells[column]![row] = value
}

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)

/** `1.0`, as spreadsheets write a whole number, is 1. Gives the end of the text without the `.0`. */
function withoutNoughts(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 3 || bytes[end - 1] !== 48 || bytes[end - 2] !== 46) return end
  for (let i = start; i < end - 2; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return end
  return end - 2
}

function numberIn(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return blankDay
  return readNumber(decoder.decode(bytes.subarray(start, end)), 1)
}
