import { type Attributes, classList, type Props } from '../props.ts'
import { Hint } from './Hint.tsx'
import { Textarea, type TextareaProps } from './Textarea.tsx'

/** A sentence for one and for many, with `%{count}` where the number stands. */
export type Plural = Props<{ one?: string; other?: string }>

export type CharacterCountProps = TextareaProps &
  Props<{
    /** The limit. The browser only counts: the server must still check. */
    maxlength?: number
    /** What is counted: UTF-16 code units ('length', unless said), characters as people see them, or words. */
    countType?: 'length' | 'characters' | 'words'
    /** The same as `maxlength` and `countType: 'words'`. */
    maxwords?: number
    /** The share of the limit, in per cent, from which the count is shown. */
    threshold?: number
    countMessage?: Props<{ classes?: string }>
    textareaDescriptionText?: string
    charactersUnderLimitText?: Plural
    charactersAtLimitText?: string
    charactersOverLimitText?: Plural
    wordsUnderLimitText?: Plural
    wordsAtLimitText?: string
    wordsOverLimitText?: Plural
  }>

/** Several lines of text, up to a limit. */
export const CharacterCount = (props: CharacterCountProps) => {
  const id = props.id ?? props.name
  const { formGroup } = props
  const countType = props.countType ?? (props.maxwords ? 'words' : undefined)
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={classList('govuk-js-character-count', props.classes)}
      formGroup={{
        classes: classList('govuk-character-count', formGroup?.classes),
        attributes: { ...countAttributes(props, countType), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint id={`${id}-info`} classes={classList('govuk-character-count__message', props.countMessage?.classes)}>
              {limitInWords(props, countType)}
            </Hint>
            {formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}

const limitInWords = (
  { maxlength, maxwords, textareaDescriptionText }: CharacterCountProps,
  countType: CharacterCountProps['countType'],
) => {
  const limit = maxwords || maxlength
  if (!limit) return undefined
  const unit = countType === 'words' ? 'words' : 'characters'
  return (textareaDescriptionText || `You can enter up to %{count} ${unit}`).replace('%{count}', String(limit))
}

/** What GOV.UK's script reads. */
const countAttributes = (props: CharacterCountProps, countType: CharacterCountProps['countType']): Attributes => ({
  'data-module': 'govuk-character-count',
  'data-maxlength': props.maxlength,
  'data-maxwords': props.maxwords,
  'data-threshold': props.threshold,
  'data-count-type': countType,
  // Without a limit the server cannot fill in the number: the script will.
  ...(!props.maxlength && !props.maxwords
    ? plural('textarea-description', { other: props.textareaDescriptionText })
    : {}),
  ...plural('characters-under-limit', props.charactersUnderLimitText),
  'data-i18n.characters-at-limit': props.charactersAtLimitText,
  ...plural('characters-over-limit', props.charactersOverLimitText),
  ...plural('words-under-limit', props.wordsUnderLimitText),
  'data-i18n.words-at-limit': props.wordsAtLimitText,
  ...plural('words-over-limit', props.wordsOverLimitText),
})

/** The sentences of one message as the attributes from which GOV.UK's scripts take them. */
export const plural = (key: string, sentences: Plural | undefined): Attributes =>
  sentences ? { [`data-i18n.${key}.one`]: sentences.one, [`data-i18n.${key}.other`]: sentences.other } : {}
