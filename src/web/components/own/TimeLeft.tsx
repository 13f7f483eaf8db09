import type { Day, Moment } from '../../../core/calendar/index.ts'
import { daysLeft, hoursLeft } from './time-left.ts'

export type TimeLeftProps =
  /** Due by the end of a day. */
  | { readonly due: Day; readonly today: Day }
  /** Due at a moment. */
  | { readonly dueAt: Moment; readonly now: Moment }

/** How long is left, in words. */
export const TimeLeft = (props: TimeLeftProps) => {
  const isDay = 'due' in props
  const { words, state } = isDay ? daysLeft(props.due, props.today) : hoursLeft(props.dueAt, props.now)
  return (
    <time class={classOf[state]} datetime={isDay ? props.due : props.dueAt}>
      {words}
    </time>
  )
}

const classOf = {
  ahead: 'heartwood-time-left',
  soon: 'heartwood-time-left heartwood-time-left--soon',
  late: 'heartwood-time-left heartwood-time-left--late',
} as const
