/**
 * The reports that the collection of the children in need census makes of what a council sends, made from the record
 * before anything is sent. Names are the collection's as far as they are known; those of its reports that are not known by
 * name are here under plain ones.
 */
import { type Day, financialYearOf, min, type Period, yearOf } from '../../../core/calendar/index.ts'
import { countReports } from './counts.ts'
import { dayReports } from './days.ts'
import { planReports } from './plans.ts'
import type { CinReport } from './report.ts'

export { everyReviewInTime } from './plans.ts'
export type { CinReport, ReportCell, ReportContext, ReportTable } from './report.ts'
export { type CinYear, readCinYear } from './year.ts'

export const cinReports: readonly CinReport[] = [...dayReports, ...planReports, ...countReports]

/** The census runs from 1 April to 31 March; of the year that runs, what there is until today. */
export function censusYear(on: Day, today: Day): Period {
  const year = financialYearOf(on)
  return { ...year, to: min(year.to, today) }
}

/** The years that can be asked for, the latest first. */
export function censusYears(today: Day, count = 10): readonly Period[] {
  const years: Period[] = []
  for (let on = financialYearOf(today); years.length < count; on = yearBefore(on))
    years.push(censusYear(on.from, today))
  return years
}

const yearBefore = (period: Period): Period => financialYearOf(`${yearOf(period.from) - 1}-04-01` as Day)
