/**
 * The house: every definition the product was assembled from. The core knows no service; it is handed this.
 */
import type { Calendars, Day, Duration } from '../calendar/index.ts'
import { checkHandoverAnswers } from './definition-check.ts'
import type { Values } from './field.ts'
import type { Episode, Event } from './history.ts'
import type { Pathway } from './pathway.ts'

/** Where one pathway's decision opens another's episode on the same record, in the same act. */
export interface Handover {
  readonly from: {
    readonly pathway: string
    readonly step: string
    readonly when: Readonly<Record<string, string | readonly string[]>>
  }
  readonly to: { readonly pathway: string; readonly step: string }
  /** The answers the new episode begins with. */
  readonly carry: (values: Values, episode: Episode | undefined, event: Pick<Event, 'day'>) => Values
}

export interface House {
  readonly pathways: readonly Pathway[]
  readonly handovers: readonly Handover[]
  /** Throws for an unknown id: an entry of a pathway that is not assembled is a defect of the installation. */
  readonly pathway: (id: string) => Pathway
  readonly calendars: Calendars
  /** A council's own limit on a day, where it has set one. */
  readonly setting: (key: string, on: Day) => Duration | undefined
}

export interface Assembly {
  readonly pathways: readonly Pathway[]
  readonly handovers: readonly Handover[]
  readonly calendars: Calendars
  readonly setting?: House['setting']
}

export function assemble({ pathways, handovers, calendars, setting = () => undefined }: Assembly): House {
  const byId = new Map(pathways.map((one) => [one.id, one]))
  if (byId.size !== pathways.length) throw new Error('Two pathways have the same id.')
  const pathway = (id: string): Pathway => {
    const found = byId.get(id)
    if (!found)
      throw new Error(`The record holds entries of the pathway “${id}”, which is not part of this installation.`)
    return found
  }
  for (const { from, to } of handovers) {
    if (!pathway(from.pathway).steps[from.step])
      throw new Error(`A hand-over names ${from.pathway}.${from.step}, which does not exist.`)
    if (!pathway(to.pathway).starts.includes(to.step))
      throw new Error(`A hand-over opens ${to.pathway} with ${to.step}, which cannot open it.`)
    checkHandoverAnswers(pathway(from.pathway), from.step, from.when)
  }
  return { pathways, handovers, pathway, calendars, setting }
}

/** Declares a hand-over between two pathways that both exist; names are checked by the compiler. */
export function handover<
  P extends Pathway,
  S extends keyof P['steps'] & string,
  Q extends Pathway,
  R extends keyof Q['steps'] & string,
>(from: P, step: S, when: Handover['from']['when'], to: Q, opens: R, carry: Handover['carry']): Handover {
  return { from: { pathway: from.id, step, when }, to: { pathway: to.id, step: opens }, carry }
}
