/**
 * Hours of the front door (the multi-agency safeguarding hub): only its opening hours count. They are a local setting,
 * dated, so that a change of hours leaves the clocks of the past as they were. Opening and closing are by London's
 * clocks.
 */
import { addDays, type Day, weekday, weekdayNames } from './day.ts'
import { dayOf, type Moment, millisOf, momentAt, momentFromMillis } from './moment.ts'
import type { WorkingCalendar } from './working-days.ts'

/** Minutes after midnight; `closes` is later than `opens` and at most 1440. */
export interface Opening {
  readonly opens: number
  readonly closes: number
}

export interface HubSetting {
  readonly since: Day
  /** Days that are not named are closed. */
  readonly week: Partial<Record<(typeof weekdayNames)[number], Opening>>
  /** Without this the hub is closed on bank holidays. */
  readonly opensOnBankHolidays?: boolean
}

export interface HubCalendar {
  /** When the hub opens and closes on a day; `undefined` when it is closed. */
  openingOn(day: Day): { readonly opens: Moment; readonly closes: Moment } | undefined
  /** Why it is closed on a day; `undefined` when it opens. */
  whyClosed(day: Day): string | undefined
}

/** The hours of a day of its own council: 9 to 5 on working days, until a manager enters others. */
const nineToFive: Opening = { opens: 9 * 60, closes: 17 * 60 }
export const defaultHubSetting = (since: Day): HubSetting => ({
  since,
  week: {
    Monday: nineToFive,
    Tuesday: nineToFive,
    Wednesday: nineToFive,
    Thursday: nineToFive,
    Friday: nineToFive,
  },
})

const momentOf = (day: Day, minute: number): Moment => momentAt(day, Math.floor(minute / 60), minute % 60)

/**
 * @param settings at least one, in any order; the first also covers the days before it.
 * Throws `RangeError` for a setting under which the hub never opens: whoever reads settings checks them first.
 */
export function hubCalendar(settings: readonly [HubSetting, ...HubSetting[]], working: WorkingCalendar): HubCalendar {
  const latestFirst = settings.toSorted((a, b) => (a.since < b.since ? 1 : -1))
  for (const { since, week } of settings) {
    const openings = Object.values(week)
    const wrong = openings.some(({ opens, closes }) => !(opens >= 0 && opens < closes && closes <= 1440))
    if (wrong || openings.length === 0) throw new RangeError(`The hub hours from ${since} cannot be used`)
  }
  const settingOn = (day: Day): HubSetting | undefined =>
    latestFirst.find((one) => one.since <= day) ?? latestFirst.at(-1)
  const openOn = (day: Day): Opening | string => {
    const name = weekdayNames[weekday(day)]
    const setting = settingOn(day)
    const opening = setting?.week[name]
    if (!opening) return name
    const isWeekend = name === 'Saturday' || name === 'Sunday'
    return (isWeekend || setting.opensOnBankHolidays ? undefined : working.whyNot(day)) ?? opening
  }
  return {
    openingOn(day) {
      const opening = openOn(day)
      if (typeof opening === 'string') return undefined
      return { opens: momentOf(day, opening.opens), closes: momentOf(day, opening.closes) }
    },
    whyClosed(day) {
      const opening = openOn(day)
      return typeof opening === 'string' ? opening : undefined
    },
  }
}

const millisInMinute = 60_000
const millisInHour = 3_600_000

/**
 * The moment at which so many opening hours have passed since `from`; exactly at closing is still that day.
 * With `runsOn` the clock waits for the hub to open and then keeps running past closing: an urgent (red) contact.
 */
export function addHubHours(from: Moment, hours: number, hub: HubCalendar, { runsOn = false } = {}): Moment {
  if (!(hours >= 0)) throw new RangeError(`Hub hours only run forwards: ${hours}`)
  if (hours === 0) return from
  let left = hours * millisInHour
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    const opening = hub.openingOn(day)
    if (!opening || opening.closes <= from) continue
    const starts = millisOf(opening.opens > from ? opening.opens : from)
    const open = millisOf(opening.closes) - starts
    if (runsOn || left <= open) return momentFromMillis(starts + left)
    left -= open
  }
}

/** Whole minutes for which the hub was open between two moments; 0 when `to` is not after `from`. */
export function hubMinutesBetween(from: Moment, to: Moment, hub: HubCalendar): number {
  let millis = 0
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    const opening = hub.openingOn(day)
    if (!opening) continue
    const starts = opening.opens > from ? opening.opens : from
    const ends = opening.closes < to ? opening.closes : to
    if (starts < ends) millis += millisOf(ends) - millisOf(starts)
  }
  return Math.floor(millis / millisInMinute)
}
