import type { ComponentChildren } from 'preact'
import {
  type Day,
  dayOfMonthOf,
  monthNames,
  monthNumberOf,
  weekday,
  weekdayNames,
} from '../../../core/calendar/index.ts'
import type { HeadingLevel, Props } from '../props.ts'

export type StripDay = Props<{ day: Day; items: readonly ComponentChildren[] }>

export type FiveDayStripProps = Props<{
  /** Five days, in order: the caller's calendar chooses which. */
  days: readonly [StripDay, StripDay, StripDay, StripDay, StripDay]
  today: Day
  /** Names the strip when it is read aloud: 'Your next five days'. */
  label: string
  headingLevel?: HeadingLevel
}>

/** Five days side by side, each with what it holds. */
export const FiveDayStrip = ({ days, today, label, headingLevel }: FiveDayStripProps) => {
  const Heading = `h${headingLevel ?? 3}` as const
  return (
    <ol class="heartwood-days" aria-label={label}>
      {days.map(({ day, items }) => (
        <li class={day === today ? 'heartwood-days__day heartwood-days__day--today' : 'heartwood-days__day'}>
          <Heading class="heartwood-days__title">
            {day === today ? 'Today, ' : ''}
            {weekdayNames[weekday(day)]} {dayOfMonthOf(day)} {monthNames[monthNumberOf(day) - 1]}
          </Heading>
          {items.length === 0 ? (
            'Nothing planned'
          ) : (
            <ul class="heartwood-days__list">
              {items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
