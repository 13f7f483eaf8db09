/**
 * May this be recorded, and what exactly will be? The one gate for a person's form, an import and the demo city
 * alike: the same rules for all three. Pure: it reads the child's history and gives back drafts of entries.
 */
import { type Day, dayOf, inShort, type Moment } from '../calendar/index.ts'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import { type Content, type Draft, signOffStep } from '../record/entry.ts'
import { check, dayOfValues } from './check.ts'
import { wrongBy } from './check-correction.ts'
import { isAsked, meets, type Value, type Values } from './field.ts'
import { among, counts } from './fold.ts'
import type { ChildHistory, Episode, Event } from './history.ts'
import type { House } from './house.ts'
import type { Pathway } from './pathway.ts'
import type { Step } from './step.ts'

/** Who records, when, and the key that makes a second sending of the same form harmless. */
export interface Hand {
  readonly author: number
  readonly now: Moment
  /** UUID minted with the form; the act's identity. */
  readonly act: string
}

export interface Submission {
  readonly pathway: string
  readonly step: string
  /** null opens a new episode. */
  readonly episode: number | null
  readonly values: Values
  /** The episode it grows out of, for one that opens. */
  readonly origin?: number | null
}

/** What would be appended to one child's record, or every reason why not. */
export type Decision =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const refuse = (...problems: Problem[]): Decision => ({ ok: false, problems })

export function decide(house: House, child: ChildHistory, submission: Submission, hand: Hand): Decision {
  const pathway = house.pathway(submission.pathway)
  const step = pathway.steps[submission.step]
  if (step === undefined) return refuse(problem('step.unknown', { step: submission.step, pathway: pathway.title }))
  const episode = submission.episode === null ? undefined : child.episodes.find((e) => e.id === submission.episode)
  if (submission.episode !== null && episode?.pathway !== pathway.id) return refuse(problem('record.not-found'))

  const open = mayRecord(pathway, submission.step, step, episode)
  if (!open.ok) return refuse(open)

  const values = onlyAsked(step, submission.values)
  const wrong = check(step, values, child, episode, hand.now)
  if (wrong.length > 0) return { ok: false, problems: wrong }

  const day = dayOfValues(step, values, hand.now)
  const draft: Draft = {
    record: child.subject.record,
    act: hand.act,
    kind: 'record',
    pathway: pathway.id,
    step: submission.step,
    version: pathway.version,
    episode: submission.episode,
    origin: submission.episode === null ? (submission.origin ?? null) : null,
    target: null,
    day,
    until: null,
    recorded: hand.now,
    author: hand.author,
    content: values,
  }
  const follow =
    step.authorisedBy === undefined ? handOver(house, child, pathway, submission.step, values, day, episode, hand) : []
  return { ok: true, drafts: [draft, ...follow] }
}

/** Whether a step is open on an episode, or may open one; the reason in words where not. */
export function mayRecord(pathway: Pathway, name: string, step: Step, episode: Episode | undefined): Outcome<null> {
  const no = (reason: string) => problem('step.not-open', { step: step.title, reason })
  const isStart = pathway.starts.includes(name)
  if (episode === undefined) return isStart ? done(null) : no(`there is no open ${pathway.episode} to record it on`)
  if (episode.closed !== null && !step.afterClosing)
    return no(`this ${pathway.episode} closed on ${inShort(episode.closed)}`)
  const before = episode.events.filter((e) => e.step === name && e.standing !== 'returned')
  if (before.some((e) => e.standing === 'waiting')) return no('it is already waiting for sign-off')
  if (!step.repeats && before.length > 0) return no('it has already been recorded')
  const after = step.after
  if (after === undefined)
    return isStart && !step.repeats && before.length > 0 ? no('it has already been recorded') : done(null)
  if (episode.events.some((e) => counts(e) && among(after, e))) return done(null)
  const titles = Object.keys(after).map((n) => pathway.steps[n]?.title.toLowerCase() ?? n)
  return no(
    `it comes after ${titles.join(' or ')}${Object.values(after).some((w) => Object.keys(w).length > 0) ? ' with the right outcome' : ''}`,
  )
}

/** The steps that may be recorded now, in the order of the definition; everyday steps apart. */
export function openSteps(pathway: Pathway, episode: Episode | undefined): readonly string[] {
  return Object.keys(pathway.steps).filter((name) => mayRecord(pathway, name, pathway.steps[name]!, episode).ok)
}

/** Answers to questions that were not asked are dropped, so that a stale answer can neither block nor mislead. */
export function onlyAsked(step: Step, values: Values): Values {
  const kept: Record<string, Value> = {}
  for (const name in step.fields) {
    const value = values[name]
    if (value !== undefined && value !== '' && isAsked(step.fields[name]!, values)) kept[name] = value
  }
  return kept
}

