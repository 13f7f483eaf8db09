/** The options of the macros of forms, as the props of our components. Only for tests. */
import type { VNode } from 'preact'
import { Button } from '../govuk/Button.tsx'
import { CharacterCount, type Plural } from '../govuk/CharacterCount.tsx'
import { type Checkbox, Checkboxes } from '../govuk/Checkboxes.tsx'
import type { Divider } from '../govuk/choices.tsx'
import { DateInput, type DatePart } from '../govuk/DateInput.tsx'
import { ErrorMessage } from '../govuk/ErrorMessage.tsx'
import { ErrorSummary } from '../govuk/ErrorSummary.tsx'
import { Fieldset } from '../govuk/Fieldset.tsx'
import { FileUpload } from '../govuk/FileUpload.tsx'
import { Hint } from '../govuk/Hint.tsx'
import { Input } from '../govuk/Input.tsx'
import { Label } from '../govuk/Label.tsx'
import { Radios } from '../govuk/Radios.tsx'
import { Select } from '../govuk/Select.tsx'
import { Textarea } from '../govuk/Textarea.tsx'
import {
  attributes,
  common,
  content,
  flag,
  isOptions,
  list,
  number,
  type Options,
  options,
  part,
  text,
  textOrNumber,
  word,
} from './official.ts'

const plural = (given: unknown): Plural | undefined =>
  isOptions(given) ? { one: text(given.one), other: text(given.other) } : undefined

const field = (given: Options) => ({
  ...common(given),
  name: text(given.name) ?? '',
  id: text(given.id),
  label: part(given.label),
  hint: part(given.hint),
  errorMessage: part(given.errorMessage),
  describedBy: text(given.describedBy),
  disabled: flag(given.disabled),
  formGroup: isOptions(given.formGroup)
    ? {
        ...common(given.formGroup),
        beforeInput: content(given.formGroup.beforeInput),
        afterInput: content(given.formGroup.afterInput),
      }
    : undefined,
})

const group = (given: Options) => {
  const fieldset = given.fieldset
  return {
    ...common(given),
    hint: part(given.hint),
    errorMessage: part(given.errorMessage),
    legend: part(options(fieldset).legend),
    fieldset: isOptions(fieldset) ? { ...common(fieldset), describedBy: text(fieldset.describedBy) } : undefined,
    formGroup: isOptions(given.formGroup)
      ? {
          ...common(given.formGroup),
          beforeInputs: content(given.formGroup.beforeInputs),
          afterInputs: content(given.formGroup.afterInputs),
        }
      : undefined,
  }
}

const choice = (given: unknown): Checkbox | Divider | undefined => {
  if (!isOptions(given)) return undefined
  const divider = text(given.divider)
  if (divider !== undefined) return { divider }
  return {
    value: textOrNumber(given.value),
    text: content(given),
    id: text(given.id),
    name: text(given.name),
    behaviour: word(given.behaviour, 'exclusive'),
    checked: flag(given.checked),
    disabled: flag(given.disabled),
    hint: content(given.hint) ? part(given.hint) : undefined,
    conditional: content(given.conditional),
    label: isOptions(given.label) ? common(given.label) : undefined,
    attributes: attributes(given.attributes),
  }
}

const choiceGroup = (given: Options) => ({
  ...group(given),
  name: text(given.name) ?? '',
  idPrefix: text(given.idPrefix),
  items: list(given.items).map(choice),
})

const datePart = (given: unknown): DatePart | false | undefined => {
  if (given === false) return false
  if (!isOptions(given)) return undefined
  return {
    ...common(given),
    name: text(given.name),
    label: text(given.label),
    value: textOrNumber(given.value),
    error: flag(given.error),
    id: text(given.id),
    inputmode: word(given.inputmode, 'text', 'numeric'),
    autocomplete: text(given.autocomplete),
    pattern: text(given.pattern),
  }
}

/** The macro wants the prefix in the names of the values too. */
const dateValues = (given: Options) => {
  const prefix = text(given.namePrefix)
  return Object.fromEntries(
    Object.entries(options(given.values)).map(([name, value]) => [
      prefix && name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1) : name,
      textOrNumber(value),
    ]),
  )
}

