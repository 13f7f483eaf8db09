import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel, type Props } from '../props.ts'
import { Button } from './Button.tsx'

/** A link, unless it has no `href` or its type is a button's. */
export type PanelAction = Props<{
  text: string
  href?: string
  type?: 'button' | 'submit' | 'reset'
  classes?: string
  attributes?: Attributes
}>

export type PanelProps = Props<{
  title: ComponentChildren
  children?: ComponentChildren
  /** 'confirmation' (it is done) unless said; 'interruption' makes the person stop and read. */
  variant?: 'confirmation' | 'interruption'
  /** Of an interruption: what the person can do. */
  actions?: Props<{ items?: readonly PanelAction[]; classes?: string; attributes?: Attributes }>
  headingLevel?: HeadingLevel
  classes?: string
  attributes?: Attributes
}>

/** That something is done, or must be read first, in the largest type. */
export const Panel = ({
  title,
  children,
  variant = 'confirmation',
  actions,
  headingLevel,
  classes,
  attributes,
}: PanelProps) => {
  const Heading = `h${headingLevel ?? 1}` as const
  return (
    <div class={classList(`govuk-panel govuk-panel--${variant}`, classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {actions && variant === 'interruption' && (
        <div class={classList('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items?.length ? (
            <div class="govuk-button-group">{actions.items.map((action) => [' ', actionOf(action)])}</div>
          ) : null}
        </div>
      )}
    </div>
  )
}

const actionOf = ({ text, href, type, classes, attributes }: PanelAction) =>
  href && type !== 'button' ? (
    <a class={classList('govuk-link govuk-link--inverse', classes)} href={href} {...attributes}>
      {text}
    </a>
  ) : (
    <Button variant="inverse" type={type ?? 'button'} href={href} classes={classes} attributes={attributes}>
      {text}
    </Button>
  )
