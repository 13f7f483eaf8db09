import type { ComponentChildren } from 'preact'
import { type Attributes, classList, inFull, type LabelOptions, type Props, type Short } from '../props.ts'

export type FieldsetProps = Props<{
  children?: ComponentChildren
  legend?: Short<LabelOptions>
  classes?: string
  role?: 'group' | 'radiogroup' | 'none' | 'presentation'
  describedBy?: string
  attributes?: Attributes
}>

/** Fields that belong to one question, named by its legend. */
export const Fieldset = ({ children, legend, classes, role, describedBy, attributes }: FieldsetProps) => (
  <fieldset class={classList('govuk-fieldset', classes)} role={role} aria-describedby={describedBy} {...attributes}>
    {legend && <Legend {...inFull(legend)} />}
    {children}
  </fieldset>
)

const Legend = ({ text, classes, isPageHeading, attributes }: LabelOptions) => (
  <legend class={classList('govuk-fieldset__legend', classes)} {...attributes}>
    {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
  </legend>
)
