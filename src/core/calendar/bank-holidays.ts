/** The bank holidays and public holidays of England: the published table, and the rules for the years around it. */
import { done, type Outcome, problem } from '../outcomes.ts'
import { type Day, isDay, yearOf } from './day.ts'
import { computedHolidays, type Holiday } from './holiday-rules.ts'
import { publishedBankHolidays } from './published-holidays.ts'

export interface BankHoliday extends Holiday {
  /**
   * `published`: in the table. `computed`: by the rules and proclamations of a year before the table, which no longer
   * change. `provisional`: by the rules for a year after it, so it may still move.
   */
  readonly status: 'published' | 'computed' | 'provisional'
}

export interface BankHolidays {
  /** The years of the table, both included. */
  readonly publishedFrom: number
  readonly publishedTo: number
  /** A digest of the table: when it differs from the one a due date was reckoned with, reckon that date again. */
  readonly version: string
  /** The holidays of a year, in order. */
  inYear(year: number): readonly BankHoliday[]
  /** Is this day beyond the published table, so that an answer that rests on it may change? */
  isProvisional(day: Day): boolean
}

/** FNV-1a in 64 bits: tells tables apart; it is no protection against forgery. */
function digestOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

const header = 'day,title,status,source'

/** One line after the header, or what is wrong with it. */
function readLine(line: string): BankHoliday | string {
  const [day = '', title = '', status = '', source = '', ...more] = line.split(',').map((cell) => cell.trim())
  if (!isDay(day)) return `“${day}” is not a day written as 2022-06-02`
  if (title === '' || source === '' || more.length > 0) return 'it needs a day, a title, a status and a source'
  if (status !== 'published') return `the status “${status}” is not “published”`
  return { day, title, status, source }
}

/**
 * Reads a table of published holidays: CSV with the header `day,title,status,source`, whole years one after the other,
 * days in order. Problem: `calendar.not-readable` with the line.
 */
export function readBankHolidays(csv: string): Outcome<BankHolidays> {
  const wrong = (line: number, reason: string) => problem('calendar.not-readable', { line, reason })
  const [first, ...lines] = csv.trim().split(/\r?\n/)
  if (first !== header) return wrong(1, `the header must be “${header}”`)
  const table: BankHoliday[] = []
  for (const [index, line] of lines.entries()) {
    const read = readLine(line)
    if (typeof read === 'string') return wrong(index + 2, read)
    const before = table.at(-1)
    if (before && read.day <= before.day) return wrong(index + 2, `${read.day} is not after ${before.day}`)
    if (before && yearOf(read.day) > yearOf(before.day) + 1) {
      return wrong(index + 2, `the year ${yearOf(before.day) + 1} is missing`)
    }
    table.push(read)
  }
  return table.length === 0 ? wrong(2, 'there are no holidays') : done(bankHolidaysOf(table))
}

/** @param table published holidays in order, whole years, at least one. */
function bankHolidaysOf(table: readonly BankHoliday[]): BankHolidays {
  const byYear = Map.groupBy(table, (one) => yearOf(one.day))
  const publishedFrom = Math.min(...byYear.keys())
  const publishedTo = Math.max(...byYear.keys())
  return {
    publishedFrom,
    publishedTo,
    version: digestOf(table.map((one) => `${one.day} ${one.title}`).join('\n')),
    inYear(year) {
      const status = year > publishedTo ? 'provisional' : 'computed'
      return byYear.get(year) ?? computedHolidays(year).map((one) => ({ ...one, status }))
    },
    isProvisional: (day) => yearOf(day) > publishedTo,
  }
}

function readOwn(): BankHolidays {
  const read = readBankHolidays(publishedBankHolidays)
  if (!read.ok) throw new Error(read.says)
  return read.value
}

/** The table Heartwood is delivered with. */
export const englishBankHolidays: BankHolidays = readOwn()
