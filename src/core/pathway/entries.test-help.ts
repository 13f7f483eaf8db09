/** Entries written by hand for tests of the core: what a record holds, without asking whether it might. */
import { type Day, type Moment, momentAt } from '../calendar/index.ts'
import { chain, emptyHead } from '../record/chain.ts'
import type { Content, Draft, Entry } from '../record/entry.ts'

interface Telling extends Partial<Omit<Draft, 'content'>> {
  /** Noon of this day is when it was recorded; by default its own day. */
  readonly on?: string
}

export interface Record {
  readonly entries: readonly Entry[]
  /** Appends an entry and gives its position. The day is the first answer that is one, unless `more` says. */
  tell(step: string, content: Content, more?: Telling): number
  correct(target: number, field: string, value: Content[string] | undefined, more?: Telling): number
  withdraw(target: number, more?: Telling): number
  authorise(target: number, more?: Telling): number
  giveBack(target: number, more?: Telling): number
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** A record of one pathway; the first entry told opens episode 1, and what follows belongs to it unless `more` says. */
export function recordOf(pathway: string, recordNumber = 1): Record {
  const entries: Entry[] = []
  const tell: Record['tell'] = (step, content, { on, ...more } = {}) => {
    const day = more.day !== undefined ? more.day : (Object.values(content).find(isDay) ?? null)
    const recorded: Moment = more.recorded ?? momentAt((on ?? day ?? '2024-01-01') as Day, 12, 0)
    const defaults = {
      record: recordNumber,
      act: '00000000-0000-4000-8000-000000000000',
      kind: 'record',
      pathway,
      step,
      version: 1,
      episode: entries.length === 0 ? null : 1,
      origin: null,
      target: null,
      until: null,
      author: 1,
    } as const
    entries.push(chain({ ...defaults, ...more, day, recorded, content }, 0, entries.at(-1) ?? emptyHead))
    return entries.length
  }
  const aside = (kind: Draft['kind'], target: number, step: string, content: Content, more: Telling = {}): number => {
    const at = entries[target - 1]!
    return tell(step, content, {
      kind,
      target,
      episode: at.episode,
      pathway: at.pathway,
      day: null,
      author: 2,
      ...more,
    })
  }
  return {
    entries,
    tell,
    correct: (target, field, value, more) =>
      aside(
        'correct',
        target,
        entries[target - 1]!.step,
        { field, reason: 'Mistyped', ...(value === undefined ? {} : { value }) },
        more,
      ),
    withdraw: (target, more) => aside('withdraw', target, entries[target - 1]!.step, { reason: 'Another child' }, more),
    authorise: (target, more) => aside('record', target, 'signOff', { decision: 'authorise' }, more),
    giveBack: (target, more) => aside('record', target, 'signOff', { decision: 'return', reason: 'Say more' }, more),
  }
}
