import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel, type Props } from '../props.ts'

export type NotificationBannerProps = Props<{
  /** Text alone is set as the banner's heading line; elements stand as they are. */
  children?: ComponentChildren
  /** What was just done worked: read aloud at once. */
  type?: 'success'
  /** 'Success' or 'Important' unless said. */
  title?: ComponentChildren
  titleId?: string
  titleHeadingLevel?: HeadingLevel
  role?: 'alert' | 'region' | 'banner'
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

/** What the person should know now, about something that is not this page. */
export const NotificationBanner = (props: NotificationBannerProps) => {
  const { children, type } = props
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${props.titleHeadingLevel ?? 2}` as const
  const own = type ? `govuk-notification-banner govuk-notification-banner--${type}` : 'govuk-notification-banner'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is always one that can be labelled.
    <div
      class={classList(own, props.classes)}
      role={props.role || (type ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || (type ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
