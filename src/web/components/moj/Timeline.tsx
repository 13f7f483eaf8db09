import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel, type Props } from '../props.ts'

export type TimelineItem = Props<{
  label: ComponentChildren
  /** For machines: `2026-06-15`, with the time where it is known. */
  timestamp: string
  /** For people: 'Tuesday 15 June 2026'. */
  date: ComponentChildren
  /** Who recorded it; 'by' is put before it. */
  byline?: ComponentChildren
  children?: ComponentChildren
  classes?: string
  attributes?: Attributes
}>

export type TimelineProps = Props<{
  items: readonly TimelineItem[]
  headingLevel?: HeadingLevel
  classes?: string
  attributes?: Attributes
}>

/** What happened, one event below another. */
export const Timeline = ({ items, headingLevel, classes, attributes }: TimelineProps) => {
  const Heading = `h${headingLevel ?? 2}` as const
  return (
    <div class={classList('moj-timeline', classes)} {...attributes}>
      {items.map((item) => (
        <div class={classList('moj-timeline__item', item.classes)} {...item.attributes}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.label}</Heading>{' '}
            {item.byline && <p class="moj-timeline__byline">by {item.byline}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={item.timestamp}>{item.date}</time>
          </p>
          <div class="moj-timeline__description">{item.children}</div>
        </div>
      ))}
    </div>
  )
}
