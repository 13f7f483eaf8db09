/** Cells of a census row as answers of the house. What cannot be read or is no answer is a fault, and the cell is left out. */
import { type Day, isDay } from '../../core/calendar/index.ts'
import type { Field } from '../../core/pathway/field.ts'
import { inForce } from '../../core/pathway/options.ts'
import type { RowBase } from '../../returns/engine/layout.ts'
import type { Fault } from '../told.ts'

/** The house works with these years (`firstYear` of the calendar); a census that names another is mistyped. */
const earliest = '1900-01-01'

export class Cells {
  readonly faults: Fault[] = []

  fault(row: RowBase, column: string | null, reason: string): void {
    this.faults.push({ place: { table: row.table, row: row.row }, column, reason })
  }

  /** undefined where the cell is empty or is no day. */
  day(row: RowBase, column: string): Day | undefined {
    if (row.blank(column)) return undefined
    const text = row.text(column)
    if (!row.unreadable(column) && isDay(text) && text >= earliest) return text
    this.fault(row, column, `“${text}” is not a real date. Write it as year, month and day, for example 2022-03-31.`)
    return undefined
  }

  /** A day without which the row says nothing. */
  dayNeeded(row: RowBase, column: string): Day | undefined {
    if (row.blank(column)) this.fault(row, column, 'The date is missing, so the row could not be loaded.')
    return this.day(row, column)
  }

  /** `dayNeeded` of a row that is known by its day: of two with one day the first stands, because they could disagree. */
  dayOnce(row: RowBase, column: string, seen: Set<Day>): Day | undefined {
    const day = this.dayNeeded(row, column)
    if (day === undefined || !seen.has(day)) {
      if (day !== undefined) seen.add(day)
      return day
    }
    this.fault(row, column, `There are two of ${day}. The first was loaded: put what stands here together with it.`)
    return undefined
  }

  /** A day that may not lie before another; left out where it does. */
  dayFrom(row: RowBase, column: string, from: Day, what: string): Day | undefined {
    const day = this.day(row, column)
    if (day === undefined || day >= from) return day
    this.fault(row, column, `${day} is before ${what} (${from}).`)
    return undefined
  }

  /** A code that the field offers; undefined where the cell is empty or holds another. */
  code(row: RowBase, column: string, field: Field | undefined): string | undefined {
    const text = row.text(column).toUpperCase()
    if (text === '' || isOption(field, text)) return text || undefined
    this.fault(row, column, `“${row.text(column)}” is not one of the codes of this item.`)
    return undefined
  }

  /** The codes of several rows that could be chosen on a day; undefined where there are none. */
  codes(rows: readonly RowBase[], column: string, field: Field | undefined, on: Day | null): string[] | undefined {
    const given = new Set<string>()
    for (const row of rows) {
      const code = this.code(row, column, field)
      if (code === undefined) continue
      if (isOption(field, code, on)) given.add(code)
      else this.fault(row, column, `“${code}” was not in use on ${on}.`)
    }
    return given.size === 0 ? undefined : [...given]
  }
}

function isOption(field: Field | undefined, code: string, on: Day | null = null): boolean {
  if (field?.kind !== 'choice' && field?.kind !== 'several') return false
  return field.options.some((option) => option.code === code && inForce(option, on))
}

/** How the schema lets a message write yes. */
export const isYes = (row: RowBase, column: string): boolean => /^(true|1)$/i.test(row.text(column))

/** Only the answers that there are. */
export function given<V>(answers: Readonly<Record<string, V | undefined>>): Record<string, V> {
  const kept: Record<string, V> = {}
  for (const [name, value] of Object.entries(answers)) if (value !== undefined) kept[name] = value
  return kept
}
