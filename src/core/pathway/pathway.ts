/**
 * `pathway` takes a service's definition, lets the compiler check every name in it, checks at start what types cannot
 * say, and gives back the one value from which record, forms, worklists, clocks and measures all follow.
 */
import type { Clock } from './clock.ts'
import { checkDefinition } from './definition-check.ts'
import { type Everyday, everyday } from './everyday.ts'
import type { Fields } from './field.ts'
import type { After, CheckedWhen, Step } from './step.ts'

export type Steps = Readonly<Record<string, Step>>

type FieldsOf<S> = S extends Step<infer Fs, After> ? Fs : never
type AfterOf<S> = S extends Step<Fields, infer A> ? A : never

/** Names that were written, each checked: `never` for a step that is not there, a field or an answer that is not. */
type CheckedAfter<A, S> = { readonly [K in keyof A]: K extends keyof S ? CheckedWhen<A[K], FieldsOf<S[K]>> : never }
type CheckedSteps<S> = {
  readonly [K in keyof S]: AfterOf<S[K]> extends CheckedAfter<AfterOf<S[K]>, S & Everyday> ? S[K] : never
}

type DayFieldName<Fs> = { [K in keyof Fs]: Fs[K] extends { kind: 'day' | 'moment' } ? K : never }[keyof Fs] & string
/** `step` or `step.field` for each day field of each step. */
export type EventName<S> = {
  [K in keyof S & string]: K | `${K}.${DayFieldName<FieldsOf<S[K]>>}`
}[keyof S & string]
type StepName<R> = R extends `${infer N}.${string}` ? N : R

export interface State<F = After, U = After> {
  readonly from: F
  readonly until: U
  /** The day on which it begins is the day of this field, where it is not the day of the event. */
  readonly title?: string
}
type CheckedStates<T, S> = {
  readonly [K in keyof T]: T[K] extends State<infer F, infer U>
    ? F extends CheckedAfter<F, S>
      ? U extends CheckedAfter<U, S>
        ? T[K]
        : never
      : never
    : never
}

type CheckedTrigger<T, S> = T extends string
  ? T extends EventName<S>
    ? T
    : never
  : T extends { kind: 'birthday' }
    ? T
    : T extends { kind: 'thatLedTo'; step: infer R; event: infer E }
      ? [R, E] extends [keyof S, EventName<S>]
        ? T
        : never
      : T extends { event: infer R; where?: infer W }
        ? R extends EventName<S>
          ? NonNullable<W> extends CheckedWhen<NonNullable<W>, FieldsOf<S[StepName<R> & keyof S]>>
            ? T
            : never
          : never
        : never

type CheckedClocks<C, S, T> = {
  readonly [K in keyof C]: C[K] extends Clock<infer From, infer To, infer Until, infer While>
    ? [From, To, Until, While] extends [
        CheckedTrigger<From, S>,
        CheckedTrigger<To, S>,
        CheckedAfter<Until, S>,
        keyof T | never,
      ]
      ? C[K]
      : never
    : never
}

export interface Definition<S, T, C> {
  /** Permanent: it stands in the record. */
  readonly id: string
  readonly title: string
  /** What one episode of it is called: 'contact', 'referral', 'protection plan'. */
  readonly episode: string
  readonly about: 'child'
  readonly law: readonly string[]
  /** The version of the steps' shape; entries carry it (see released.ts). */
  readonly version?: number
  /** Old shapes brought to the next version, by the version they start from. */
  readonly upcasts?: Readonly<Record<number, Upcast>>
  readonly steps: S
  readonly states?: T
  readonly clocks?: C
  /** The state (or 'open') in words, for lists: `{ planOpen: 'Child protection plan' }`. */
  readonly inWords?: { readonly [K in keyof T]?: string }
}

/** Pure: the same values in, the same out. Runs when an old entry is read, never on what is stored. */
export type Upcast = (step: string, values: Record<string, unknown>) => Record<string, unknown>

export interface Pathway<
  S extends Steps = Steps,
  T = Readonly<Record<string, State>>,
  C = Readonly<Record<string, Clock>>,
> {
  readonly id: string
  readonly title: string
  readonly episode: string
  readonly about: 'child'
  readonly law: readonly string[]
  readonly version: number
  readonly upcasts: Readonly<Record<number, Upcast>>
  readonly steps: S
  /** Names of the steps with which an episode begins. */
  readonly starts: readonly string[]
  readonly states: T
  readonly clocks: C
  readonly inWords: Readonly<Record<string, string>>
}

/**
 * Errors: a name that does not exist is a type error; a definition that breaks a rule no type can state (a step that
 * can never be reached, a clock without authority, too many fields) throws at start with a sentence that says which
 * and where, because a product with a wrong definition must not start.
 */
export function pathway<
  const S extends Steps,
  const T extends Readonly<Record<string, State>> = Record<never, never>,
  const C extends Readonly<Record<string, Clock>> = Record<never, never>,
>(
  definition: Definition<
    S & CheckedSteps<S>,
    T & CheckedStates<T, S & Everyday>,
    C & CheckedClocks<C, S & Everyday, T>
  >,
): Pathway<S & Everyday, T, C> {
  const steps = { ...everyday, ...definition.steps }
  const built = {
    id: definition.id,
    title: definition.title,
    episode: definition.episode,
    about: definition.about,
    law: definition.law,
    version: definition.version ?? 1,
    upcasts: definition.upcasts ?? {},
    steps,
    starts: Object.keys(definition.steps).filter((name) => definition.steps[name]?.after === undefined),
    states: definition.states ?? ({} as T),
    clocks: definition.clocks ?? ({} as C),
    inWords: (definition.inWords ?? {}) as Readonly<Record<string, string>>,
  }
  checkDefinition(built)
  return built
}

/** Splits `step.field`. */
export function splitRef(ref: string): { readonly step: string; readonly field: string | undefined } {
  const dot = ref.indexOf('.')
  return dot < 0 ? { step: ref, field: undefined } : { step: ref.slice(0, dot), field: ref.slice(dot + 1) }
}
