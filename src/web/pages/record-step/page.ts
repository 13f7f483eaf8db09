/**
 * Recording any step of any pathway, for one child or several. The page keeps everything typed: in the form itself, and
 * in a draft whenever it is left half done. A step with sections is one short page for each.
 */
import { randomUUID } from 'node:crypto'
import type { Part, Recording } from '../../../core/acts/recorder.ts'
import { storeFiles } from '../../../core/documents/store.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { controlName } from '../../../core/pathway/posted.ts'
import { limits } from '../../../core/record/limits.ts'
import { draftsBegun, dropDraft, findDraft, isDraftId, type Saved, saveDraft } from '../../../core/work/drafts.ts'
import { momentParts } from '../../forms/moment-parts.ts'
import { withPersons } from '../../forms/persons.ts'
import { type Answer, failed, type Page, type Request, redirect } from '../../server/page.ts'
import { isOnPage, readAll, withoutControls, withoutSection } from './answers.ts'
import {
  type Desk,
  openDesk,
  pathOf,
  placeOf,
  queryOf,
  readToName,
  sectionOf,
  startingWith,
  text,
  whoFor,
} from './desk.ts'
import { draw, type Shown } from './draw.tsx'
import { controlsName, fromOf, mergePath, own } from './from.ts'

export const recordStep: Page = {
  name: 'record-step',
  path: '/children/:child/record/:pathway/:step',
  section: 'children',

  async GET(request) {
    const desk = await openDesk(request, false)
    if ('is' in desk) return desk
    const { pool } = request.services
    const author = request.viewer.worker
    const draft = await findDraft(pool, author, text(request.query.draft))
    const key = draft?.id ?? randomUUID()
    const begun = await draftsBegun(pool, author, placeOf(desk), [key, draft?.beside ?? key])
    return draw(request, desk, {
      key,
      version: draft?.version ?? 0,
      section: sectionOf(request.query, desk),
      posted: draft?.posted ?? { [whoFor]: startingWith(request, desk) },
      problems: [],
      begun,
    })
  },

  async POST(request) {
    const key = text(request.posted.key)
    if (!isDraftId(key)) return failed(problem('request.forged'))
    return request.posted.do === 'keep' ? keepTyped(request, key) : receive(request, key)
  },
}

/** What the page's script sends while its author types. Once there is a draft it is the author's own and nothing is read. */
async function keepTyped(request: Request, key: string): Promise<Answer> {
  const { pool } = request.services
  const author = request.viewer.worker
  const { posted } = request
  const from = fromOf(posted)
  const before = await findDraft(pool, author, key)
  const desk = before ?? (await openDesk(request, true))
  if ('is' in desk) return desk
  const place = before ?? placeOf(desk as Desk)
  const typed = { ...withoutControls(before?.posted ?? {}, [posted[controlsName] ?? []].flat()), ...own(posted) }
  const { record, episode, pathway, step } = place
  const draft = { id: key, record, episode, pathway, step, posted: typed, saved: request.now }
  const saved = await saveDraft(pool, author, draft, from)
  const at = momentParts(request.now).time
  return saved.is === 'saved'
    ? { is: 'data', value: { at, version: saved.version } }
    : { is: 'data', value: { at, merge: mergePath(saved.id) } }
}

async function receive(request: Request, key: string): Promise<Answer> {
  const { pool } = request.services
  const author = request.viewer.worker
  const desk = await openDesk(request, true)
  if ('is' in desk) return desk
  const section = sectionOf(request.posted, desk)
  const from = fromOf(request.posted)
  const before = await findDraft(pool, author, key)
  const { values: files, problems: notTaken } = await storeFiles(pool, request.files, request.now)
  const posted = { ...withoutSection(before?.posted ?? {}, desk, section), ...own(request.posted), ...files }
  const keep: Keep = async (id = key) => {
    const draft = { id, ...placeOf(desk), posted, saved: request.now }
    return saveDraft(pool, author, draft, id === key ? from : { ...from, version: 0 })
  }
  const shown = { key, version: from.version, section, posted, problems: [] }
  const here = (n: number) => `${pathOf(desk)}?${queryOf(desk)}draft=${key}&section=${n}`
  const isOvertaken = before !== undefined && before.version !== from.version && before.page !== from.page
  if (isOvertaken) return keptOr(keep, () => redirect(here(section)))
  if (notTaken.length > 0) return wrong(request, desk, shown, notTaken, keep)
  if (request.tooLarge.length > 0) {
    const limit = `${limits.fileBytesMax / 1024 / 1024} MB`
    const problems = request.tooLarge.map((field) => problem('record.limit', { what: 'The file', limit }, field))
    return wrong(request, desk, shown, problems, keep)
  }
  if (request.posted.do === 'draft')
    return keptOr(keep, () =>
      redirect('/drafts', `Saved. ${desk.step.title} for ${desk.child.name} is among your drafts.`),
    )
  if (section < desk.sections.length) {
    const problems = readAll(desk, posted).problems.filter((one) => isOnPage(desk, section, one))
    return keptOr(keep, (version) =>
      problems.length > 0 ? draw(request, desk, { ...shown, version, problems }) : redirect(here(section + 1)),
    )
  }
  return submit(request, desk, shown, keep)
}

