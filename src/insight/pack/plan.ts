/** What stands on the pages of the pack, in the order of the Board's paper; and the days for which figures are asked. */
import { type Day, dayOfCivil, financialYearOf, monthOf, type Period } from '../../core/calendar/index.ts'
import { lastYearOut } from '../standing/comparison.ts'

export const packTitle = 'Children’s Services: how children fare'
export const boardName = 'Scrutiny Board'

export interface MeasuresPage {
  readonly id: string
  readonly title: string
  /**
   * `now`: the year to date, the twelve months that ended last and those before them, against the target. `published year`:
   * the last financial year that the country's figures are out for, so that like stands beside like.
   */
  readonly figures: 'now' | 'published year'
  /** By id. */
  readonly measures: readonly string[]
}

export const measuresPages: readonly MeasuresPage[] = [
  {
    id: 'referrals-and-plans',
    title: 'Referrals and child protection plans',
    figures: 'now',
    measures: ['repeat-plans-2-years', 'repeat-plans-ever', 're-referrals-12-months'],
  },
  {
    id: 'in-time',
    title: 'Assessments, enquiries and conferences in time',
    figures: 'published year',
    measures: ['assessments-45-from-start', 'enquiries-15', 'initial-conferences-15', 'conferences-to-plans'],
  },
]

/** Of two measures whose counts lie one within the other a reader knows the difference: that is a number of children too. */
export interface Within {
  readonly part: string
  readonly whole: string
  readonly of: 'met' | 'all'
  /** There is no difference: they count the same. */
  readonly isSame?: true
}

export const within: readonly Within[] = [
  { part: 'repeat-plans-2-years', whole: 'repeat-plans-ever', of: 'met' },
  { part: 'repeat-plans-2-years', whole: 'repeat-plans-ever', of: 'all', isSame: true },
  { part: 'initial-conferences-15', whole: 'conferences-to-plans', of: 'all' },
]

/** The measures that the Board misses least: where one of two has to be withheld, it is theirs. */
export const givingWay: ReadonlySet<string> = new Set(['repeat-plans-ever', 'conferences-to-plans'])

/** The last financial year whose national figures are out on a day. */
export const publishedYear = (on: Day): Period => financialYearOf(dayOfCivil(lastYearOut(on), 3, 31))

/** Inspections are told as at the first of the pack's month: a paper is sent out before its meeting. */
export const ofstedDay = (date: Day): Day => monthOf(date).from
