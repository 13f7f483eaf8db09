import type { ComponentChildren } from 'preact'
import {
  type Attributes,
  classList,
  type HeadingLevel,
  inFull,
  type Props,
  type Short,
  type TextOptions,
} from '../props.ts'

/** What can be done about a row. `visuallyHiddenText` says to what, for who hears the link alone. */
export type SummaryAction = Props<{
  text: ComponentChildren
  href: string
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}>

export type SummaryRow = Props<{
  key: Short<TextOptions>
  value: Short<TextOptions>
  actions?: readonly SummaryAction[]
  actionsClasses?: string
  classes?: string
}>

export type SummaryCard = Props<{
  title?: Short<TextOptions & Props<{ headingLevel?: HeadingLevel }>>
  actions?: readonly SummaryAction[]
  actionsClasses?: string
  classes?: string
  attributes?: Attributes
}>

export type SummaryListProps = Props<{
  rows: readonly (SummaryRow | null | undefined | false)[]
  /** Puts the list in a card, with a title and actions of its own. */
  card?: SummaryCard
  classes?: string
  attributes?: Attributes
}>

/** What is known about one thing: keys and values, with what can be changed. */
export const SummaryList = ({ rows, card, classes, attributes }: SummaryListProps) => {
  const cardTitle = card?.title ? inFull(card.title).text : undefined
  const anyActions = rows.some((row) => (row ? row.actions?.length : false))
  const list = (
    <dl class={classList('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => row && rowOf(row, anyActions, cardTitle))}
    </dl>
  )
  return card ? cardOf(card, cardTitle, list) : list
}

const rowOf = (row: SummaryRow, anyActions: boolean, cardTitle: ComponentChildren) => {
  const key = inFull(row.key)
  const value = inFull(row.value)
  const own =
    anyActions && !row.actions
      ? 'govuk-summary-list__row govuk-summary-list__row--no-actions'
      : 'govuk-summary-list__row'
  return (
    <div class={classList(own, row.classes)}>
      <dt class={classList('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classList('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {row.actions?.length ? (
        <dd class={classList('govuk-summary-list__actions', row.actionsClasses)}>
          {row.actions.length === 1 ? (
            row.actions.map((action) => linkOf(action, cardTitle))
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {row.actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">{linkOf(action, cardTitle)}</li>
              ))}
            </ul>
          )}
        </dd>
      ) : null}
    </div>
  )
}

const cardOf = (card: SummaryCard, cardTitle: ComponentChildren, list: ComponentChildren) => (
  <div class={classList('govuk-summary-card', card.classes)} {...card.attributes}>
    <div class="govuk-summary-card__title-wrapper">
      {card.title && titleOf(card.title)}
      {card.actions?.length ? cardActionsOf(card.actions, card.actionsClasses, cardTitle) : null}
    </div>
    <div class="govuk-summary-card__content">{list}</div>
  </div>
)

const titleOf = (title: NonNullable<SummaryCard['title']>) => {
  const { text, classes } = inFull(title)
  const level = typeof title === 'object' && 'headingLevel' in title ? title.headingLevel : undefined
  const Heading = `h${level ?? 2}` as const
  return <Heading class={classList('govuk-summary-card__title', classes)}>{text}</Heading>
}

const cardActionsOf = (
  actions: readonly SummaryAction[],
  classes: string | undefined,
  cardTitle: ComponentChildren,
) => {
  const classNames = classList('govuk-summary-card__actions', classes)
  if (actions.length === 1) return <div class={classNames}>{actions.map((action) => linkOf(action, cardTitle))}</div>
  return (
    <ul class={classNames}>
      {actions.map((action) => (
        <li class="govuk-summary-card__action">{linkOf(action, cardTitle)}</li>
      ))}
    </ul>
  )
}

const linkOf = (action: SummaryAction, cardTitle: ComponentChildren) => (
  <a class={classList('govuk-link', action.classes)} href={action.href} {...action.attributes}>
    {action.text}
    {(action.visuallyHiddenText || cardTitle) && (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
        {cardTitle && [' (', cardTitle, ')']}
      </span>
    )}
  </a>
)
