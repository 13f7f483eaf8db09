/**
 * What each instrument means by a working day. All leave out Saturdays, Sundays and bank holidays under the Banking
 * and Financial Dealings Act 1971; they differ in the other days they name. Good Friday and Christmas Day must be named,
 * because they are holidays at common law and not under that Act; Boxing Day need not be, because on a weekday it is a
 * bank holiday under the Act. So the wordings differ and the days, for now, do not: a test says so, and would tell us
 * when a change of either made them part.
 */
import { type Day, day } from './day.ts'
import type { Holiday } from './holiday-rules.ts'

export interface WorkingDayDefinition {
  readonly title: string
  readonly authority: string
  /** In force from. */
  readonly since: Day
  /** The days the text names beside weekends and bank holidays. */
  readonly names: readonly ('Good Friday' | 'Christmas Day' | 'Boxing Day')[]
}

/** The definition of most children's regulations; also how counts under statutory guidance, which gives none, are made. */
export const generalWorkingDay: WorkingDayDefinition = {
  title: 'Working day',
  authority: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959) reg 2',
  since: day('2011-04-01'),
  names: ['Good Friday', 'Christmas Day'],
}

export const representationsWorkingDay: WorkingDayDefinition = {
  title: 'Working day for representations and complaints',
  authority: 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738) reg 2',
  since: day('2006-09-01'),
  names: ['Good Friday', 'Christmas Day', 'Boxing Day'],
}

export const privateFosteringWorkingDay: WorkingDayDefinition = {
  title: 'Working day for private fostering',
  authority: 'Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533) reg 2',
  since: day('2005-07-01'),
  names: ['Good Friday', 'Christmas Day'],
}

export const workingDayDefinitions = {
  general: generalWorkingDay,
  representations: representationsWorkingDay,
  privateFostering: privateFosteringWorkingDay,
} as const

/** Holidays at common law, on their own day. A substitute for Christmas Day is a bank holiday under the Act. */
const commonLawDays: ReadonlySet<string> = new Set(['Good Friday', 'Christmas Day'])

/** Does the definition leave this holiday out of its working days? */
export const leavesOut = (definition: WorkingDayDefinition, holiday: Pick<Holiday, 'title'>): boolean =>
  !commonLawDays.has(holiday.title) || definition.names.some((name) => name === holiday.title)
