import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'
import { ButtonMenu, type ButtonMenuProps } from './ButtonMenu.tsx'

export type IdentityBarProps = Props<{
  /** Who the page is about: name, age, flags. */
  title: ComponentChildren
  menus?: readonly ButtonMenuProps[]
  classes?: string
  attributes?: Attributes
}>

/** Who a record is about, at the head of every page of it. */
export const IdentityBar = ({ title, menus, classes, attributes }: IdentityBarProps) => (
  <div class={classList('moj-identity-bar', classes)} {...attributes}>
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        <span class="moj-identity-bar__title">{title}</span>
      </div>
      {menus && (
        <div class="moj-identity-bar__actions">
          {menus.map((menu) => (
            <div class="moj-identity-bar__menu">
              <ButtonMenu {...menu} />
            </div>
          ))}
        </div>
      )}
    </div>
  </div>
)
