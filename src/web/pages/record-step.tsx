/**
 * Recording any step of any pathway, for one child or several. The page keeps everything typed: in the form itself, and
 * in a draft whenever it is left half done. A step with sections is one short page for each.
 */
import { randomUUID } from 'node:crypto'
import type { Part, Recording } from '../../core/acts/recorder.ts'
import { ageInWords } from '../../core/calendar/index.ts'
import { storeFiles } from '../../core/documents/store.ts'
import { type Problem, problem } from '../../core/outcomes.ts'
import { mayRecord } from '../../core/pathway/decide.ts'
import { everyday } from '../../core/pathway/everyday.ts'
import { fold } from '../../core/pathway/fold.ts'
import type { Event } from '../../core/pathway/history.ts'
import type { Pathway } from '../../core/pathway/pathway.ts'
import { controlName, type Posted, readPosted } from '../../core/pathway/posted.ts'
import { saysOf } from '../../core/pathway/says.ts'
import type { Step } from '../../core/pathway/step.ts'
import { type KnownPerson, nameOf, readRecords } from '../../core/people/records.ts'
import { type Sibling, siblingsOf } from '../../core/people/siblings.ts'
import { dropDraft, findDraft, isDraftId, saveDraft } from '../../core/work/drafts.ts'
import { BackLink, Button, Checkboxes, InsetText } from '../components/index.ts'
import { referencesFor } from '../forms/references.ts'
import { StepFields } from '../forms/StepForm.tsx'
import { type Answer, failed, type Page, type Request, redirect, view } from '../server/page.ts'

/** Everything the form of one step stands on. */
interface Desk {
  readonly pathway: Pathway
  readonly name: string
  readonly step: Step
  readonly child: KnownPerson
  readonly episode: number | null
  /** Everyone it can be recorded for, the child first. */
  readonly family: readonly Subject[]
  readonly sections: readonly { readonly title: string; readonly fields: readonly string[] }[]
}

interface Subject {
  readonly record: number
  readonly childId: string
  readonly name: string
  readonly age: string
  /** The episode on which it would be recorded for this one; null opens one. */
  readonly episode: number | null
  readonly position: number
}

interface Shown {
  readonly key: string
  readonly section: number
  readonly posted: Posted
  readonly problems: readonly Problem[]
  readonly changed?: { readonly events: readonly Event[]; readonly record: number }
}

export const recordStep: Page = {
  name: 'record-step',
  path: '/children/:child/record/:pathway/:step',
  section: 'children',

  async GET(request) {
    const desk = await openDesk(request)
    if ('is' in desk) return desk
    const draft = await findDraft(request.services.pool, request.viewer.worker, text(request.query.draft))
    const posted: Posted = draft?.posted ?? { about: startingWith(request, desk) }
    return draw(request, desk, {
      key: draft?.id ?? randomUUID(),
      section: sectionOf(request.query, desk),
      posted,
      problems: [],
    })
  },

  async POST(request) {
    const desk = await openDesk(request)
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

const text = (value: Posted[string]): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))
const own = ({ token: _t, key: _k, do: _d, section: _s, ...posted }: Posted): Posted => posted

function sectionOf(from: Posted, desk: Desk): number {
  const given = Number(text(from.section) || 1)
  return Number.isInteger(given) && given >= 1 && given <= desk.sections.length ? given : 1
}

const pathOf = (desk: Desk): string => `/children/${desk.child.childId}/record/${desk.pathway.id}/${desk.name}`
const queryOf = (desk: Desk): string => (desk.episode === null ? '' : `episode=${desk.episode}&`)

