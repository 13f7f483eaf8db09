/** What the form of one step stands on: the child, the episode, everyone it can be recorded for, its pages. */
import { ageInWords } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { mayRecord } from '../../../core/pathway/decide.ts'
import { everyday } from '../../../core/pathway/everyday.ts'
import type { Pathway } from '../../../core/pathway/pathway.ts'
import type { Posted } from '../../../core/pathway/posted.ts'
import type { Step } from '../../../core/pathway/step.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { type KnownPerson, readRecords } from '../../../core/people/records.ts'
import { type Sibling, siblingsOf } from '../../../core/people/siblings.ts'
import type { Draft } from '../../../core/work/drafts.ts'
import { type Answer, failed, type Request } from '../../server/page.ts'

/** Everything the form of one step stands on. */
export interface Desk {
  readonly pathway: Pathway
  readonly name: string
  readonly step: Step
  readonly child: KnownPerson
  readonly episode: number | null
  /** Everyone it can be recorded for, the child first. */
  readonly family: readonly Subject[]
  readonly sections: readonly { readonly title: string; readonly fields: readonly string[] }[]
}

export interface Subject {
  readonly record: number
  readonly childId: string
  readonly name: string
  readonly age: string
  /** The episode on which it would be recorded for this one; null opens one. */
  readonly episode: number | null
  readonly position: number
}

/** The boxes that say for whom it is recorded. No question of a step can have this name: theirs have no hyphen. */
export const whoFor = 'who-for'

export const text = (value: Posted[string]): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))

/**
 * The desk, or the answer that says why there is none. `isSent`: what was typed is on its way, so whether it may be
 * recorded is left to the recorder, which knows a form sent twice and gives back everything else to be read again.
 */
export async function openDesk(request: Request, isSent: boolean): Promise<Desk | Answer> {
  const { definitions } = request.services
  const pathway = definitions.house.pathways.find((one) => one.id === request.params.pathway)
  const name = request.params.step ?? ''
  const step = pathway && Object.hasOwn(pathway.steps, name) ? pathway.steps[name] : undefined
  if (!pathway || !step) return failed(problem('request.not-found'))
  const read = await readRecords(request.reader, [request.params.child ?? ''])
  if (!read.ok) return failed(read)
  const child = read.value[0]!
  const history = request.services.recorder.know(child.record, child.entries)
  const wanted = Number(text(request.query.episode) || text(request.posted.episode) || 0)
  const open = history.episodes.filter((one) => one.pathway === pathway.id && one.closed === null)
  const isNew = pathway.starts.includes(name) && wanted === 0 && !(name in everyday)
  const found =
    wanted > 0 ? history.episodes.find((one) => one.id === wanted && one.pathway === pathway.id) : open.at(-1)
  if (wanted > 0 && !found) return failed(problem('record.not-found'))
  const episode = isNew && wanted === 0 ? undefined : found
  const allowed = mayRecord(pathway, name, step, episode)
  if (!allowed.ok && !isSent) return failed(allowed)
  const siblings = step.severalChildren
    ? await request.reader.read(siblingsOf, [child.childId], { record: child.record })
    : undefined
  if (siblings && !siblings.ok) return failed(siblings)
  const family = subjectsOf(request, child, episode?.id ?? null, pathway.id, siblings?.value ?? [])
  const sections = step.sections ?? [{ title: step.title, fields: Object.keys(step.fields) }]
  return { pathway, name, step, child, episode: episode?.id ?? null, family, sections }
}

function subjectsOf(
  request: Request,
  child: KnownPerson,
  episode: number | null,
  pathway: string,
  siblings: readonly Sibling[],
): Subject[] {
  const age = (one: { born: KnownPerson['born']; expected: KnownPerson['expected'] }): string =>
    one.born
      ? ageInWords({ born: one.born }, request.today)
      : one.expected
        ? ageInWords({ expected: one.expected }, request.today)
        : ''
  const itself: Subject = {
    record: child.record,
    childId: child.childId,
    name: child.name,
    age: age(child),
    episode,
    position: child.entries.at(-1)?.position ?? 0,
  }
  const others = siblings.flatMap((one): Subject[] => {
    if (one.record === child.record) return []
    // Everyone’s record begins with the register, which is no service and so among no open work.
    const theirs = pathway === 'person' ? { episode: 1 } : one.open?.find((open) => open.pathway === pathway)
    // On an open piece of work only those who have one too can share the act; a new one can be opened for anyone.
    if (episode !== null && theirs === undefined) return []
    const on = episode === null ? null : (theirs?.episode ?? null)
    return [
      {
        record: one.record,
        childId: one.child_id,
        name: nameOf(one),
        age: age(one),
        episode: on,
        position: one.position,
      },
    ]
  })
  return [itself, ...others]
}

/** Whom the form begins with: those named in the link, or the child alone. */
export function startingWith(request: Request, desk: Desk): readonly string[] {
  const named = text(request.query.with).split(',')
  const chosen = desk.family.filter((one, i) => i === 0 || named.includes('all') || named.includes(one.childId))
  return chosen.map((one) => String(one.record))
}

export const chosenOf = (desk: Desk, posted: Posted): readonly Subject[] => {
  if (desk.family.length === 1) return desk.family
  const ticked = [posted[whoFor] ?? []].flat()
  const chosen = desk.family.filter((one) => ticked.includes(String(one.record)))
  return chosen.length === 0 ? desk.family.slice(0, 1) : chosen
}

export function sectionOf(from: Posted, desk: Desk): number {
  const given = Number(text(from.section) || 1)
  return Number.isInteger(given) && given >= 1 && given <= desk.sections.length ? given : 1
}

export const pathOf = (desk: Desk): string => `/children/${desk.child.childId}/record/${desk.pathway.id}/${desk.name}`
export const queryOf = (desk: Desk): string => (desk.episode === null ? '' : `episode=${desk.episode}&`)

/** Where a draft of this form belongs. */
export const placeOf = (desk: Desk): Pick<Draft, 'record' | 'episode' | 'pathway' | 'step'> => ({
  record: desk.child.record,
  episode: desk.episode,
  pathway: desk.pathway.id,
  step: desk.name,
})

/** The hidden field that says how far its author had read a child’s record. No field of a step can have a hyphen. */
export const readToName = (record: number): string => `read-to-${record}`