export const formAdapters: Readonly<Record<string, (given: Options) => VNode>> = {
  button: (given) => (
    <Button
      {...common(given)}
      href={text(given.href)}
      type={word(given.type, 'button', 'submit', 'reset')}
      name={text(given.name)}
      value={text(given.value)}
      id={text(given.id)}
      disabled={flag(given.disabled)}
      preventDoubleClick={flag(given.preventDoubleClick)}
      isStartButton={flag(given.isStartButton)}
    >
      {content(given)}
    </Button>
  ),
  'character-count': (given) => (
    <CharacterCount
      {...field(given)}
      value={text(given.value)}
      rows={number(given.rows)}
      spellcheck={flag(given.spellcheck)}
      maxlength={number(given.maxlength)}
      maxwords={number(given.maxwords)}
      countType={word(given.countType, 'length', 'characters', 'words')}
      threshold={number(given.threshold)}
      countMessage={isOptions(given.countMessage) ? common(given.countMessage) : undefined}
      textareaDescriptionText={text(given.textareaDescriptionText)}
      charactersUnderLimitText={plural(given.charactersUnderLimitText)}
      charactersAtLimitText={text(given.charactersAtLimitText)}
      charactersOverLimitText={plural(given.charactersOverLimitText)}
      wordsUnderLimitText={plural(given.wordsUnderLimitText)}
      wordsAtLimitText={text(given.wordsAtLimitText)}
      wordsOverLimitText={plural(given.wordsOverLimitText)}
    />
  ),
  checkboxes: (given) => (
    <Checkboxes
      {...choiceGroup(given)}
      describedBy={text(given.describedBy)}
      values={list(given.values).map((value) => textOrNumber(value) ?? '')}
    />
  ),
  'date-input': (given) => (
    <DateInput
      {...group(given)}
      id={text(given.id) ?? ''}
      namePrefix={text(given.namePrefix)}
      values={dateValues(given)}
      day={datePart(given.day)}
      month={datePart(given.month)}
      year={datePart(given.year)}
      items={list(given.items).map(datePart)}
    />
  ),
  'error-message': (given) => (
    <ErrorMessage
      {...common(given)}
      id={text(given.id)}
      visuallyHiddenText={given.visuallyHiddenText === false ? '' : text(given.visuallyHiddenText)}
    >
      {content(given)}
    </ErrorMessage>
  ),
  'error-summary': (given) => (
    <ErrorSummary
      {...common(given)}
      title={content(given, 'titleHtml', 'titleText') ?? ''}
      description={content(given, 'descriptionHtml', 'descriptionText')}
      disableAutoFocus={flag(given.disableAutoFocus)}
      errorList={list(given.errorList).map((item) => ({
        text: content(item),
        href: text(options(item).href),
        attributes: attributes(options(item).attributes),
      }))}
    />
  ),
  fieldset: (given) => (
    <Fieldset
      {...common(given)}
      legend={part(given.legend)}
      role={word(given.role, 'group', 'presentation')}
      describedBy={text(given.describedBy)}
    >
      {content(given)}
    </Fieldset>
  ),
  'file-upload': (given) => (
    <FileUpload
      {...field(given)}
      multiple={flag(given.multiple)}
      javascript={flag(given.javascript)}
      wrapperClasses={text(given.wrapperClasses)}
      wrapperAttributes={attributes(given.wrapperAttributes)}
      chooseFilesButtonText={text(given.chooseFilesButtonText)}
      noFileChosenText={text(given.noFileChosenText)}
      multipleFilesChosenText={plural(given.multipleFilesChosenText)}
      dropInstructionText={text(given.dropInstructionText)}
      enteredDropZoneText={text(given.enteredDropZoneText)}
      leftDropZoneText={text(given.leftDropZoneText)}
    />
  ),
  hint: (given) => (
    <Hint {...common(given)} id={text(given.id)}>
      {content(given)}
    </Hint>
  ),
  input: (given) => (
    <Input
      {...field(given)}
      value={textOrNumber(given.value)}
      type={word(given.type, 'text', 'number', 'email', 'tel')}
      inputmode={word(given.inputmode, 'text', 'numeric', 'decimal')}
      autocomplete={text(given.autocomplete)}
      autocapitalize={word(given.autocapitalize, 'none')}
      pattern={text(given.pattern)}
      spellcheck={flag(given.spellcheck)}
      prefix={content(given.prefix) ? part(given.prefix) : undefined}
      suffix={content(given.suffix) ? part(given.suffix) : undefined}
      inputWrapper={isOptions(given.inputWrapper) ? common(given.inputWrapper) : undefined}
    />
  ),
  label: (given) => (
    <Label {...common(given)} for={text(given.for)} isPageHeading={flag(given.isPageHeading)}>
      {content(given)}
    </Label>
  ),
  radios: (given) => <Radios {...choiceGroup(given)} value={text(given.value)} />,
  select: (given) => (
    <Select
      {...field(given)}
      value={textOrNumber(given.value)}
      items={list(given.items).map((item) => {
        if (!isOptions(item)) return undefined
        return {
          text: text(item.text),
          value: typeof item.value === 'boolean' ? item.value : textOrNumber(item.value),
          selected: flag(item.selected),
          disabled: flag(item.disabled),
          attributes: attributes(item.attributes),
        }
      })}
    />
  ),
  textarea: (given) => (
    <Textarea
      {...field(given)}
      value={text(given.value)}
      rows={number(given.rows)}
      spellcheck={flag(given.spellcheck)}
      autocomplete={text(given.autocomplete)}
    />
  ),
}
