import { Button, type ButtonProps } from '../govuk/Button.tsx'
import { type Attributes, classList, type Props } from '../props.ts'

export type ButtonMenuProps = Props<{
  items: readonly ButtonProps[]
  /** What the menu is called, where scripts fold it into one button. */
  text?: string
  buttonClasses?: string
  alignMenu?: 'left' | 'right'
  classes?: string
  attributes?: Attributes
}>

/** Several things that can be done, folded into a menu where scripts run. */
export const ButtonMenu = ({ items, text, buttonClasses, alignMenu, classes, attributes }: ButtonMenuProps) => (
  <div
    class={classList('moj-button-menu', classes)}
    data-module="moj-button-menu"
    data-button-text={text}
    data-button-classes={buttonClasses}
    data-align-menu={alignMenu}
    {...attributes}
  >
    {items.map((item) => [
      ' ',
      <Button {...item} classes={classList('moj-button-menu__item govuk-button--secondary', item.classes)} />,
    ])}
  </div>
)
