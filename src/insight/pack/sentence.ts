/** A measure in one plain sentence, from the figures as they are printed: whoever reads it finds it true of them. */
import type { Measure } from '../../core/measures/measure.ts'
import type { Printed } from './content.ts'
import { suppressed } from './suppress.ts'

export interface Said {
  readonly better: Measure['better']
  readonly headline: Printed | undefined
  /** Another figure of the same measure now, for example the year to date beside twelve months. */
  readonly beside: Printed | undefined
  readonly before: Printed | undefined
  readonly target: Printed | null
  /** Statistical neighbours and England, where they are for the same period as the headline. */
  readonly like: readonly Printed[]
}

const withheld = 'The figure is withheld: it is of too few children, or would tell of too few.'

/** `Better than the target; worse than the year before.` */
export function sentenceOf({ better, headline, beside, before, target, like }: Said): string {
  if (headline?.printed === suppressed) return withheld
  const value = headline?.value ?? null
  if (value === null) return 'Nothing to count yet.'
  const parts = [
    target?.value == null ? undefined : againstTarget(better, value, beside, target.value),
    before?.value == null ? undefined : `${compared(better, value, before.value)} the year before`,
    ...like.map((one) => one.value !== null && `${compared(better, value, one.value)} ${inSentence(one.label)}`),
  ].filter((part) => typeof part === 'string')
  if (parts.length === 0) {
    if (before?.printed === suppressed) return 'There is no target, and the figure of the year before is withheld.'
    return 'There is no target, and nothing earlier to compare it with.'
  }
  const said = parts.join('; ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function againstTarget(better: Measure['better'], value: number, beside: Printed | undefined, target: number): string {
  const said = compared(better, value, target)
  const other = beside?.value == null ? said : compared(better, beside.value, target)
  if (other === said) return `${said} the target`
  return `over twelve months ${said} the target, in the year to date ${other} it`
}

function compared(better: Measure['better'], value: number, other: number): string {
  if (value === other) return 'the same as'
  if (better === 'neither') return value > other ? 'above' : 'below'
  return value > other === (better === 'higher') ? 'better than' : 'worse than'
}

const inSentence = (label: string): string => (label === 'England' ? label : label.toLowerCase())
