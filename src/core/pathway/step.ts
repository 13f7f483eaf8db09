/**
 * A step: one thing that is recorded on a pathway, with what it asks, what may come before it, who signs it off and
 * whether it closes the episode. The types capture every name as a literal, so a wrong one does not compile.
 */
import { z } from 'zod'
import type { ChoiceField, DayField, Field, Fields, SeveralField, Values, ValuesOf, When } from './field.ts'
import type { ChildHistory, Episode } from './history.ts'

/** Which steps, with which answers, may come before: any one of those named is enough. */
export type After = Readonly<Record<string, When>>

/** The roles that may sign work off or be asked to act; a role's rights are the access room's business. */
export type Role =
  | 'social worker'
  | 'team manager'
  | 'service manager'
  | 'conference chair'
  | 'MASH manager'
  | 'family group conference coordinator'

/** What a rule may look at: the child as the record holds it (before this entry) and the day it is judged by. */
export interface RuleContext {
  readonly child: ChildHistory
  readonly episode: Episode | undefined
}

/** A rule across fields: `holds` false refuses the entry with the sentence, beside the field. */
export interface Rule<V = Values> {
  readonly says: string
  readonly field?: string
  readonly holds: (values: V, context: RuleContext) => boolean
}

/** Fields whose answers worklists show, filter and group by: each names a typed column of the projection `listed`. */
export interface Listed {
  /** What sort of thing it is. */
  readonly kind?: string
  /** How grave or urgent. */
  readonly rating?: string
  /** Whom it came from, or who has to answer. */
  readonly party?: string
  /** A number or name of someone else's, kept whole: a police incident, a clock. Or all answers of several, by commas. */
  readonly reference?: string
  /** What it is about: the first words of a text. */
  readonly words?: string
}

export interface Step<Fs extends Fields = Fields, A extends After = After> {
  readonly title: string
  readonly fields: Fs
  readonly after: A | undefined
  /** May be recorded more than once in an episode. */
  readonly repeats: boolean
  /** The clock and the census count the moment at which this role authorised it, not the moment it was written. */
  readonly authorisedBy: Role | undefined
  /** The field that says on which day it is true; the day of recording where a step has none. */
  readonly on: string | undefined
  /** The answers with which the step closes the episode. */
  readonly closes: When | undefined
  /** … but not while the episode is in one of these states: a strategy discussion on an open plan ends nothing. */
  readonly closesUnless: readonly string[]
  /** The field whose answer is the closing reason. */
  readonly closingReason: string | undefined
  /** May be recorded after the episode has closed (a late note, a correction of the plan's distribution). */
  readonly afterClosing: boolean
  /** Can be recorded for several children in one act. */
  readonly severalChildren: boolean
  /** One line of guidance beside the form, with where it comes from. */
  readonly guidance: string | undefined
  readonly rules: readonly Rule[]
  /** One line for the chronology; by default the answers to the choices. */
  readonly says: ((values: Values) => string) | undefined
  /** Sections of the form, each a heading and its fields; by default one section with every field. */
  readonly sections: readonly { readonly title: string; readonly fields: readonly string[] }[] | undefined
  /** Marks it on the child's chronology as something a reader must not miss. */
  readonly significant: boolean
  /** Which answers stand on worklists; a step without it is on none. */
  readonly listed: Listed | undefined
  readonly schema: z.ZodType
}

type DayName<Fs> = { [K in keyof Fs]: Fs[K] extends { kind: 'day' | 'moment' } ? K : never }[keyof Fs] & string
type TextName<Fs> = { [K in keyof Fs]: Fs[K] extends { kind: 'text' } ? K : never }[keyof Fs] & string
type SeveralName<Fs> = { [K in keyof Fs]: Fs[K] extends { kind: 'several' } ? K : never }[keyof Fs] & string
type ChoiceName<Fs> = { [K in keyof Fs]: Fs[K] extends { kind: 'choice' } ? K : never }[keyof Fs] & string

type CodesOf<F> = F extends ChoiceField<infer O> ? O : F extends SeveralField<infer O> ? O : never
type CheckedAnswer<G, O> = [G] extends [O | readonly O[]] ? G : never
/** `never` for a field that is not there and for an answer that is not one of its options. */
export type CheckedWhen<C, Fs> = {
  readonly [K in keyof C]: K extends keyof Fs ? CheckedAnswer<C[K], CodesOf<Fs[K]>> : never
}
type WhenOf<F> = F extends { readonly when?: infer W } ? NonNullable<W> : never
type CheckedFields<Fs> = {
  readonly [K in keyof Fs]: WhenOf<Fs[K]> extends CheckedWhen<WhenOf<Fs[K]>, Omit<Fs, K>> ? Fs[K] : never
}

export interface StepExtras<Fs extends Fields, A extends After, C extends When> {
  readonly after?: A
  readonly repeats?: true
  readonly authorisedBy?: Role
  readonly on?: DayName<Fs>
  readonly closes?: C & CheckedWhen<C, Fs>
  readonly closesUnless?: readonly string[]
  readonly closingReason?: ChoiceName<Fs>
  readonly afterClosing?: true
  readonly severalChildren?: true
  readonly guidance?: string
  readonly rules?: readonly Rule<ValuesOf<Fs>>[]
  readonly says?: (values: ValuesOf<Fs>) => string
  readonly sections?: readonly { readonly title: string; readonly fields: readonly (keyof Fs & string)[] }[]
  readonly significant?: true
  readonly listed?: {
    readonly [Column in keyof Listed]: Column extends 'words'
      ? TextName<Fs>
      : Column extends 'reference'
        ? TextName<Fs> | SeveralName<Fs>
        : ChoiceName<Fs>
  }
}

export function step<
  const Fs extends Fields,
  const A extends After = Record<never, never>,
  const C extends When = Record<never, never>,
>(title: string, fields: Fs & CheckedFields<Fs>, extras: StepExtras<Fs, A, C> = {}): Step<Fs, A> {
  return {
    title,
    fields,
    after: extras.after,
    repeats: extras.repeats ?? false,
    authorisedBy: extras.authorisedBy,
    on: extras.on ?? firstDay(fields),
    closes: extras.closes,
    closesUnless: extras.closesUnless ?? [],
    closingReason: extras.closingReason,
    afterClosing: extras.afterClosing ?? false,
    severalChildren: extras.severalChildren ?? false,
    guidance: extras.guidance,
    // A rule is written against its own step's answers; the core hands it exactly those, already validated.
    rules: (extras.rules ?? []) as readonly Rule[],
    says: extras.says as Step['says'],
    sections: extras.sections,
    significant: extras.significant ?? false,
    listed: extras.listed,
    schema: z.strictObject(
      Object.fromEntries(Object.entries<Field>(fields).map(([name, field]) => [name, field.schema.optional()])),
    ),
  }
}

const isDay = (field: Field): field is DayField => field.kind === 'day' || (field.kind as string) === 'moment'

function firstDay(fields: Fields): string | undefined {
  return Object.entries(fields).find(([, field]) => isDay(field))?.[0]
}