function handOver(
  house: House,
  child: ChildHistory,
  pathway: Pathway,
  stepName: string,
  values: Values,
  day: Day | null,
  episode: Episode | undefined,
  hand: Hand,
): readonly Draft[] {
  const drafts: Draft[] = []
  for (const { from, to, carry } of house.handovers) {
    if (from.pathway !== pathway.id || from.step !== stepName || !meets(from.when, values)) continue
    const target = house.pathway(to.pathway)
    // One child has one open episode of a service: new information on an open case is not a second referral.
    if (child.episodes.some((e) => e.pathway === to.pathway && e.closed === null)) continue
    const content: Content = carry(values, episode, { day })
    drafts.push({
      record: child.subject.record,
      act: hand.act,
      kind: 'record',
      pathway: to.pathway,
      step: to.step,
      version: target.version,
      episode: null,
      origin: episode?.id ?? null,
      target: null,
      day: dayOfValues(target.steps[to.step]!, content, hand.now),
      until: null,
      recorded: hand.now,
      author: hand.author,
      content,
    })
  }
  return drafts
}

/** Signing off, or returning with a reason. The author of the work cannot sign it. */
export function decideSignOff(
  house: House,
  child: ChildHistory,
  position: number,
  ruling: { readonly decision: 'authorise' } | { readonly decision: 'return'; readonly reason: string },
  hand: Hand,
): Decision {
  const found = eventAt(child, position)
  if (found === undefined) return refuse(problem('record.not-found'))
  const { event, episode } = found
  if (event.standing !== 'waiting') return refuse(problem('signoff.not-waiting'))
  if (event.author === hand.author) return refuse(problem('signoff.own-work'))
  if (ruling.decision === 'return' && ruling.reason.trim() === '')
    return refuse(problem('field.missing', { label: 'what needs to change' }, 'reason'))
  const pathway = house.pathway(event.pathway)
  const draft = aside(
    child.subject.record,
    event,
    'record',
    signOffStep,
    ruling.decision === 'return' ? { decision: 'return', reason: ruling.reason } : { decision: 'authorise' },
    pathway,
    hand,
  )
  const follow =
    ruling.decision === 'authorise'
      ? handOver(house, child, pathway, event.step, event.values, event.day, episode, hand)
      : []
  return { ok: true, drafts: [draft, ...follow] }
}

/** Corrects one field of an entry; the entry itself stays as it was written. */
export function decideCorrection(
  house: House,
  child: ChildHistory,
  position: number,
  change: { readonly field: string; readonly value: Value | undefined; readonly reason: string },
  hand: Hand,
): Decision {
  const found = eventAt(child, position)
  const pathway = found && house.pathway(found.event.pathway)
  const step = found && pathway?.steps[found.event.step]
  const field = step?.fields[change.field]
  if (!found || !pathway || !step || !field) return refuse(problem('record.not-found'))
  if (change.reason.trim() === '')
    return refuse(problem('field.missing', { label: 'why it is being corrected' }, 'reason'))
  const { [change.field]: _, ...others } = found.event.values
  const values: Values = change.value === undefined ? others : { ...others, [change.field]: change.value }
  const wrong = wrongBy(step, found, values, change.field, child, hand.now)
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const content: Content = {
    field: change.field,
    reason: change.reason,
    ...(change.value === undefined ? {} : { value: change.value }),
  }
  return {
    ok: true,
    drafts: [aside(child.subject.record, found.event, 'correct', found.event.step, content, pathway, hand)],
  }
}

/** Says that an entry was never about this child. It stays in the chain and leaves every fold. */
export function decideWithdrawal(
  house: House,
  child: ChildHistory,
  position: number,
  reason: string,
  hand: Hand,
): Decision {
  const found = eventAt(child, position)
  if (!found) return refuse(problem('record.not-found'))
  if (reason.trim() === '') return refuse(problem('field.missing', { label: 'why it is being withdrawn' }, 'reason'))
  const { event, episode } = found
  // With its opening an episode leaves every page; what others recorded on it must not go unread.
  const fallsWith = episode.pathway === 'person' ? child.episodes.flatMap((one) => one.events) : episode.events
  if (position === episode.id && fallsWith.some((one) => one.position !== position)) {
    const pathway = house.pathway(event.pathway)
    return refuse(
      problem('step.rule', {
        reason: `Other entries stand on this ${pathway.episode}, and would disappear with it. Withdraw those first.`,
      }),
    )
  }
  return {
    ok: true,
    drafts: [
      aside(
        child.subject.record,
        found.event,
        'withdraw',
        found.event.step,
        { reason },
        house.pathway(found.event.pathway),
        hand,
      ),
    ],
  }
}

export function eventAt(child: ChildHistory, position: number): { event: Event; episode: Episode } | undefined {
  for (const episode of child.episodes) {
    const event = episode.events.find((e) => e.position === position)
    if (event) return { event, episode }
  }
  return undefined
}

function aside(
  record: number,
  event: Event,
  kind: Draft['kind'],
  step: string,
  content: Content,
  pathway: Pathway,
  hand: Hand,
): Draft {
  return {
    record,
    act: hand.act,
    kind,
    pathway: event.pathway,
    step,
    version: pathway.version,
    episode: event.episode,
    origin: null,
    target: event.position,
    day: dayOf(hand.now),
    until: null,
    recorded: hand.now,
    author: hand.author,
    content,
  }
}
