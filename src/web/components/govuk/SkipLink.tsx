import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type SkipLinkProps = Props<{
  children?: ComponentChildren
  href?: string
  classes?: string
  attributes?: Attributes
}>

/** Leads past the navigation, for who uses the keyboard. */
export const SkipLink = ({ children, href, classes, attributes }: SkipLinkProps) => (
  <a
    href={href || '#content'}
    class={classList('govuk-skip-link', classes)}
    data-module="govuk-skip-link"
    {...attributes}
  >
    {children}
  </a>
)
