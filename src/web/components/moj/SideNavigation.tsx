import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel, type Props } from '../props.ts'

export type SideNavigationItem = Props<{
  text: ComponentChildren
  href: string
  /** This is the page being read. */
  active?: boolean
  attributes?: Attributes
}>

export type SideNavigationSection = Props<{
  heading: ComponentChildren
  headingLevel?: HeadingLevel
  items: readonly SideNavigationItem[]
}>

export type SideNavigationProps = Props<{
  label?: string
  items?: readonly SideNavigationItem[]
  /** Links under headings, instead of `items`. */
  sections?: readonly SideNavigationSection[]
  classes?: string
  attributes?: Attributes
}>

/** The pages of a large part of the service, beside them. */
export const SideNavigation = ({ label, items, sections, classes, attributes }: SideNavigationProps) => (
  <nav class={classList('moj-side-navigation', classes)} aria-label={label || undefined} {...attributes}>
    {sections ? sections.map(section) : links(items ?? [])}
  </nav>
)

const section = ({ heading, headingLevel, items }: SideNavigationSection) => {
  const Heading = `h${headingLevel ?? 4}` as const
  return (
    <>
      <Heading class="moj-side-navigation__title">{heading}</Heading>
      {links(items)}
    </>
  )
}

const links = (items: readonly SideNavigationItem[]) => (
  <ul class="moj-side-navigation__list">
    {items.map(({ text, href, active, attributes }) => (
      <li
        class={active ? 'moj-side-navigation__item moj-side-navigation__item--active' : 'moj-side-navigation__item'}
        {...attributes}
      >
        <a href={href} aria-current={active ? 'location' : undefined}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)
