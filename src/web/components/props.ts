/**
 * What the props of every component have in common: text is always escaped, options may be left out or passed on as
 * undefined, and a label, hint or cell is given either as plain content or as content with options.
 */
import { type ComponentChildren, isValidElement, type VNode } from 'preact'

/** Lets an optional prop be given as `undefined`, so that a page can pass on what it may not have. */
export type Props<T> = { readonly [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] }

/** Further attributes of an element, by their HTML names. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Content with options about the element that holds it. */
export type TextOptions = Props<{ text: ComponentChildren; classes?: string; attributes?: Attributes }>

/** A label or legend. `isPageHeading` wraps it in the page's h1: then the layout's own `heading` must be left out. */
export type LabelOptions = TextOptions & Props<{ isPageHeading?: boolean }>

/** An error message. `visuallyHiddenText` is read aloud before it: 'Error' unless said; '' for none. */
export type ErrorOptions = TextOptions & Props<{ visuallyHiddenText?: string }>

/** The short form (text, or an element) of what may also be given with options. */
export type Short<Options> = string | VNode | Options

export const isShort = (given: unknown): given is string | VNode => typeof given === 'string' || isValidElement(given)

/** The long form of what may have been given in its short form. */
export const inFull = (given: Short<LabelOptions & ErrorOptions>): LabelOptions & ErrorOptions =>
  isShort(given) ? { text: given } : given

/** A class list: the component's own class, then the caller's. */
export const classList = (own: string, extra: string | undefined): string => (extra ? `${own} ${extra}` : own)

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6