type Keep = (id?: string) => Promise<Saved>

/** Keeps what was typed, then answers; where another page of the author's had saved since, the two are shown side by side. */
async function keptOr(keep: Keep, answer: (version: number) => Answer): Promise<Answer> {
  const saved = await keep()
  return saved.is === 'saved' ? answer(saved.version) : redirect(mergePath(saved.id))
}

async function submit(request: Request, desk: Desk, shown: Shown, keep: Keep): Promise<Answer> {
  const persons = await withPersons(request, desk.step, shown.posted)
  const { read, problems: unreadable } = readAll(desk, persons.posted)
  const named = new Set(persons.problems.map((one) => one.field))
  const problems = [...persons.problems, ...unreadable.filter((one) => !named.has(one.field))]
  if (problems.length > 0) return wrong(request, desk, shown, problems, keep)
  const parts = read.map(({ subject, values }): Part => {
    const seen = Number(text(shown.posted[readToName(subject.record)]) || subject.position)
    return {
      does: 'record',
      record: subject.record,
      pathway: desk.pathway.id,
      step: desk.name,
      episode: subject.episode,
      values,
      ...(seen > 0 && { seen }),
    }
  })
  const hand = { author: request.viewer.worker, now: request.now, act: shown.key }
  const result: Recording = await request.services.recorder.record(parts, hand)
  if (result.ok) {
    const seen = fromOf(request.posted)
    await dropDraft(request.services.pool, request.viewer.worker, shown.key, request.now, seen)
    const first = result.entries.find((entry) => entry.record === desk.child.record)
    const waits = desk.step.authorisedBy ? ` It now waits for a ${desk.step.authorisedBy} to sign it off.` : ''
    const names = read.map(({ subject }) => subject.name).join(', ')
    const to = `/children/${desk.child.childId}/episodes/${desk.episode ?? first?.episode ?? ''}`
    return redirect(to, `${desk.step.title} recorded for ${names}.${waits}`)
  }
  if (result.why === 'changed') {
    const posted = { ...shown.posted, [readToName(result.record)]: String(result.position) }
    return keptOr(keep, (version) =>
      draw(request, desk, { ...shown, version, posted, problems: [result.problem], changed: result }, 409),
    )
  }
  // Recorded before and changed since: what is new goes under a key of its own.
  if (result.problems.some((one) => one.problem.code === 'record.duplicate-key')) {
    const key = randomUUID()
    const again = problem('record.duplicate-key')
    return keptOr(
      () => keep(key),
      (version) => draw(request, desk, { ...shown, key, version, problems: [again] }, 409),
    )
  }
  const found = result.problems.map(({ record, problem: one }): Problem => {
    const field = one.field === undefined ? undefined : desk.step.fields[one.field]
    const who =
      read.length > 1 && field?.each ? `${read.find(({ subject }) => subject.record === record)?.subject.name}: ` : ''
    return field === undefined
      ? one
      : { ...one, says: `${who}${one.says}`, field: controlName(one.field!, field, record) }
  })
  const unique = new Map(found.map((one) => [`${one.field}|${one.says}`, one]))
  return wrong(request, desk, shown, [...unique.values()], keep)
}

/** Shows the first page on which something is wrong; what was typed on every page is kept. */
async function wrong(
  request: Request,
  desk: Desk,
  shown: Shown,
  problems: readonly Problem[],
  keep: Keep,
): Promise<Answer> {
  const first = desk.sections.findIndex((_, i) =>
    problems.some((one) => one.field !== undefined && isOnPage(desk, i + 1, one)),
  )
  const section = first < 0 ? shown.section : first + 1
  return keptOr(keep, (version) => draw(request, desk, { ...shown, version, section, problems }, 422))
}
