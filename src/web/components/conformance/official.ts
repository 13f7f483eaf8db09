/** The options of GOV.UK Frontend's own macros, as its fixtures give them. Only for tests. */
import type { ComponentChildren } from 'preact'
import { trustedHtml } from '../html.ts'
import type { Attributes, ErrorOptions, LabelOptions } from '../props.ts'

/** An object of a fixture: read through the functions below, which check what they find. */
export type Options = Readonly<Record<string, unknown>>

export const isOptions = (given: unknown): given is Options =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

export const options = (given: unknown): Options => (isOptions(given) ? given : {})
export const list = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : [])
export const text = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : undefined
export const number = (given: unknown): number | undefined => (typeof given === 'number' ? given : undefined)
export const flag = (given: unknown): boolean | undefined => (typeof given === 'boolean' ? given : undefined)
export const textOrNumber = (given: unknown): string | number | undefined =>
  typeof given === 'string' || typeof given === 'number' ? given : undefined

/** One of the words that a prop takes; the test fails where a fixture gives another. */
export const word = <Word extends string>(given: unknown, ...words: readonly Word[]): Word | undefined => {
  if (given === undefined) return undefined
  const found = words.find((each) => each === given)
  if (found === undefined) throw new Error(`The component does not take the option ${JSON.stringify(given)}`)
  return found
}

/** The macros print every attribute as text, `{ value, optional }` as GOV.UK's own parts use it. */
export const attributes = (given: unknown): Attributes | undefined => {
  if (!isOptions(given)) return undefined
  const printed: Record<string, string | boolean> = {}
  for (const [name, value] of Object.entries(given)) {
    if (!isOptions(value)) printed[name] = String(value ?? '')
    else if (value.optional !== true) printed[name] = String(value.value ?? '')
    else if (value.value === true) printed[name] = true
    else if (value.value !== undefined && value.value !== null && value.value !== false)
      printed[name] = String(value.value)
  }
  return printed
}

/** `html` before `text`, as the macros prefer. Our own props take elements, so only a test hands on raw HTML. */
export const content = (given: unknown, html = 'html', plain = 'text'): ComponentChildren => {
  const { [html]: raw, [plain]: words } = options(given)
  return typeof raw === 'string' && raw !== '' ? trustedHtml(raw) : text(words)
}

/** A label, hint, legend or error message. */
export const part = (given: unknown): (LabelOptions & ErrorOptions) | undefined => {
  if (!isOptions(given)) return undefined
  return {
    text: content(given),
    classes: text(given.classes),
    attributes: attributes(given.attributes),
    isPageHeading: flag(given.isPageHeading),
    visuallyHiddenText: text(given.visuallyHiddenText),
  }
}

/** What nearly every macro takes. */
export const common = (given: Options) => ({ classes: text(given.classes), attributes: attributes(given.attributes) })
