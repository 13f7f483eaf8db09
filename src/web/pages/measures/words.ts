/** A measure's figures as they are printed, and what they mean in words. All comparing is done with what is printed. */
import type { Day } from '../../../core/calendar/index.ts'
import type { Sum } from '../../../core/measures/figures.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { printedValue } from '../../../insight/standing/index.ts'
import type { Services } from '../../server/services.ts'

export { printedValue }

/** Percentage aimed at on a day: the council's own setting, or that of the definition. */
export const targetOf = ({ settings }: Services, measure: Measure, on: Day): number | null =>
  settings.number(`target.${measure.id}`, on) ?? measure.target

export const isPercentage = ({ kind }: Pick<Measure, 'kind'>): boolean => kind === 'share' || kind === 'shareAtDate'

/** `Better than`, `Higher than` where more is neither better nor worse. */
export function compared({ better }: Pick<Measure, 'better'>, value: number, other: number): string {
  if (value === other) return 'The same as'
  if (better === 'neither') return value > other ? 'Higher than' : 'Lower than'
  return value > other === (better === 'higher') ? 'Better than' : 'Worse than'
}

/** What stands beside a target: never said by colour alone. */
export function targetInWords(measure: Measure, value: number | null, target: number | null): string {
  if (target === null) return 'No target'
  if (value === null) return 'Nothing to count yet'
  return value === target ? 'On target' : `${compared(measure, value, target)} target`
}

/** One sentence of a figure beside what it is set against; `others` that are not known are left out. */
export function sentenceOf(
  measure: Measure,
  value: number | null,
  others: readonly { readonly name: string; readonly value: number | null }[],
): string {
  if (value === null) return measure.kind === 'rate' ? 'A rate needs a population.' : 'Nothing to count yet.'
  const parts = others.flatMap((other) =>
    other.value === null
      ? []
      : [`${compared(measure, value, other.value)} ${other.name} (${printedValue(measure, other.value)})`],
  )
  if (parts.length === 0) return 'There is nothing to compare it with.'
  return `${parts.map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', and ')}.`
}

export const whole = (value: number): string => value.toLocaleString('en-GB')

/** `12 of 40`, or the number alone where nothing is divided. */
export const countsInWords = (measure: Measure, { numerator, denominator }: Sum): string =>
  isPercentage(measure) ? `${whole(numerator)} of ${whole(denominator)}. ` : ''
