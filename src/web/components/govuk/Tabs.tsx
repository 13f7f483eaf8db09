import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

/** A panel of text alone is set as a paragraph. Give an `id`, or the tabs an `idPrefix`. */
export type Tab = Props<{
  label: ComponentChildren
  panel?: ComponentChildren
  id?: string
  attributes?: Attributes
  panelAttributes?: Attributes
}>

export type TabsProps = Props<{
  items?: readonly (Tab | null | undefined | false)[]
  idPrefix?: string
  id?: string
  title?: string
  classes?: string
  attributes?: Attributes
}>

/** Parts of one page, one shown at a time; one below another where scripts do not run. */
export const Tabs = ({ items, idPrefix, id, title, classes, attributes }: TabsProps) => {
  const panelId = (tab: Tab, index: number) => tab.id || `${idPrefix ?? ''}-${index + 1}`
  return (
    <div id={id} class={classList('govuk-tabs', classes)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title ?? 'Contents'}</h2>
      {items?.length ? (
        <ul class="govuk-tabs__list">{items.map((tab, index) => tab && link(tab, panelId(tab, index), index))}</ul>
      ) : null}
      {items?.map((tab, index) => tab && panel(tab, panelId(tab, index), index))}
    </div>
  )
}

const link = (tab: Tab, panelId: string, index: number) => (
  <li class={index === 0 ? 'govuk-tabs__list-item govuk-tabs__list-item--selected' : 'govuk-tabs__list-item'}>
    <a class="govuk-tabs__tab" href={`#${panelId}`} {...tab.attributes}>
      {tab.label}
    </a>
  </li>
)

const panel = (tab: Tab, panelId: string, index: number) => (
  <div
    class={index === 0 ? 'govuk-tabs__panel' : 'govuk-tabs__panel govuk-tabs__panel--hidden'}
    id={panelId}
    {...tab.panelAttributes}
  >
    {typeof tab.panel === 'string' ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
  </div>
)
