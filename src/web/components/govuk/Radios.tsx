import type { Props } from '../props.ts'
import { type Choice, type ChoicesProps, choices } from './choices.tsx'

export type RadiosProps = ChoicesProps<Choice> & Props<{ value?: string }>

/** One answer of a few. */
export const Radios = (props: RadiosProps) =>
  choices(props, { kind: 'radios', isChecked: ({ value }) => !!props.value && value === props.value })
