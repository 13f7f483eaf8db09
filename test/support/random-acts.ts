/**
 * Random but sensible acts for property tests: each is drawn without knowing the record and made sense of when it is
 * its turn, by what the record then holds. Some are refused, as people's are.
 */
import fc from 'fast-check'
import type { Part } from '../../src/core/acts/recorder.ts'
import { addDays, type Day, day, dayOf, momentAt } from '../../src/core/calendar/index.ts'
import type { Hand } from '../../src/core/pathway/decide.ts'
import type { Value, Values } from '../../src/core/pathway/field.ts'
import type { ChildHistory, Episode, Event } from '../../src/core/pathway/history.ts'
import { mintChildId } from '../../src/core/people/index.ts'

/** The records that random acts are about. */
export const recordsOfActs = [101, 102, 103] as const

const kinds = [
  'discuss',
  'enquire',
  'authorise',
  'return',
  'review',
  'visit',
  'note',
  'allocate',
  'correctDay',
  'correctAnswer',
  'withdraw',
  'move',
  'attach',
] as const

export interface Move {
  readonly kind: (typeof kinds)[number]
  /** Which record, and whether its brothers and sisters take part, where they may. */
  readonly record: (typeof recordsOfActs)[number]
  readonly together: boolean
  /** Days since the move before, and how long ago the thing happened that is recorded now. */
  readonly later: number
  readonly ago: number
  /** Chooses among events, answers, workers. */
  readonly choice: number
}

export const moves = (lengthMax: number, lengthMin = 0): fc.Arbitrary<readonly Move[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      record: fc.constantFrom(...recordsOfActs),
      together: fc.boolean(),
      later: fc.nat(40),
      // Mostly at once; now and then something that is only learnt months afterwards.
      ago: fc.oneof({ weight: 4, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(300) }),
      choice: fc.nat(1000),
    }),
    // fast-check keeps lists short unless it is told otherwise.
    { minLength: lengthMin, maxLength: lengthMax, size: 'max' },
  )

export interface Act {
  readonly parts: readonly Part[]
  readonly hand: Hand
}

const firstDay = day('2024-01-08')

/** A key that follows from the number of the act, so that two runs write the same. */
const keyOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The registration of every record. */
export const registrations: readonly Act[] = recordsOfActs.map((record, n) => ({
  hand: { author: 1, now: momentAt(firstDay, 9, 0), act: keyOf(n) },
  parts: [
    recording(record, 'person', 'registered', null, {
      as: 'child',
      forename: ['Wren', 'Rowan', 'Linnet'][n]!,
      surname: 'Ashdown\tof "Long\\Street"',
      born: '2018-05-03',
      sex: 'F',
      childId: mintChildId(record),
      family: 7,
      address: '1 High Street\nAnytown',
      postcode: 'CV1 1AA',
    }),
  ],
}))

/** Turns moves into acts, one at a time: `history` says what each record holds at that time. */
export async function play(
  list: readonly Move[],
  history: (record: number) => Promise<ChildHistory>,
  perform: (act: Act) => Promise<void>,
): Promise<void> {
  for (const act of registrations) await perform(act)
  let today = firstDay
  for (const [n, move] of list.entries()) {
    today = addDays(today, move.later)
    const now = momentAt(today, 10 + (n % 7), n % 60)
    const hand: Hand = { author: 1 + (move.choice % 3), now, act: keyOf(100 + n) }
    const records = move.together ? recordsOfActs : [move.record]
    const parts: Part[] = []
    for (const record of records) {
      const part = partOf(move, record, await history(record), dayOf(now))
      if (part) parts.push(part)
    }
    if (parts.length > 0) await perform({ parts, hand })
  }
}

function recording(record: number, pathway: string, step: string, episode: number | null, values: Values): Part {
  return { does: 'record', record, pathway, step, episode, values }
}

