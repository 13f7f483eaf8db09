import type { ComponentChildren } from 'preact'
import { Button } from '../govuk/Button.tsx'
import type { Attributes, Props } from '../props.ts'

/** What is chosen of one kind. Each `href` is the list without that one. */
export type FilterCategory = Props<{
  heading: ComponentChildren
  items: readonly { readonly text: string; readonly href: string }[]
}>

export type FilterProps = Props<{
  /** The fields. Put the filter inside a form with `method="get"`, so that the address keeps what was chosen. */
  children: ComponentChildren
  heading?: ComponentChildren
  selected?: Props<{
    heading?: ComponentChildren
    clear: { readonly text?: string; readonly href: string }
    categories: readonly FilterCategory[]
  }>
  submit?: Props<{ text?: string; attributes?: Attributes }>
  attributes?: Attributes
}>

/** Why these rows, and how to see others. */
export const Filter = ({ children, heading, selected, submit, attributes }: FilterProps) => (
  <div class="moj-filter" data-module="moj-filter" {...attributes}>
    <div class="moj-filter__header">
      <div class="moj-filter__header-title">
        <h2 class="govuk-heading-m">{heading ?? 'Filter'}</h2>
      </div>
      <div class="moj-filter__header-action" />
    </div>
    <div class="moj-filter__content">
      {selected && selectedOf(selected)}
      <div class="moj-filter__options">
        <Button attributes={submit?.attributes}>{submit?.text || 'Apply filters'}</Button>
        {children}
      </div>
    </div>
  </div>
)

const selectedOf = ({ heading, clear, categories }: NonNullable<FilterProps['selected']>) => (
  <div class="moj-filter__selected">
    <div class="moj-filter__selected-heading">
      <div class="moj-filter__heading-title">
        <h2 class="govuk-heading-m">{heading ?? 'Selected filters'}</h2>
      </div>{' '}
      <div class="moj-filter__heading-action">
        <p>
          <a class="govuk-link govuk-link--no-visited-state" href={clear.href}>
            {clear.text ?? 'Clear filters'}
          </a>
        </p>
      </div>
    </div>
    {categories.map((category) => (
      <>
        <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{category.heading}</h3>
        <ul class="moj-filter-tags">
          {category.items.map((item) => (
            <li>
              <a class="moj-filter__tag" href={item.href}>
                <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </div>
)
