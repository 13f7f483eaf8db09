/** One plain sentence from the printed figures, so that whoever reads both finds it true. */
import type { Measure } from '../../core/measures/measure.ts'
import type { Part } from './parts.ts'

type Said = Pick<Measure, 'better' | 'over'>

/**
 * `Better than the target; worse than last year.` Of twelve months that ended last against the twelve before them; at a
 * date, of the day against the same day a year before. Where twelve months hold nothing, the year to date is held to the target.
 */
export function sentenceOf(
  measure: Said,
  figures: { readonly yearToDate: Part; readonly rolling: Part; readonly lastYear: Part },
  target: number | null,
): string {
  const { yearToDate, rolling, lastYear } = figures
  const now = (measure.over === 'date' ? yearToDate.value : (rolling.value ?? yearToDate.value)) ?? null
  if (now === null) return yearToDate.printed === 'none yet' ? 'Nothing to count yet.' : 'The population is not loaded.'
  const parts = [
    target === null ? undefined : `${compared(measure, now, target)} the target`,
    lastYear.value === null ? undefined : `${compared(measure, now, lastYear.value)} last year`,
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return 'There is no target, and nothing earlier to compare it with.'
  const said = parts.join('; ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function compared({ better }: Said, value: number, other: number): string {
  if (value === other) return 'the same as'
  if (better === 'neither') return value > other ? 'higher than' : 'lower than'
  return value > other === (better === 'higher') ? 'better than' : 'worse than'
}
