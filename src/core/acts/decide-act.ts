/**
 * What an act would append, part by part, each part seeing the ones before it. Pure, and the only place where parts
 * become entries: the recorder, an import and the bulk load of the demo city all come through here.
 */
import { problem } from '../outcomes.ts'
import {
  type Decision,
  decide,
  decideCorrection,
  decideSignOff,
  decideWithdrawal,
  type Hand,
} from '../pathway/decide.ts'
import { type GrowingHistory, growHistory } from '../pathway/fold.ts'
import type { ChildHistory } from '../pathway/history.ts'
import type { House } from '../pathway/house.ts'
import { chain, emptyHead } from '../record/chain.ts'
import type { Entry } from '../record/entry.ts'
import { limits } from '../record/limits.ts'
import type { Part, Refused } from './recorder.ts'

/** A record on which acts are being decided: its entries and their history, kept in step. */
export interface OpenRecord {
  readonly record: number
  readonly entries: readonly Entry[]
  history(): ChildHistory
  append(entry: Entry): void
  /** The same record to decide an act on that may be refused: what is appended there is not appended here. */
  fork(): OpenRecord
}

export function openRecord(house: House, record: number, before: readonly Entry[]): OpenRecord {
  const open = growing(record, [], growHistory(house, record))
  for (const entry of before) open.append(entry)
  return open
}

function growing(record: number, entries: Entry[], history: GrowingHistory): OpenRecord {
  return {
    record,
    entries,
    history: history.history,
    append(entry) {
      entries.push(entry)
      history.append(entry)
    },
    fork: () => growing(record, [...entries], history.fork()),
  }
}

export type DecidedAct = { readonly ok: true; readonly entries: readonly Entry[] } | Refused

/**
 * Decides every part and appends what follows to `records`, which hold each record the parts name. After a refusal
 * those records hold the parts that came before it and are of no further use.
 */
export function decideAct(
  house: House,
  records: ReadonlyMap<number, OpenRecord>,
  parts: readonly Part[],
  hand: Hand,
): DecidedAct {
  const appended: Entry[] = []
  const problems: Refused['problems'][number][] = []
  for (const [index, part] of parts.entries()) {
    const open = records.get(part.record)!
    const decision = decisionOn(house, open.history(), part, hand)
    if (!decision.ok) {
      for (const one of decision.problems) problems.push({ record: part.record, part: index, problem: one })
      continue
    }
    for (const draft of decision.drafts) {
      const entry = chain(draft, appended.length, open.entries.at(-1) ?? emptyHead)
      open.append(entry)
      appended.push(entry)
    }
    if (open.entries.length > limits.entriesPerRecordMax) {
      const what = { what: 'The record', limit: `${limits.entriesPerRecordMax} entries` }
      problems.push({ record: part.record, part: index, problem: problem('record.limit', what) })
    }
  }
  return problems.length > 0 ? { ok: false, why: 'refused', problems } : { ok: true, entries: appended }
}

function decisionOn(house: House, history: ChildHistory, part: Part, hand: Hand): Decision {
  if (part.does === 'record') return decide(house, history, part, hand)
  if (part.does === 'authorise') return decideSignOff(house, history, part.position, { decision: 'authorise' }, hand)
  if (part.does === 'return')
    return decideSignOff(house, history, part.position, { decision: 'return', reason: part.reason }, hand)
  if (part.does === 'correct') return decideCorrection(house, history, part.position, part, hand)
  return decideWithdrawal(house, history, part.position, part.reason, hand)
}