async function openDesk(request: Request): Promise<Desk | Answer> {
  const { definitions } = request.services
  const pathway = definitions.house.pathways.find((one) => one.id === request.params.pathway)
  const name = request.params.step ?? ''
  const step = pathway && Object.hasOwn(pathway.steps, name) ? pathway.steps[name] : undefined
  if (!pathway || !step) return failed(problem('request.not-found'))
  const read = await readRecords(request.reader, [request.params.child ?? ''])
  if (!read.ok) return failed(read)
  const child = read.value[0]!
  const history = fold(definitions.house, child.record, child.entries)
  const wanted = Number(text(request.query.episode) || text(request.posted.episode) || 0)
  const open = history.episodes.filter((one) => one.pathway === pathway.id && one.closed === null)
  const isNew = pathway.starts.includes(name) && wanted === 0 && !(name in everyday)
  const found =
    wanted > 0 ? history.episodes.find((one) => one.id === wanted && one.pathway === pathway.id) : open.at(-1)
  if (wanted > 0 && !found) return failed(problem('record.not-found'))
  const episode = isNew && wanted === 0 ? undefined : found
  const allowed = mayRecord(pathway, name, step, episode)
  if (!allowed.ok) return failed(allowed)
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
    const theirs = one.open?.find((open) => open.pathway === pathway)
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
function startingWith(request: Request, desk: Desk): readonly string[] {
  const named = text(request.query.with).split(',')
  const chosen = desk.family.filter((one, i) => i === 0 || named.includes('all') || named.includes(one.childId))
  return chosen.map((one) => String(one.record))
}

const chosenOf = (desk: Desk, posted: Posted): readonly Subject[] => {
  if (desk.family.length === 1) return desk.family
  const about = posted.about === undefined ? [] : [posted.about].flat()
  const chosen = desk.family.filter((one) => about.includes(String(one.record)))
  return chosen.length === 0 ? desk.family.slice(0, 1) : chosen
}

function readAll(desk: Desk, posted: Posted) {
  const read = chosenOf(desk, posted).map((subject) => ({ subject, ...readPosted(desk.step, posted, subject.record) }))
  const problems = new Map(read.flatMap((one) => one.problems).map((one) => [one.field, one]))
  return { read, problems: [...problems.values()] }
}

const controlsOf = (desk: Desk, section: number): readonly string[] =>
  (desk.sections[section - 1]?.fields ?? []).flatMap((name) =>
    desk.family.map((one) => controlName(name, desk.step.fields[name]!, one.record)),
  )

const isOnPage = (desk: Desk, section: number, one: Problem): boolean =>
  one.field === undefined || controlsOf(desk, section).includes(one.field)

/** An unticked box posts nothing, so what the page in hand asked is taken from this post alone. */
function withoutSection(before: Posted, desk: Desk, section: number): Posted {
  const controls = new Set(controlsOf(desk, section))
  const isOwn = (name: string): boolean =>
    controls.has(name.replace(/-(day|month|year|time)$/, '')) || (name === 'about' && section === 1)
  return Object.fromEntries(Object.entries(before).filter(([name]) => controls.has(name) === false && !isOwn(name)))
}

async function submit(request: Request, desk: Desk, shown: Shown, keep: () => Promise<void>): Promise<Answer> {
  const { read, problems } = readAll(desk, shown.posted)
  if (problems.length > 0) return wrong(request, desk, shown, problems, keep)
  const parts = read.map(({ subject, values }): Part => {
    const seen = Number(text(shown.posted[`seen--${subject.record}`]) || subject.position)
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
    const posted = { ...shown.posted, [`seen--${result.record}`]: String(result.position) }
    return draw(request, desk, { ...shown, posted, problems: [result.problem], changed: result }, 409)
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
  keep: () => Promise<void>,
): Promise<Answer> {
  await keep()
  const first = desk.sections.findIndex((_, i) =>
    problems.some((one) => one.field !== undefined && isOnPage(desk, i + 1, one)),
  )
  return draw(request, desk, { ...shown, section: first < 0 ? shown.section : first + 1, problems }, 422)
}

function draw(request: Request, desk: Desk, shown: Shown, status = 200): Answer {
  const { step, child, sections, family } = desk
  const current = sections[shown.section - 1]!
  const many = sections.length > 1
  const chosen = chosenOf(desk, shown.posted)
  const isLast = shown.section === sections.length
  return view({
    status,
    heading: many ? current.title : step.title,
    caption: many ? `${child.name}: ${step.title}, part ${shown.section} of ${sections.length}` : child.name,
    before: <BackLink href={backTo(desk)}>Back to {child.name}</BackLink>,
    errors: shown.problems.map((one) => ({
      text: one.says,
      ...(one.field && { href: hrefOf(desk, shown, one.field) }),
    })),
    body: (
      <>
        {shown.changed && whatIsNew(desk, shown.changed.events)}
        {step.guidance && shown.section === 1 && <InsetText>{step.guidance}</InsetText>}
        <form
          method="post"
          action={`${pathOf(desk)}?${queryOf(desk)}`}
          enctype={hasFile(step) ? 'multipart/form-data' : undefined}
        >
          <input type="hidden" name="token" value={request.token} />
          <input type="hidden" name="key" value={shown.key} />
          <input type="hidden" name="section" value={shown.section} />
          <input type="hidden" name="episode" value={desk.episode ?? ''} />
          {chosen.map((one) => (
            <input
              type="hidden"
              name={`seen--${one.record}`}
              value={text(shown.posted[`seen--${one.record}`]) || String(one.position || '')}
            />
          ))}
          {shown.section === 1 && family.length > 1 && whoFor(desk, chosen)}
          <StepFields
            step={step}
            names={current.fields}
            subjects={family.length > 1 && shown.section === 1 ? family : chosen}
            posted={shown.posted}
            problems={shown.problems}
            today={request.today}
            references={referencesFor(request.services.directory)}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>
              {isLast ? (step.authorisedBy ? 'Send for sign-off' : 'Record') : 'Save and continue'}
            </Button>
            <Button variant="secondary" name="do" value="draft">
              Save as a draft
            </Button>
          </div>
        </form>
      </>
    ),
  })
}

const hasFile = (step: Step): boolean => Object.values(step.fields).some((field) => field.kind === 'file')

const backTo = (desk: Desk): string =>
  desk.episode === null ? `/children/${desk.child.childId}` : `/children/${desk.child.childId}/episodes/${desk.episode}`

/** The id to which an error links: the first box of a date, the control itself otherwise; another page by its address. */
function hrefOf(desk: Desk, shown: Shown, field: string): string {
  const index = desk.sections.findIndex((_, i) => controlsOf(desk, i + 1).includes(field))
  const kind = desk.step.fields[field.replace(/--\d+$/, '')]?.kind
  const anchor = kind === 'day' || kind === 'moment' ? `${field}-day` : field
  if (index < 0 || index + 1 === shown.section) return `#${anchor}`
  return `${pathOf(desk)}?${queryOf(desk)}draft=${shown.key}&section=${index + 1}#${anchor}`
}

function whoFor(desk: Desk, chosen: readonly Subject[]) {
  return (
    <Checkboxes
      name="about"
      legend="Who is this about?"
      items={desk.family.map((one) => ({
        value: String(one.record),
        text: one.age ? `${one.name}, ${one.age}` : one.name,
      }))}
      values={chosen.map((one) => String(one.record))}
      classes="govuk-checkboxes--small"
    />
  )
}

function whatIsNew(desk: Desk, events: readonly Event[]) {
  return (
    <InsetText>
      <h2 class="govuk-heading-m">What is new since you opened this</h2>
      <ul class="govuk-list govuk-list--bullet">
        {events.map((event) => (
          <li>
            {desk.pathway.steps[event.step]?.title ?? event.step}: {saysOf(desk.pathway.steps[event.step], event)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">Everything you typed is still below. If it is still right, send it again.</p>
    </InsetText>
  )
}
