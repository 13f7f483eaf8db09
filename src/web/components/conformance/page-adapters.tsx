/** The options of the macros of pages, as the props of our components. Only for tests. */
import type { VNode } from 'preact'
import { BackLink } from '../govuk/BackLink.tsx'
import { Breadcrumbs } from '../govuk/Breadcrumbs.tsx'
import { Details } from '../govuk/Details.tsx'
import { InsetText } from '../govuk/InsetText.tsx'
import { NotificationBanner } from '../govuk/NotificationBanner.tsx'
import { type PageItem, type PageLink, Pagination } from '../govuk/Pagination.tsx'
import { Panel } from '../govuk/Panel.tsx'
import { ServiceNavigation } from '../govuk/ServiceNavigation.tsx'
import { SkipLink } from '../govuk/SkipLink.tsx'
import { type SummaryAction, SummaryList } from '../govuk/SummaryList.tsx'
import { type CellOptions, Table } from '../govuk/Table.tsx'
import { Tabs } from '../govuk/Tabs.tsx'
import { Tag } from '../govuk/Tag.tsx'
import { TaskList } from '../govuk/TaskList.tsx'
import { WarningText } from '../govuk/WarningText.tsx'
import { trustedHtml } from '../html.ts'
import type { HeadingLevel } from '../props.ts'
import {
  attributes,
  common,
  content,
  flag,
  isOptions,
  list,
  number,
  type Options,
  options,
  part,
  text,
  textOrNumber,
  word,
} from './official.ts'

const headingLevel = (given: unknown): HeadingLevel | undefined => {
  const levels: readonly HeadingLevel[] = [1, 2, 3, 4, 5, 6]
  return levels.find((level) => level === given)
}

const slot = (given: unknown) => (typeof given === 'string' ? trustedHtml(given) : undefined)

const pageLink = (given: unknown): PageLink | undefined =>
  isOptions(given) && given.href
    ? {
        href: text(given.href) ?? '',
        text: content(given),
        labelText: text(given.labelText),
        attributes: attributes(given.attributes),
      }
    : undefined

const pageItem = (given: unknown): PageItem | undefined => {
  if (!isOptions(given) || Object.keys(given).length === 0) return undefined
  if (given.ellipsis) return { ellipsis: true }
  return {
    number: textOrNumber(given.number) ?? '',
    href: text(given.href) ?? '',
    current: flag(given.current),
    visuallyHiddenText: text(given.visuallyHiddenText),
    attributes: attributes(given.attributes),
  }
}

const summaryActions = (given: unknown): readonly SummaryAction[] | undefined =>
  Array.isArray(options(given).items)
    ? list(options(given).items).map((action) => ({
        ...common(options(action)),
        text: content(action),
        href: text(options(action).href) ?? '',
        visuallyHiddenText: text(options(action).visuallyHiddenText),
      }))
    : undefined

const actionsClasses = (given: unknown) => text(options(given).classes)

const cell = (given: unknown): CellOptions => {
  const cellOptions = options(given)
  return {
    ...common(cellOptions),
    text: content(given),
    format: word(cellOptions.format, 'numeric'),
    colspan: number(cellOptions.colspan),
    rowspan: number(cellOptions.rowspan),
  }
}

const interruption = 'govuk-panel--interruption'

