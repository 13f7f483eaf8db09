import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

/** Without `href` it is this page. */
export type Breadcrumb = Props<{ text?: ComponentChildren; href?: string; attributes?: Attributes }>

export type BreadcrumbsProps = Props<{
  items: readonly Breadcrumb[]
  labelText?: string
  collapseOnMobile?: boolean
  classes?: string
  attributes?: Attributes
}>

/** Where this page is, from the top down. */
export const Breadcrumbs = ({ items, labelText, collapseOnMobile, classes, attributes }: BreadcrumbsProps) => {
  const classNames = classList('govuk-breadcrumbs', classes)
  return (
    <nav
      class={collapseOnMobile ? `${classNames} govuk-breadcrumbs--collapse-on-mobile` : classNames}
      aria-label={labelText ?? 'Breadcrumb'}
      {...attributes}
    >
      <ol class="govuk-breadcrumbs__list">{items.map(crumb)}</ol>
    </nav>
  )
}

const crumb = ({ text, href, attributes }: Breadcrumb) =>
  href ? (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {text}
    </li>
  )
