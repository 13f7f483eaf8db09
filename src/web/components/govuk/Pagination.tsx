import type { ComponentChildren } from 'preact'
import { trustedHtml } from '../html.ts'
import { type Attributes, classList, type Props } from '../props.ts'

/** One page of a list, or the gap where pages are left out. */
export type PageItem =
  | Props<{
      number: number | string
      href: string
      current?: boolean
      visuallyHiddenText?: string
      attributes?: Attributes
    }>
  | Props<{ ellipsis: true }>

/** The page before or after. `labelText` says what is on it, where pages are the parts of one text. */
export type PageLink = Props<{ href: string; text?: ComponentChildren; labelText?: string; attributes?: Attributes }>

export type PaginationProps = Props<{
  items?: readonly (PageItem | null | undefined | false)[]
  previous?: PageLink
  next?: PageLink
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}>

/** The pages of a list, or (without `items`) the parts of a text. */
export const Pagination = ({ items, previous, next, landmarkLabel, classes, attributes }: PaginationProps) => {
  const isBlock = !items && !!(previous || next)
  return (
    <nav
      class={classList(isBlock ? 'govuk-pagination govuk-pagination--block' : 'govuk-pagination', classes)}
      aria-label={landmarkLabel || 'Pagination'}
      {...attributes}
    >
      {previous && arrowLink('prev', previous, isBlock)}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && pageOf(item))}</ul>}
      {next && arrowLink('next', next, isBlock)}
    </nav>
  )
}

const pageOf = (item: PageItem) => {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={item.current ? 'govuk-pagination__item govuk-pagination__item--current' : 'govuk-pagination__item'}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

const arrowLink = (side: 'prev' | 'next', link: PageLink, isBlock: boolean) => {
  const isDecorated = isBlock && !link.labelText
  return (
    <div class={`govuk-pagination__${side}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={side} {...link.attributes}>
        {(isBlock || side === 'prev') && trustedHtml(arrow[side])}{' '}
        <span
          class={
            isDecorated
              ? 'govuk-pagination__link-title govuk-pagination__link-title--decorated'
              : 'govuk-pagination__link-title'
          }
        >
          {link.text || [side === 'prev' ? 'Previous' : 'Next', <span class="govuk-visually-hidden"> page</span>]}
        </span>{' '}
        {link.labelText && isBlock && (
          <>
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && side === 'next' && trustedHtml(arrow[side])}
      </a>
    </div>
  )
}

const arrowSvg = (side: 'prev' | 'next', path: string) =>
  `<svg class="govuk-pagination__icon govuk-pagination__icon--${side}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`

const arrow = {
  prev: arrowSvg(
    'prev',
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ),
  next: arrowSvg(
    'next',
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ),
}
