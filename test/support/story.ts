/** A child's way through the services, told in a test: each line is decided by the same rules as a person's form. */
import { type Day, englishCalendars, type Moment, momentAt } from '../../src/core/calendar/index.ts'
import type { Problem } from '../../src/core/outcomes.ts'
import { type Decision, decide, decideSignOff } from '../../src/core/pathway/decide.ts'
import type { Values } from '../../src/core/pathway/field.ts'
import { type Folded, foldWithClocks } from '../../src/core/pathway/folded.ts'
import type { ClockInstance } from '../../src/core/pathway/instances.ts'
import { chain, emptyHead } from '../../src/core/record/chain.ts'
import type { Entry } from '../../src/core/record/entry.ts'
import { assembleHeartwood } from '../../src/services/index.ts'

const { house, measures } = assembleHeartwood({ calendars: englishCalendars })
const key = '00000000-0000-4000-8000-000000000000'

export interface Story {
  /** Records a step on the open episode of the pathway, or opens one; throws with the reasons when it is refused. */
  record(pathway: string, step: string, values: Values, when?: string): Story
  /** The reasons for which it would be refused; none when it would not. */
  refused(pathway: string, step: string, values: Values, when?: string): readonly Problem[]
  /** Signs off, or returns, what was recorded last and waits. */
  authorise(when: string): Story
  giveBack(reason: string, when: string): Story
  folded(): Folded
  clocks(pathway: string, clock: string): readonly ClockInstance[]
  /** `[day, numerator]` of each contribution to a measure. */
  measure(id: string): readonly (readonly [Day, number])[]
}

/** A day stands for ten in the morning of it; `2026-03-01 16:30` for that time in London. */
export function at(text: string): Moment {
  const [day = '', time = '10:00'] = text.split(' ')
  const [hour, minute] = time.split(':').map(Number)
  return momentAt(day as Day, hour!, minute!)
}

export function story(born: string | null = '2018-05-03', expected?: string): Story {
  const entries: Entry[] = []
  const folded = (): Folded => foldWithClocks(house, 1, entries)
  const take = (decision: Decision): void => {
    if (!decision.ok) throw new Error(decision.problems.map((one) => `${one.field ?? ''}: ${one.says}`).join(' '))
    for (const draft of decision.drafts) entries.push(chain(draft, 0, entries.at(-1) ?? emptyHead))
  }
  const decision = (pathway: string, step: string, values: Values, when: string): Decision => {
    const { history } = folded()
    const opens = house.pathway(pathway).starts.includes(step)
    const open = history.episodes.findLast((one) => one.pathway === pathway && one.closed === null)
    const last = history.episodes.findLast((one) => one.pathway === pathway)
    const episode = open?.id ?? (opens ? null : (last?.id ?? null))
    return decide(house, history, { pathway, step, episode, values }, { author: 1, now: at(when), act: key })
  }
  const waiting = (): number => {
    const events = folded().history.episodes.flatMap((one) => one.events)
    return events.findLast((one) => one.standing === 'waiting')?.position ?? 0
  }
  const told: Story = {
    record(pathway, step, values, when = dayIn(values)) {
      take(decision(pathway, step, values, when))
      return told
    },
    refused(pathway, step, values, when = dayIn(values)) {
      const made = decision(pathway, step, values, when)
      return made.ok ? [] : made.problems
    },
    authorise(when) {
      const hand = { author: 2, now: at(when), act: key }
      take(decideSignOff(house, folded().history, waiting(), { decision: 'authorise' }, hand))
      return told
    },
    giveBack(reason, when) {
      const hand = { author: 2, now: at(when), act: key }
      take(decideSignOff(house, folded().history, waiting(), { decision: 'return', reason }, hand))
      return told
    },
    folded,
    clocks: (pathway, clock) =>
      folded().clocks.flatMap(({ episode, instance }) =>
        episode.pathway === pathway && instance.clock === clock ? instance : [],
      ),
    measure: (id) => {
      const measure = measures.find((one) => one.id === id)
      if (measure === undefined) throw new Error(`There is no measure ${id}`)
      return measure.contributions(folded()).map((one) => [one.day, one.numerator] as const)
    },
  }
  const birth = born === null ? { expected: expected ?? '2026-12-01' } : { born }
  const values = { as: 'child', surname: 'Ashdown', sex: 'F', childId: 'HW0000001', ...birth }
  return told.record('person', 'registered', values, born === null ? '2022-05-01' : '2018-06-01')
}

/** Recorded in the evening of the last day that the values name. */
function dayIn(values: Values): string {
  const days = Object.values(values).flatMap((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : [],
  )
  return `${days.sort().at(-1) ?? '2026-11-23'} 18:00`
}

/** Answers that every step of its kind needs and no test of a clock is about. */
export const usual = {
  strategy: {
    agencies: ['socialCare', 'police', 'health'],
    decision: 'enquire',
    joint: 'single',
    information: 'Known',
    reason: 'Risk',
  },
  enquiry: { seen: 'yes', alone: 'yes', medical: 'no', voice: 'Afraid', findings: 'Found' },
  conference: {
    kind: 'initial',
    quorate: 'yes',
    attended: ['health'],
    parents: 'yes',
    voice: 'Heard',
    decisions: 'Agreed',
  },
  review: { quorate: 'yes', attended: ['health'], voice: 'Heard', decisions: 'Agreed' },
  assessment: {
    seen: 'yes',
    alone: 'yes',
    voice: 'Happy',
    needs: 'Met',
    parenting: 'Good',
    family: 'Kind',
    analysis: 'Safe',
  },
  seen: { seen: 'yes', alone: 'yes', bedroom: 'yes' },
} as const
