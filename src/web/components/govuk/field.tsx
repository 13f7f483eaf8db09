/** What every field of a form has around it: label, hint, error message, and the group that holds them. */
import type { ComponentChildren } from 'preact'
import {
  type Attributes,
  classList,
  type ErrorOptions,
  inFull,
  type LabelOptions,
  type Props,
  type Short,
  type TextOptions,
} from '../props.ts'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Hint } from './Hint.tsx'
import { Label } from './Label.tsx'

/** `hint` and `errorMessage` are tied to the field by ids made from its own: `{id}-hint` and `{id}-error`. */
export type Described = Props<{
  hint?: Short<TextOptions>
  errorMessage?: Short<ErrorOptions>
}>

export type FormGroupOptions = Props<{
  classes?: string
  attributes?: Attributes
  beforeInput?: ComponentChildren
  afterInput?: ComponentChildren
}>

/** The props of every field of one control. `id` is the name unless said. */
export type FieldProps = Described &
  Props<{
    name: string
    label?: Short<LabelOptions>
    id?: string
    describedBy?: string
    classes?: string
    disabled?: boolean
    formGroup?: FormGroupOptions
    attributes?: Attributes
  }>

/** The ids that describe a field, for `aria-describedby`; undefined when there are none. */
export const describedByOf = (id: string, { hint, errorMessage }: Described, first?: string): string | undefined => {
  let ids = first ?? ''
  if (hint) ids = ids ? `${ids} ${id}-hint` : `${id}-hint`
  if (errorMessage) ids = ids ? `${ids} ${id}-error` : `${id}-error`
  return ids || undefined
}

/** The hint and the error message of a field, in that order. */
export const descriptionsOf = (id: string, { hint, errorMessage }: Described) => {
  if (!hint && !errorMessage) return null
  const hintInFull = hint && inFull(hint)
  const errorInFull = errorMessage && inFull(errorMessage)
  return (
    <>
      {hintInFull && (
        <Hint id={`${id}-hint`} classes={hintInFull.classes} attributes={hintInFull.attributes}>
          {hintInFull.text}
        </Hint>
      )}
      {errorInFull && (
        <ErrorMessage
          id={`${id}-error`}
          classes={errorInFull.classes}
          attributes={errorInFull.attributes}
          visuallyHiddenText={errorInFull.visuallyHiddenText}
        >
          {errorInFull.text}
        </ErrorMessage>
      )}
    </>
  )
}

export const labelOf = (id: string, label: Short<LabelOptions> | undefined) => {
  if (!label) return null
  const { text, classes, isPageHeading, attributes } = inFull(label)
  return (
    <Label for={id} classes={classes} isPageHeading={isPageHeading} attributes={attributes}>
      {text}
    </Label>
  )
}

export const FormGroup = ({
  hasError,
  options,
  children,
}: Props<{ hasError: boolean; options?: FormGroupOptions; children: ComponentChildren }>) => (
  <div
    class={classList(hasError ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group', options?.classes)}
    {...options?.attributes}
  >
    {children}
  </div>
)
