import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type SubNavigationItem = Props<{
  text: ComponentChildren
  href: string
  /** This is the page being read. */
  active?: boolean
  classes?: string
  attributes?: Attributes
}>

export type SubNavigationProps = Props<{
  items: readonly SubNavigationItem[]
  /** Tells it from the other navigation of the page when read aloud. */
  label?: string
  classes?: string
  attributes?: Attributes
}>

/** The pages of one record, as a line of links. */
export const SubNavigation = ({ items, label, classes, attributes }: SubNavigationProps) => (
  <nav
    class={classList('moj-sub-navigation', classes)}
    aria-label={label || 'Secondary navigation region'}
    {...attributes}
  >
    <ul class="moj-sub-navigation__list">
      {items.map((item) => (
        <li class={classList('moj-sub-navigation__item', item.classes)}>
          <a
            class="moj-sub-navigation__link"
            aria-current={item.active ? 'page' : undefined}
            href={item.href}
            {...item.attributes}
          >
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
