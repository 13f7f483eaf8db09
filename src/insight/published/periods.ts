/** The labels under which figures are published, of which a year has many: 2021-22, 2021/22, 202122, 2021-22 (OT). */

export interface Period {
  /** As it was published. */
  readonly label: string
  /** The same for labels that mean the same years. */
  readonly plain: string
  /** The first and the last year: 2021-22 is 2021 and 2022. 0 where the label is not of years. */
  readonly starts: number
  readonly ends: number
}

const oneYear = /^(\d{4})$/
const joined = /^(\d{4})(\d{2})$/
const span = /^(\d{4})[-/](\d{2}|\d{4})$/
const longSpan = /^(\d{4})[-/](\d{2})-(\d{2})[-/](\d{2})$/

/** Undefined where a label is of none of the shapes. @param part a part of the year, such as `Autumn term` */
export function periodOf(text: string, part = ''): Period | undefined {
  const written = text.trim().replace(/\s+/g, ' ')
  const years = yearsOf(written.replace(/ ?\([^)]*\)$/, '').replaceAll(' ', ''))
  if (years === undefined) return undefined
  const [starts, ends] = years
  const suffix = part === '' ? '' : ` ${part}`
  return { label: `${written}${suffix}`, plain: `${starts}-${ends}${suffix.toLowerCase()}`, starts, ends }
}

function yearsOf(text: string): readonly [number, number] | undefined {
  // The tool's file has one indicator without periods of its own.
  if (text === '0') return [0, 0]
  const [, only] = oneYear.exec(text) ?? []
  if (only !== undefined) return isYear(Number(only)) ? [Number(only), Number(only)] : undefined
  const [, long, , , last] = longSpan.exec(text) ?? []
  if (long !== undefined && last !== undefined) return spanOf(long, last)
  const [, first, next] = joined.exec(text) ?? span.exec(text) ?? []
  if (first === undefined || next === undefined) return undefined
  const years = spanOf(first, next)
  // 202204 is a month, of which no file of yearly figures has any.
  return joined.test(text) && years !== undefined && years[1] !== years[0] + 1 ? undefined : years
}

function spanOf(first: string, last: string): readonly [number, number] | undefined {
  const starts = Number(first)
  const century = Math.floor(starts / 100) * 100
  const near = last.length === 4 ? Number(last) : century + Number(last)
  const ends = near < starts ? near + 100 : near
  return isYear(starts) && ends > starts && ends - starts <= 20 ? [starts, ends] : undefined
}

const isYear = (year: number): boolean => year >= 1900 && year <= 2100

/** Of labels for the same years: the one without a note first, then the more final one. */
export const noteRank = (label: string): number =>
  !label.includes('(') ? 0 : /final/i.test(label) ? 1 : /rev/i.test(label) ? 2 : /prov/i.test(label) ? 4 : 3
