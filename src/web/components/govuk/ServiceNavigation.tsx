import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

/** `current` is this page; `active` is the section this page is in. Without `href` it is not a link. */
export type NavigationItem = Props<{
  text?: ComponentChildren
  href?: string
  current?: boolean
  active?: boolean
  attributes?: Attributes
}>

export type ServiceNavigationProps = Props<{
  navigation?: readonly (NavigationItem | null | undefined | false)[]
  navigationLabel?: string
  navigationId?: string
  navigationClasses?: string
  serviceName?: string
  serviceUrl?: string
  /** The label of the region, where there is a service name or something at its start or end. */
  ariaLabel?: string
  menuButtonText?: string
  menuButtonLabel?: string
  /** Behind a menu button on a phone: whenever there is more than one item, unless said. */
  collapseNavigationOnMobile?: boolean
  slots?: Props<{
    start?: ComponentChildren
    end?: ComponentChildren
    isEndInline?: boolean
    navigationStart?: ComponentChildren
    navigationEnd?: ComponentChildren
  }>
  classes?: string
  attributes?: Attributes
}>

/** The rooms of the service, on every page. */
export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const { serviceName, slots } = props
  const Region = serviceName || slots?.start || slots?.end ? 'section' : 'div'
  return (
    <Region
      aria-label={Region === 'section' ? (props.ariaLabel ?? 'Service information') : undefined}
      class={classList('govuk-service-navigation', props.classes)}
      data-module="govuk-service-navigation"
      {...props.attributes}
    >
      <div
        class={
          slots?.isEndInline
            ? 'govuk-width-container govuk-service-navigation__inlining-container'
            : 'govuk-width-container'
        }
      >
        {slots?.start}
        <div class="govuk-service-navigation__container">
          {serviceName && nameOf(serviceName, props.serviceUrl)}
          {navigationOf(props)}
        </div>
        {slots?.end}
      </div>
    </Region>
  )
}

const nameOf = (serviceName: string, serviceUrl: string | undefined) => (
  <span class="govuk-service-navigation__service-name">
    {serviceUrl ? (
      <a href={serviceUrl} class="govuk-service-navigation__link">
        {serviceName}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{serviceName}</span>
    )}
  </span>
)

const navigationOf = (props: ServiceNavigationProps) => {
  const { slots, menuButtonLabel } = props
  const items = props.navigation?.filter((item) => !!item) ?? []
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return null
  const id = props.navigationId || 'navigation'
  const menu = props.menuButtonText || 'Menu'
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classList('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is hidden too, until GOV.UK's script shows it.
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={menuButtonLabel && menuButtonLabel !== menu ? menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots?.navigationStart}
        {items.map(itemOf)}
        {slots?.navigationEnd}
      </ul>
    </nav>
  )
}

const itemOf = ({ text, href, current, active, attributes }: NavigationItem) => {
  const isActive = active || current
  const aria = current ? 'page' : active ? 'true' : undefined
  // Strong, so that who overrides colours and styles still sees where they are.
  const content = isActive ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li
      class={
        isActive
          ? 'govuk-service-navigation__item govuk-service-navigation__item--active'
          : 'govuk-service-navigation__item'
      }
    >
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={aria} {...attributes}>
          {content}
        </a>
      ) : text ? (
        <span class="govuk-service-navigation__text" aria-current={aria}>
          {content}
        </span>
      ) : null}
    </li>
  )
}
