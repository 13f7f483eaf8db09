/** Radios and checkboxes are one component in two forms: this is what they share. */
import type { ComponentChildren } from 'preact'
import {
  type Attributes,
  classList,
  inFull,
  type LabelOptions,
  type Props,
  type Short,
  type TextOptions,
} from '../props.ts'
import { Fieldset } from './Fieldset.tsx'
import { type Described, describedByOf, descriptionsOf, FormGroup } from './field.tsx'
import { Hint } from './Hint.tsx'
import { Label } from './Label.tsx'

export type Choice = Props<{
  value?: string | number
  text?: ComponentChildren
  hint?: Short<TextOptions>
  id?: string
  checked?: boolean
  disabled?: boolean
  /** Shown only while this answer is chosen (always shown where scripts do not run). */
  conditional?: ComponentChildren
  label?: Props<{ classes?: string; attributes?: Attributes }>
  attributes?: Attributes
}>

/** A word between answers, usually 'or'. */
export type Divider = Props<{ divider: string }>

export type ChoicesProps<Item> = Described &
  Props<{
    name: string
    items: readonly (Item | Divider | null | undefined | false)[]
    /** The question; leave it out only inside a fieldset that already asks it. */
    legend?: Short<LabelOptions>
    fieldset?: Props<{ classes?: string; describedBy?: string; attributes?: Attributes }>
    /** Ids begin with this; the name unless said. The first answer's id is this alone, for the error summary's link. */
    idPrefix?: string
    classes?: string
    formGroup?: Props<{
      classes?: string
      attributes?: Attributes
      beforeInputs?: ComponentChildren
      afterInputs?: ComponentChildren
    }>
    attributes?: Attributes
  }>

/** What differs between the two. */
export interface Form<Item> {
  readonly kind: 'radios' | 'checkboxes'
  readonly isChecked: (item: Item) => boolean
  readonly describedBy?: string | undefined
}

export const choices = <Item extends Choice>(props: ChoicesProps<Item>, form: Form<Item>) => {
  const idPrefix = props.idPrefix ?? props.name
  const { formGroup, fieldset, legend } = props
  const hasFieldset = legend !== undefined || fieldset !== undefined
  const describedBy = describedByOf(idPrefix, props, fieldset?.describedBy ?? form.describedBy)
  // Without a fieldset nothing else carries the hint and the error, so each checkbox does.
  const eachDescribedBy = hasFieldset || form.kind === 'radios' ? undefined : describedBy
  const inner = (
    <>
      {descriptionsOf(idPrefix, props)}
      <div
        class={classList(`govuk-${form.kind}`, props.classes)}
        data-module={`govuk-${form.kind}`}
        {...props.attributes}
      >
        {formGroup?.beforeInputs}
        {props.items.map((item, index) =>
          item
            ? 'divider' in item
              ? divider(form, item)
              : choice(props, form, item, index === 0 ? idPrefix : `${idPrefix}-${index + 1}`, eachDescribedBy)
            : null,
        )}
        {formGroup?.afterInputs}
      </div>
    </>
  )
  return (
    <FormGroup hasError={!!props.errorMessage} options={formGroup}>
      {hasFieldset ? (
        <Fieldset
          legend={legend}
          describedBy={describedBy}
          classes={fieldset?.classes}
          attributes={fieldset?.attributes}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

const divider = (form: { kind: string }, item: Divider) => (
  <div class={`govuk-${form.kind}__divider`}>{item.divider}</div>
)

const choice = <Item extends Choice & { name?: string | undefined; behaviour?: 'exclusive' | undefined }>(
  props: ChoicesProps<Item>,
  form: Form<Item>,
  item: Item,
  madeId: string,
  describedBy: string | undefined,
) => {
  const { kind } = form
  const id = item.id ?? madeId
  const checked = item.checked ?? form.isChecked(item)
  const hint = item.hint ? inFull(item.hint) : undefined
  const hintId = hint && `${id}-item-hint`
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={item.name ?? props.name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={describedBy && hintId ? `${describedBy} ${hintId}` : (describedBy ?? hintId)}
          {...item.attributes}
        />
        <Label
          for={id}
          classes={classList(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.text}
        </Label>
        {hint && (
          <Hint id={hintId} classes={classList(`govuk-${kind}__hint`, hint.classes)} attributes={hint.attributes}>
            {hint.text}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={
            checked ? `govuk-${kind}__conditional` : `govuk-${kind}__conditional govuk-${kind}__conditional--hidden`
          }
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
