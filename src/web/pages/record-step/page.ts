/**
 * Recording any step of any pathway, for one child or several. The page keeps everything typed: in the form itself, and
 * in a draft whenever it is left half done. A step with sections is one short page for each.
 */
import { randomUUID } from 'node:crypto'
import type { Part, Recording } from '../../../core/acts/recorder.ts'
import { storeFiles } from '../../../core/documents/store.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { controlName, type Posted } from '../../../core/pathway/posted.ts'
import { limits } from '../../../core/record/limits.ts'
import { dropDraft, findDraft, isDraftId, saveDraft } from '../../../core/work/drafts.ts'
import { withPersons } from '../../forms/persons.ts'
import { type Answer, failed, type Page, type Request, redirect } from '../../server/page.ts'
import { isOnPage, readAll, withoutSection } from './answers.ts'
import { type Desk, openDesk, pathOf, queryOf, readToName, sectionOf, startingWith, text, whoFor } from './desk.ts'
import { draw, type Shown } from './draw.tsx'

export const recordStep: Page = {
  name: 'record-step',
  path: '/children/:child/record/:pathway/:step',
  section: 'children',

  async GET(request) {
    const desk = await openDesk(request, false)
    if ('is' in desk) return desk
    const draft = await findDraft(request.services.pool, request.viewer.worker, text(request.query.draft))
    const posted: Posted = draft?.posted ?? { [whoFor]: startingWith(request, desk) }
    return draw(request, desk, {
      key: draft?.id ?? randomUUID(),
      section: sectionOf(request.query, desk),
      posted,
      problems: [],
    })
  },

  async POST(request) {
    const desk = await openDesk(request, true)
    if ('is' in desk) return desk
    const key = text(request.posted.key)
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const section = sectionOf(request.posted, desk)
    const before = (await findDraft(request.services.pool, request.viewer.worker, key))?.posted ?? {}
    const files = await storeFiles(request.services.pool, request.files, request.now)
    const posted = { ...withoutSection(before, desk, section), ...own(request.posted), ...files }
    const keep = () =>
      saveDraft(request.services.pool, request.viewer.worker, {
        id: key,
        record: desk.child.record,
        episode: desk.episode,
        pathway: desk.pathway.id,
        step: desk.name,
        posted,
        saved: request.now,
      })
    if (request.tooLarge.length > 0) {
      const limit = `${limits.fileBytesMax / 1024 / 1024} MB`
      const problems = request.tooLarge.map((field) => problem('record.limit', { what: 'The file', limit }, field))
      return wrong(request, desk, { key, section, posted, problems }, problems, keep)
    }
    const here = (n: number) => `${pathOf(desk)}?${queryOf(desk)}draft=${key}&section=${n}`
    if (request.posted.do === 'draft') {
      await keep()
      return redirect('/drafts', `Saved. ${desk.step.title} for ${desk.child.name} is among your drafts.`)
    }
    if (section < desk.sections.length) {
      const problems = readAll(desk, posted).problems.filter((one) => isOnPage(desk, section, one))
      if (problems.length > 0) return draw(request, desk, { key, section, posted, problems })
      await keep()
      return redirect(here(section + 1))
    }
    return submit(request, desk, { key, section, posted, problems: [] }, keep)
  },
}

const own = ({ token: _t, key: _k, do: _d, section: _s, ...posted }: Posted): Posted => posted

async function submit(request: Request, desk: Desk, shown: Shown, keep: () => Promise<void>): Promise<Answer> {
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
    await dropDraft(request.services.pool, request.viewer.worker, shown.key)
    const first = result.entries.find((entry) => entry.record === desk.child.record)
    const waits = desk.step.authorisedBy ? ` It now waits for a ${desk.step.authorisedBy} to sign it off.` : ''
    const names = read.map(({ subject }) => subject.name).join(', ')
    const to = `/children/${desk.child.childId}/episodes/${desk.episode ?? first?.episode ?? ''}`
    return redirect(to, `${desk.step.title} recorded for ${names}.${waits}`)
  }
  if (result.why === 'changed') {
    await keep()
    const posted = { ...shown.posted, [readToName(result.record)]: String(result.position) }
    return draw(request, desk, { ...shown, posted, problems: [result.problem], changed: result }, 409)
  }
  // Recorded before and changed since: what is new goes under a key of its own.
  if (result.problems.some((one) => one.problem.code === 'record.duplicate-key'))
    return draw(request, desk, { ...shown, key: randomUUID(), problems: [problem('record.duplicate-key')] }, 409)
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
  keep: () => Promise<void>,
): Promise<Answer> {
  await keep()
  const first = desk.sections.findIndex((_, i) =>
    problems.some((one) => one.field !== undefined && isOnPage(desk, i + 1, one)),
  )
  return draw(request, desk, { ...shown, section: first < 0 ? shown.section : first + 1, problems }, 422)
}
