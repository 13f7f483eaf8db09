import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

/** One error; `href` is `#` and the id of the field (of a group of choices: of its first). */
export type ErrorItem = Props<{ text: ComponentChildren; href?: string; attributes?: Attributes }>

export type ErrorSummaryProps = Props<{
  errorList: readonly ErrorItem[]
  title?: ComponentChildren
  description?: ComponentChildren
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

/** Every error of the page, above everything else, each a link to its field. */
export const ErrorSummary = ({
  errorList,
  title = 'There is a problem',
  description,
  disableAutoFocus,
  classes,
  attributes,
}: ErrorSummaryProps) => (
  <div
    class={classList('govuk-error-summary', classes)}
    data-module="govuk-error-summary"
    data-disable-auto-focus={disableAutoFocus}
    {...attributes}
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {description && <p>{description}</p>}
        {errorList.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {errorList.map((item) => (
              <li>
                {item.href ? (
                  <a href={item.href} {...item.attributes}>
                    {item.text}
                  </a>
                ) : (
                  item.text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)
