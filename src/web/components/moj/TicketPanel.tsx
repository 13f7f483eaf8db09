import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type TicketPanelItem = Props<{
  text: ComponentChildren
  /** A band at the side. Never the only carrier of the meaning. */
  colour?: 'blue' | 'red' | 'yellow' | 'green' | 'purple' | 'orange' | 'grey'
  classes?: string
  attributes?: Attributes
}>

export type TicketPanelProps = Props<{
  items: readonly TicketPanelItem[]
  classes?: string
  attributes?: Attributes
}>

/** Things that stand on their own, such as cards of a board. */
export const TicketPanel = ({ items, classes, attributes }: TicketPanelProps) => (
  <article class={classList('moj-ticket-panel', classes)} {...attributes}>
    {items.map(({ text, colour, classes: extra, attributes: further }) => {
      const own = 'moj-ticket-panel__content'
      return (
        <section class={classList(colour ? `${own} ${own}--${colour}` : own, extra)} {...further}>
          {text}
        </section>
      )
    })}
  </article>
)
