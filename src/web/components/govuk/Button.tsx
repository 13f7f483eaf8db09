import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type ButtonProps = Props<{
  children?: ComponentChildren
  /** The main action of the page has no variant. */
  variant?: 'secondary' | 'warning' | 'inverse'
  /** A link that looks like a button. */
  href?: string
  type?: 'button' | 'submit' | 'reset'
  name?: string
  value?: string
  id?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  classes?: string
  attributes?: Attributes
}>

/** What the person can do next. Sends its form unless `type` or `href` says otherwise. */
export const Button = (props: ButtonProps) => {
  const own = props.variant ? `govuk-button govuk-button--${props.variant}` : 'govuk-button'
  const classes = classList(own, props.classes)
  const classNames = props.isStartButton ? `${classes} govuk-button--start` : classes
  const content = props.isStartButton ? startContent(props.children) : props.children
  if (props.href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: GOV.UK's link button; its script makes the space bar work.
      <a
        href={props.href}
        role="button"
        draggable={false}
        class={classNames}
        data-module="govuk-button"
        id={props.id}
        {...props.attributes}
      >
        {content}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      class={classNames}
      data-module="govuk-button"
      id={props.id}
      {...props.attributes}
    >
      {content}
    </button>
  )
}

/** Start buttons are laid out with flexbox, so content of more than text is held together by a span. */
const startContent = (children: ComponentChildren) => (
  <>
    {typeof children === 'string' ? children : <span>{children}</span>}
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  </>
)
