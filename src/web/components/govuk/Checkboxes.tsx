import type { Props } from '../props.ts'
import { type Choice, type ChoicesProps, choices } from './choices.tsx'

/** `behaviour: 'exclusive'` is for 'None of these': choosing it clears the others. `name` is the group's unless said. */
export type Checkbox = Choice & Props<{ name?: string; behaviour?: 'exclusive' }>

export type CheckboxesProps = ChoicesProps<Checkbox> &
  Props<{ values?: readonly (string | number)[]; describedBy?: string }>

/** Any number of answers. */
export const Checkboxes = (props: CheckboxesProps) =>
  choices<Checkbox>(props, {
    kind: 'checkboxes',
    isChecked: ({ value }) => value !== undefined && !!props.values?.includes(value),
    describedBy: props.describedBy,
  })