function partOf(move: Move, record: number, child: ChildHistory, today: Day): Part | undefined {
  const on = addDays(today, -move.ago)
  const { choice } = move
  const pick = <T>(list: readonly T[]): T | undefined => list[choice % Math.max(1, list.length)]
  const work = child.episodes.filter((one) => one.pathway === 'plain')
  const open = work.findLast((one) => one.closed === null)
  const anyEpisode: Episode = work.at(-1) ?? child.episodes[0]!
  const events = child.episodes.flatMap((one) => one.events)
  const event = pick(events)
  switch (move.kind) {
    case 'discuss':
      return recording(record, 'plain', 'discussion', open?.id ?? null, {
        held: on,
        decision: choice % 4 === 0 ? 'none' : 'enquire',
      })
    case 'enquire':
      return open && recording(record, 'plain', 'enquiry', open.id, enquiry(on, choice))
    case 'review':
      return (
        open && recording(record, 'plain', 'review', open.id, { held: on, decision: choice % 3 === 0 ? 'end' : 'go' })
      )
    case 'authorise':
      return waiting(events, (position) => ({ does: 'authorise', record, position }))
    case 'return':
      return waiting(events, (position) => ({ does: 'return', record, position, reason: 'Say more' }))
    case 'visit':
      return recording(record, anyEpisode.pathway, 'visit', anyEpisode.id, visit(on, choice))
    case 'note':
      return recording(record, anyEpisode.pathway, 'caseNote', anyEpisode.id, {
        happened: on,
        note: `Note ${choice}\n“x”`,
      })
    case 'allocate':
      return recording(record, anyEpisode.pathway, 'allocation', anyEpisode.id, {
        from: on,
        team: 1 + (choice % 3),
        ...(choice % 5 === 0 ? {} : { worker: 1 + (choice % 9) }),
        role: choice % 4 === 0 ? 'second' : 'lead',
      })
    case 'correctDay':
      return event && correction(record, event, ['held', 'started', 'visited', 'happened', 'from'], on)
    case 'correctAnswer':
      return event && correction(record, event, ['decision', 'outcome', 'seen', 'role'], answerFor(event, choice))
    case 'withdraw':
      // The registration stays, or there is nobody to record anything on.
      return event && event.step !== 'registered' && choice % 2 === 0
        ? { does: 'withdraw', record, position: event.position, reason: 'Another child' }
        : undefined
    case 'move':
      return recording(record, 'person', 'moved', 1, {
        from: on,
        kind: 'home',
        address: `${choice} Low Street`,
        protected: choice % 9 === 0 ? 'yes' : 'no',
      })
    case 'attach':
      return recording(record, 'person', 'schooled', 1, { from: on, school: 1 + (choice % 4) })
  }
}

const enquiry = (started: Day, choice: number): Values =>
  choice % 3 === 0 ? { started, outcome: 'none', why: 'No risk found' } : { started, outcome: 'plan' }

const visit = (visited: Day, choice: number): Values =>
  choice % 3 === 0
    ? { visited, seen: 'no', whyNot: 'No answer' }
    : { visited, seen: 'yes', alone: choice % 2 === 0 ? 'yes' : 'no', bedroom: 'no' }

function waiting(events: readonly Event[], part: (position: number) => Part): Part | undefined {
  const event = events.find((one) => one.standing === 'waiting')
  return event && part(event.position)
}

function correction(record: number, event: Event, fields: readonly string[], value: Value): Part | undefined {
  const field = fields.find((name) => event.values[name] !== undefined)
  if (field === undefined) return undefined
  return { does: 'correct', record, position: event.position, field, value, reason: 'Mistyped' }
}

function answerFor({ step, values }: Event, choice: number): string {
  if (step === 'discussion') return choice % 2 === 0 ? 'none' : 'enquire'
  if (step === 'review') return choice % 2 === 0 ? 'end' : 'go'
  if (step === 'enquiry') return 'plan'
  if (step === 'allocation') return 'lead'
  return String(values.seen ?? 'yes')
}
