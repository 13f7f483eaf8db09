/**
 * Two versions of one draft, written in two windows or on two machines: side by side, question by question, until their
 * author has said what stays. Nothing of either is gone before that.
 */

import { dayOf, inFull, type Moment } from '../../../core/calendar/index.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { draftsOf, findDraft, joinDrafts, type KeptDraft, letStandAlone } from '../../../core/work/drafts.ts'
import { BackLink, Button, Radios } from '../../components/index.ts'
import { momentParts } from '../../forms/moment-parts.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { controlsOf } from './answers.ts'
import { type Desk, openDesk, pathOf, queryOf, text } from './desk.ts'
import { type Difference, differencesOf, joined, type Pick } from './differences.ts'

export const mergeDrafts: Page = {
  name: 'merge-drafts',
  path: '/drafts/:draft/merge',
  section: 'home',
  async GET(request) {
    const pair = await findPair(request)
    return 'is' in pair ? pair : draw(request, pair, [])
  },
  async POST(request) {
    const pair = await findPair(request)
    if ('is' in pair) return pair
    const { first, beside, desk } = pair
    const isAsShown =
      text(request.posted.first) === `${first.id} ${first.version}` &&
      text(request.posted.beside) === String(beside.version)
    if (!isAsShown) return draw(request, pair, [problem('draft.saved-again')], 409)
    const differences = differencesOf(request, desk, first.posted, beside.posted)
    const picks = new Map(differences.flatMap((one) => pickOf(request, one)))
    const missing = differences.filter(({ control }) => !picks.has(control))
    if (missing.length > 0)
      return draw(
        request,
        pair,
        missing.map(({ control, label }) =>
          problem('field.choose', { label: `what stays of “${label}”` }, `pick-${control}`),
        ),
        422,
      )
    const posted = joined(first.posted, beside.posted, picks)
    const isJoined = await joinDrafts(
      request.services.pool,
      request.viewer.worker,
      { first, beside },
      posted,
      request.now,
    )
    if (!isJoined) return redirect(`/drafts/${beside.id}/merge`)
    const section = desk.sections.findIndex((_, i) =>
      differences.some(({ control }) => controlsOf(desk, i + 1).includes(control)),
    )
    return redirect(
      `${formOf(desk, first.id)}&section=${Math.max(section, 0) + 1}`,
      'The two versions are one draft again.',
    )
  },
}

interface Pair {
  readonly desk: Desk
  readonly first: KeptDraft
  readonly beside: KeptDraft
}

const formOf = (desk: Desk, draft: string): string => `${pathOf(desk)}?${queryOf(desk)}draft=${draft}`

async function findPair(request: Request): Promise<Pair | Answer> {
  const { pool } = request.services
  const author = request.viewer.worker
  const beside = await findDraft(pool, author, request.params.draft ?? '')
  const listed = await draftsOf(request.reader)
  if (!listed.ok) return failed(listed)
  const child = listed.value.find((one) => one.id === beside?.id)?.child_id
  // Put together already, in another window.
  if (beside === undefined || !child) return redirect('/drafts')
  const params = { child, pathway: beside.pathway, step: beside.step }
  const query = { episode: beside.episode === null ? '' : String(beside.episode) }
  const desk = await openDesk({ ...request, params, query, posted: {} }, true)
  if ('is' in desk) return desk
  const first = beside.beside === null ? undefined : await findDraft(pool, author, beside.beside)
  if (first) return { desk, first, beside }
  await letStandAlone(pool, author, beside.id)
  return redirect(formOf(desk, beside.id))
}

function pickOf(request: Request, { control, canJoin }: Difference): [string, Pick][] {
  const given = text(request.posted[`pick-${control}`])
  if (given === 'first' || given === 'beside' || (given === 'both' && canJoin)) return [[control, given]]
  return []
}

function draw(request: Request, { desk, first, beside }: Pair, problems: readonly Problem[], status = 200): Answer {
  const differences = differencesOf(request, desk, first.posted, beside.posted)
  const titles = [`Version 1, saved ${savedAt(first.saved)}`, `Version 2, saved ${savedAt(beside.saved)}`] as const
  return view({
    status,
    heading: 'Put two versions together',
    caption: `${desk.child.name}: ${desk.step.title}`,
    before: <BackLink href="/drafts">Back to your drafts</BackLink>,
    errors: problems.map((one) => ({ text: one.says, ...(one.field && { href: `#${one.field}` }) })),
    body: (
      <>
        <p class="govuk-body">
          You wrote this in two windows, or on two machines. Both are kept.{' '}
          {differences.length === 0
            ? 'They say the same.'
            : 'Say for each answer what stays; you can go on writing after that.'}
        </p>
        <form method="post" action={`/drafts/${beside.id}/merge`}>
          <input type="hidden" name="token" value={request.token} />
          <input type="hidden" name="first" value={`${first.id} ${first.version}`} />
          <input type="hidden" name="beside" value={beside.version} />
          {differences.map((one) => drawDifference(request, one, titles, problems))}
          <Button preventDoubleClick>Keep this and go on writing</Button>
        </form>
      </>
    ),
  })
}

function drawDifference(
  request: Request,
  { control, label, first, beside, canJoin }: Difference,
  titles: readonly [string, string],
  problems: readonly Problem[],
) {
  const name = `pick-${control}`
  return (
    <>
      <h2 class="govuk-heading-m">{label}</h2>
      <div class="govuk-grid-row">
        {[first, beside].map((said, i) => (
          <div class="govuk-grid-column-one-half">
            <h3 class="govuk-heading-s">{titles[i]}</h3>
            <div class="govuk-inset-text heartwood-version">{said === '' ? 'Not answered' : said}</div>
          </div>
        ))}
      </div>
      <Radios
        name={name}
        legend={{ text: 'What stays?', classes: 'govuk-fieldset__legend--s' }}
        classes="govuk-radios--inline"
        errorMessage={problems.find((one) => one.field === name)?.says}
        value={text(request.posted[name])}
        items={[
          { value: 'first', text: 'Version 1' },
          { value: 'beside', text: 'Version 2' },
          canJoin && { value: 'both', text: 'Both, one after the other' },
        ]}
      />
    </>
  )
}

const savedAt = (saved: Moment): string => `${inFull(dayOf(saved))} at ${momentParts(saved).time}`
