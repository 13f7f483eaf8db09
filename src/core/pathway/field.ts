/**
 * The fields a step may ask. A field is one definition with three readers: the form (label, hint, when it is asked),
 * the record (`schema`, a zod type of the value that is kept) and the chronology (how the value reads in words).
 * What is posted by a browser is another shape than what is kept: `posted.ts` turns the one into the other.
 */
import { z } from 'zod'
import { type Day, isDay, isMoment, type Moment } from '../calendar/index.ts'
import { limits } from '../record/limits.ts'
import { type Option, type OptionList, optionsOf } from './options.ts'

/** Asked only when another field of the step has one of these answers: `{ outcome: 'plan' }`. */
export type When = Readonly<Record<string, string | readonly string[]>>

interface Extras<W extends When> {
  readonly hint?: string
  /** Asked only when these answers were given. */
  readonly when?: W
  /** May be left empty. Everything else that is asked must be answered. */
  readonly optional?: true
  /** Asked for each child of a several-child act, not once for all. */
  readonly each?: true
}

interface Common<W extends When> extends Extras<W> {
  readonly label: string
  readonly schema: z.ZodType
}

export interface DayField<W extends When = When> extends Common<W> {
  readonly kind: 'day'
  /** May lie ahead of today (a planned date). Default: today or earlier. */
  readonly ahead?: true
  /** May lie before the child's birth (an unborn child's strategy discussion). */
  readonly beforeBirth?: true
}
export interface MomentField<W extends When = When> extends Common<W> {
  readonly kind: 'moment'
}
export interface TextField<W extends When = When> extends Common<W> {
  readonly kind: 'text'
  /** 1 gives a single-line box. */
  readonly lines: number
  readonly lengthMax: number
}
export interface NumberField<W extends When = When> extends Common<W> {
  readonly kind: 'number'
  readonly from: number
  readonly to: number
  readonly unit?: string
}
export interface ChoiceField<O extends string = string, W extends When = When> extends Common<W> {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  /** Carries the codes in the type alone. */
  readonly codes?: O
}
export interface SeveralField<O extends string = string, W extends When = When> extends Common<W> {
  readonly kind: 'several'
  readonly options: readonly Option[]
  readonly codes?: O
  readonly atLeast: readonly O[]
}
/** A reference to another person's record, a member of staff, a team or an organisation, by its number. */
export interface ReferenceField<W extends When = When> extends Common<W> {
  readonly kind: 'reference'
  readonly to: 'person' | 'worker' | 'team' | 'organisation'
}
export interface FileField<W extends When = When> extends Common<W> {
  readonly kind: 'file'
}

export type Field =
  | DayField
  | MomentField
  | TextField
  | NumberField
  | ChoiceField
  | SeveralField
  | ReferenceField
  | FileField

export type Fields = Readonly<Record<string, Field>>
export type Value = string | number | readonly string[]
export type Values = Readonly<Record<string, Value>>

/** The type of the value that the record keeps for a field. */
export type ValueOf<F> = F extends { kind: 'day' }
  ? Day
  : F extends { kind: 'moment' }
    ? Moment
    : F extends { kind: 'choice'; codes?: infer O }
      ? NonNullable<O>
      : F extends { kind: 'several'; codes?: infer O }
        ? readonly NonNullable<O>[]
        : F extends { kind: 'number' | 'reference' }
          ? number
          : string

/** What a step's answers look like once kept: a field with `when` or `optional` may be absent. */
export type ValuesOf<Fs extends Fields> = {
  readonly [K in keyof Fs]?: ValueOf<Fs[K]>
}

// Each refuses what PostgreSQL would: 30 February, and characters that no text in it can hold.
const isoDay = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isDay)
const isoMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .refine(isMoment)
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

type DayRules = { readonly ahead?: true; readonly beforeBirth?: true }

export function day<const W extends When = Record<never, never>>(
  label: string,
  extras: Extras<W> & DayRules = {},
): DayField<W> {
  return { kind: 'day', label, schema: isoDay, ...extras }
}

export function moment<const W extends When = Record<never, never>>(
  label: string,
  extras: Extras<W> = {},
): MomentField<W> {
  return { kind: 'moment', label, schema: isoMoment, ...extras }
}

export function text<const W extends When = Record<never, never>>(
  label: string,
  extras: Extras<W> & { readonly lines?: number; readonly lengthMax?: number } = {},
): TextField<W> {
  const lines = extras.lines ?? 5
  const lengthMax = extras.lengthMax ?? (lines === 1 ? limits.lineLengthMax : limits.textLengthMax)
  return { ...extras, kind: 'text', label, lines, lengthMax, schema: z.string().min(1).max(lengthMax).refine(storable) }
}

export function line<const W extends When = Record<never, never>>(label: string, extras: Extras<W> = {}): TextField<W> {
  return text(label, { ...extras, lines: 1 })
}

export function wholeNumber<const W extends When = Record<never, never>>(
  label: string,
  extras: Extras<W> & { readonly from?: number; readonly to?: number; readonly unit?: string } = {},
): NumberField<W> {
  const from = extras.from ?? 0
  const to = extras.to ?? 999_999
  return { ...extras, kind: 'number', label, from, to, schema: z.number().int().min(from).max(to) }
}

export function oneOf<const O extends string, const W extends When = Record<never, never>>(
  label: string,
  options: OptionList<O>,
  extras: Extras<W> = {},
): ChoiceField<O, W> {
  const list = optionsOf(options)
  return { kind: 'choice', label, options: list, schema: z.enum(list.map((o) => o.code)), ...extras }
}

export function yesNo<const W extends When = Record<never, never>>(
  label: string,
  extras: Extras<W> = {},
): ChoiceField<'yes' | 'no', W> {
  return oneOf(label, { yes: 'Yes', no: 'No' }, extras)
}

export function several<const O extends string, const W extends When = Record<never, never>>(
  label: string,
  options: OptionList<O>,
  extras: Extras<W> & { readonly atLeast?: readonly NoInfer<O>[] } = {},
): SeveralField<O, W> {
  const list = optionsOf(options)
  const schema = z.array(z.enum(list.map((o) => o.code))).max(list.length)
  return { atLeast: [], ...extras, kind: 'several', label, options: list, schema }
}

export function reference<const W extends When = Record<never, never>>(
  label: string,
  to: ReferenceField['to'],
  extras: Extras<W> = {},
): ReferenceField<W> {
  return { kind: 'reference', label, to, schema: z.number().int().positive(), ...extras }
}

/** An attached file, kept by its digest (sha256, 64 hex digits) in the documents room. */
export function file<const W extends When = Record<never, never>>(label: string, extras: Extras<W> = {}): FileField<W> {
  return { kind: 'file', label, schema: z.string().regex(/^[0-9a-f]{64}$/), ...extras }
}

/** Whether a field is asked, given the answers so far. */
export function isAsked(field: Field, values: Values): boolean {
  return field.when === undefined || meets(field.when, values)
}

/** Whether answers meet a condition: every named field has the answer, or one of the answers, given. */
export function meets(condition: When, values: Values): boolean {
  for (const name in condition) {
    const wanted = condition[name]
    const got = values[name]
    if (got === undefined) return false
    const given = Array.isArray(got) ? (got as readonly string[]) : [String(got)]
    const any = typeof wanted === 'string' ? given.includes(wanted) : given.some((g) => wanted?.includes(g))
    if (!any) return false
  }
  return true
}