export const pageAdapters: Readonly<Record<string, (given: Options) => VNode>> = {
  'back-link': (given) => (
    <BackLink {...common(given)} href={text(given.href)}>
      {content(given)}
    </BackLink>
  ),
  breadcrumbs: (given) => (
    <Breadcrumbs
      {...common(given)}
      collapseOnMobile={flag(given.collapseOnMobile)}
      labelText={text(given.labelText)}
      items={list(given.items).map((item) => ({
        text: content(item),
        href: text(options(item).href),
        attributes: attributes(options(item).attributes),
      }))}
    />
  ),
  details: (given) => (
    <Details
      {...common(given)}
      id={text(given.id)}
      open={flag(given.open)}
      summary={content(given, 'summaryHtml', 'summaryText')}
    >
      {content(given)}
    </Details>
  ),
  'inset-text': (given) => (
    <InsetText {...common(given)} id={text(given.id)}>
      {content(given)}
    </InsetText>
  ),
  'notification-banner': (given) => (
    <NotificationBanner
      {...common(given)}
      type={given.type === 'success' ? 'success' : undefined}
      title={content(given, 'titleHtml', 'titleText')}
      titleId={text(given.titleId)}
      titleHeadingLevel={headingLevel(given.titleHeadingLevel)}
      role={word(given.role, 'alert', 'region', 'banner')}
      disableAutoFocus={flag(given.disableAutoFocus)}
    >
      {content(given)}
    </NotificationBanner>
  ),
  pagination: (given) => (
    <Pagination
      {...common(given)}
      items={Array.isArray(given.items) ? given.items.map(pageItem) : undefined}
      previous={pageLink(given.previous)}
      next={pageLink(given.next)}
      landmarkLabel={text(given.landmarkLabel)}
    />
  ),
  panel: (given) => {
    const classes = text(given.classes) ?? ''
    return (
      <Panel
        {...common(given)}
        // Ours is a variant, so that it need not be known by its class.
        variant={classes.includes(interruption) ? 'interruption' : 'confirmation'}
        classes={classes.replace(interruption, '').trim()}
        title={content(given, 'titleHtml', 'titleText')}
        headingLevel={headingLevel(given.headingLevel)}
        actions={
          isOptions(given.actions)
            ? {
                ...common(given.actions),
                items: list(given.actions.items).map((action) => ({
                  ...common(options(action)),
                  text: text(options(action).text) ?? '',
                  href: text(options(action).href),
                  type: word(options(action).type, 'button', 'submit', 'reset'),
                })),
              }
            : undefined
        }
      >
        {content(given)}
      </Panel>
    )
  },
  'service-navigation': (given) => {
    const slots = options(given.slots)
    return (
      <ServiceNavigation
        {...common(given)}
        serviceName={text(given.serviceName)}
        serviceUrl={text(given.serviceUrl)}
        ariaLabel={text(given.ariaLabel)}
        menuButtonText={text(given.menuButtonText)}
        menuButtonLabel={text(given.menuButtonLabel)}
        navigationLabel={text(given.navigationLabel)}
        navigationClasses={text(given.navigationClasses)}
        navigationId={text(given.navigationId)}
        collapseNavigationOnMobile={flag(given.collapseNavigationOnMobile)}
        slots={{
          start: slot(slots.start),
          end: slot(isOptions(slots.end) ? slots.end.html : slots.end),
          isEndInline: options(slots.end).align === 'inline',
          navigationStart: slot(slots.navigationStart),
          navigationEnd: slot(slots.navigationEnd),
        }}
        navigation={list(given.navigation).map((item) =>
          isOptions(item)
            ? {
                text: content(item),
                href: text(item.href),
                current: flag(item.current),
                active: flag(item.active),
                attributes: attributes(item.attributes),
              }
            : undefined,
        )}
      />
    )
  },
  'skip-link': (given) => (
    <SkipLink {...common(given)} href={text(given.href)}>
      {content(given)}
    </SkipLink>
  ),
  'summary-list': (given) => {
    const card = given.card
    return (
      <SummaryList
        {...common(given)}
        rows={list(given.rows).map((row) =>
          isOptions(row)
            ? {
                classes: text(row.classes),
                key: part(row.key) ?? '',
                value: part(row.value) ?? '',
                actions: summaryActions(row.actions),
                actionsClasses: actionsClasses(row.actions),
              }
            : undefined,
        )}
        card={
          isOptions(card)
            ? {
                ...common(card),
                title: isOptions(card.title)
                  ? { text: content(card.title), headingLevel: headingLevel(card.title.headingLevel) }
                  : undefined,
                actions: summaryActions(card.actions),
                actionsClasses: actionsClasses(card.actions),
              }
            : undefined
        }
      />
    )
  },
  table: (given) => (
    <Table
      {...common(given)}
      caption={text(given.caption)}
      captionClasses={text(given.captionClasses)}
      firstCellIsHeader={flag(given.firstCellIsHeader)}
      head={Array.isArray(given.head) ? given.head.map(cell) : undefined}
      rows={list(given.rows).map((row) => (Array.isArray(row) ? row.map(cell) : undefined))}
    />
  ),
  tabs: (given) => (
    <Tabs
      {...common(given)}
      id={text(given.id)}
      idPrefix={text(given.idPrefix)}
      title={text(given.title)}
      items={list(given.items).map((item) =>
        isOptions(item)
          ? {
              label: text(item.label),
              id: text(item.id),
              panel: content(item.panel),
              attributes: attributes(item.attributes),
              panelAttributes: attributes(options(item.panel).attributes),
            }
          : undefined,
      )}
    />
  ),
  tag: (given) => <Tag {...common(given)}>{content(given)}</Tag>,
  'task-list': (given) => (
    <TaskList
      {...common(given)}
      idPrefix={text(given.idPrefix)}
      items={list(given.items).map((item) => {
        if (!isOptions(item)) return undefined
        const status = options(item.status)
        const tag = status.tag
        return {
          title: part(item.title) ?? '',
          href: text(item.href),
          hint: content(item.hint),
          classes: text(item.classes),
          status: isOptions(tag)
            ? { ...common(status), text: <Tag {...common(tag)}>{content(tag)}</Tag> }
            : { ...common(status), text: content(status) },
        }
      })}
    />
  ),
  'warning-text': (given) => (
    <WarningText {...common(given)} iconFallbackText={text(given.iconFallbackText)}>
      {content(given)}
    </WarningText>
  ),
}
