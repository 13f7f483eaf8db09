/**
 * The entries that worklists show: a row for each entry of a step whose definition says `listed`, with the answers named
 * there as typed columns, so that a list filters, joins and groups without looking into the content of entries.
 */
import type { Value } from '../pathway/field.ts'
import type { Event } from '../pathway/history.ts'
import type { House } from '../pathway/house.ts'
import type { Step } from '../pathway/step.ts'
import type { Row } from './tables.ts'

/** As many words of a text as a row of a list has room for. */
const wordsShown = 12

/** @param events of an episode of this pathway */
export function listedRows(house: House, record: number, pathway: string, events: readonly Event[]): Row[] {
  const { steps } = house.pathway(pathway)
  return events.flatMap((event) => {
    const step = steps[event.step]
    return step?.listed === undefined ? [] : [listedRow(record, step, step.listed, event)]
  })
}

function listedRow(record: number, step: Step, listed: NonNullable<Step['listed']>, event: Event): Row {
  const answer = (field: string | undefined): string | null => {
    const value = field === undefined ? undefined : event.values[field]
    return value === undefined ? null : asText(value)
  }
  const words = answer(listed.words)
  return {
    record,
    position: event.position,
    episode: event.episode,
    pathway: event.pathway,
    step: event.step,
    act: event.act,
    day: event.day,
    at: step.on !== undefined && step.fields[step.on]?.kind === 'moment' ? answer(step.on) : null,
    kind: answer(listed.kind),
    rating: answer(listed.rating),
    party: answer(listed.party),
    reference: answer(listed.reference),
    words: words === null ? null : firstWords(words),
  }
}

const asText = (value: Value): string => (typeof value === 'object' ? value.join(',') : String(value))

export function firstWords(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length > wordsShown ? `${words.slice(0, wordsShown).join(' ')} …` : words.join(' ')
}
