/** Signing off a piece of work, or returning it with a reason; brothers and sisters on one act together; then the next. */
import { randomUUID } from 'node:crypto'
import type { Part } from '../../../core/acts/recorder.ts'
import { inWordsMoment } from '../../../core/calendar/index.ts'
import { type Outcome, type Problem, problem } from '../../../core/outcomes.ts'
import type { Posted } from '../../../core/pathway/posted.ts'
import { type KnownPerson, readRecords } from '../../../core/people/records.ts'
import { isDraftId } from '../../../core/work/drafts.ts'
import { childrenOfAct, type Waiting } from '../../../core/work/sign-off.ts'
import { BackLink, Button, Checkboxes, InsetText, Radios, Textarea } from '../../components/index.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { count, episodeHref, link, numberOf, textOf } from './rows.tsx'
import { readWaiting } from './sign-off-list.tsx'
import { type Desk, namesOf, WorkToSign } from './sign-off-work.tsx'
import { type ToSign, toSign } from './signing.ts'
import { chosenTeam } from './teams.tsx'

export const signOffPage: Page = {
  name: 'sign-off',
  path: '/sign-off/:child/:position',
  section: 'team',
  async GET(request) {
    const desk = await openDesk(request)
    if ('is' in desk) return desk
    if (desk.first.event.standing !== 'waiting') return decided(request, desk)
    const about = desk.waiting.map((one) => String(one.child.record))
    return draw(request, desk, { key: randomUUID(), posted: { about }, problems: [] })
  },
  async POST(request) {
    const key = textOf(request.posted.key)
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const desk = await openDesk(request)
    if ('is' in desk) return desk
    return rule(request, desk, key)
  },
}

async function openDesk(request: Request): Promise<Desk | Answer> {
  const { house } = request.services.definitions
  const read = await readRecords(request.reader, [request.params.child ?? ''])
  if (!read.ok) return failed(read)
  const opened = (child: KnownPerson, position: number): ToSign | undefined =>
    toSign(house, child, request.services.recorder.know(child.record, child.entries), position)
  const first = opened(read.value[0]!, Number(request.params.position))
  if (first === undefined) return failed(problem('record.not-found'))
  const mates = await request.reader.read(childrenOfAct, [first.event.act], { record: first.child.record })
  if (!mates.ok) return failed(mates)
  const others = mates.value.filter((one) => one.child_id !== first.child.childId)
  const theirs =
    others.length === 0
      ? undefined
      : await readRecords(
          request.reader,
          others.map((one) => one.child_id),
        )
  if (theirs && !theirs.ok) return failed(theirs)
  const more = (theirs?.value ?? []).flatMap((child, i) => opened(child, others[i]!.position) ?? [])
  return { first, waiting: [first, ...more].filter((one) => one.event.standing === 'waiting') }
}

interface Shown {
  readonly key: string
  readonly posted: Posted
  readonly problems: readonly Problem[]
}

async function rule(request: Request, desk: Desk, key: string): Promise<Answer> {
  const { posted, services, viewer, now } = request
  const about = [posted.about ?? []].flat()
  const chosen =
    desk.waiting.length > 1 ? desk.waiting.filter((one) => about.includes(String(one.child.record))) : desk.waiting
  const ruling = textOf(posted.ruling)
  const reason = textOf(posted.reason)
  const problems: Problem[] = []
  if (ruling !== 'authorise' && ruling !== 'return')
    problems.push(problem('field.choose', { label: 'whether to sign it off or return it' }, 'ruling'))
  if (desk.waiting.length > 1 && chosen.length === 0)
    problems.push(problem('field.choose', { label: 'whose work this is about' }, 'about'))
  if (ruling === 'return' && reason.trim() === '')
    problems.push(problem('field.missing', { label: 'what needs to change' }, 'reason'))
  if (problems.length > 0) return draw(request, desk, { key, posted, problems }, 422)
  // Sent again after it was recorded, or decided by somebody else meanwhile: the recorder says which.
  const on = chosen.length > 0 ? chosen : [desk.first]
  const parts = on.map((one): Part => {
    const at = { record: one.child.record, position: one.event.position, seen: seenOf(posted, one) }
    return ruling === 'return' ? { does: 'return', ...at, reason } : { does: 'authorise', ...at }
  })
  const result = await services.recorder.record(parts, { author: viewer.worker, now, act: key })
  if (result.ok) return next(request, desk, on, ruling)
  if (result.why === 'refused') {
    const first = result.problems[0]!.problem
    if (first.code === 'signoff.not-waiting') return decided(request, desk, 409)
    return draw(request, desk, { key, posted, problems: result.problems.map((one) => one.problem) }, first.status)
  }
  if (desk.first.event.standing !== 'waiting') return decided(request, desk, 409)
  const standing = { [`seen--${result.record}`]: String(result.position) }
  return draw(request, desk, { key, posted: { ...posted, ...standing }, problems: [result.problem] }, 409)
}

const seenOf = (posted: Posted, one: ToSign): number => numberOf(posted[`seen--${one.child.record}`]) ?? one.seen

/** On to the next piece of work of the same team, or to the list when there is none. */
async function next(request: Request, desk: Desk, on: readonly ToSign[], ruling: string): Promise<Answer> {
  const { step } = desk.first
  const names = namesOf(on)
  const what = `${step.title} for ${names} ${ruling === 'return' ? 'returned' : 'signed off'}.`
  const waiting = await nextWaiting(request)
  if (!waiting.ok) return failed(waiting)
  if (waiting.value === undefined) return redirect('/sign-off', `${what} Nothing else waits for you.`)
  return redirect(`/sign-off/${waiting.value.child_id}/${waiting.value.n}`, `${what} This is the next one.`)
}

async function nextWaiting(request: Request): Promise<Outcome<Waiting | undefined>> {
  const waiting = await readWaiting(request, chosenTeam(request))
  if (!waiting.ok) return waiting
  return { ok: true, value: waiting.value.find((row) => row.author !== request.viewer.worker) }
}

/** Two managers open the same work: the second is told what the first decided. */
async function decided(request: Request, { first }: Desk, status = 200): Promise<Answer> {
  const { directory } = request.services
  const { event, step, child } = first
  const waiting = await nextWaiting(request)
  if (!waiting.ok) return failed(waiting)
  const by = event.authorised
    ? `${directory.workerName(event.authorised.by)} signed it off on ${inWordsMoment(event.authorised.at)}.`
    : event.returned
      ? `${directory.workerName(event.returned.by)} returned it on ${inWordsMoment(event.returned.at)}: ${event.returned.reason}`
      : ''
  return view({
    status,
    heading: 'This is not waiting for signature any more',
    caption: `${step.title}: ${child.name}`,
    before: <BackLink href="/sign-off">Back to what waits for signature</BackLink>,
    body: (
      <>
        <p class="govuk-body">{by}</p>
        <p class="govuk-body">
          {link(`${episodeHref({ child_id: child.childId }, event.episode)}#entry-${event.position}`, 'Read the work')}
        </p>
        {waiting.value && (
          <Button href={`/sign-off/${waiting.value.child_id}/${waiting.value.n}`}>Go to the next one</Button>
        )}
      </>
    ),
  })
}

function draw(request: Request, desk: Desk, shown: Shown, status = 200): Answer {
  const { first, waiting } = desk
  const { directory } = request.services
  const isOwn = first.event.author === request.viewer.worker
  const names = namesOf(waiting)
  return view({
    status,
    heading: `Sign off: ${first.step.title}`,
    caption: names,
    before: <BackLink href="/sign-off">Back to what waits for signature</BackLink>,
    errors: shown.problems.map((one) => ({ text: one.says, ...(one.field && { href: `#${one.field}` }) })),
    body: (
      <>
        <p class="govuk-body">
          {directory.workerName(first.event.author)} sent this on {inWordsMoment(first.event.recorded)} for a{' '}
          {first.step.authorisedBy} to sign off. {first.step.guidance}
        </p>
        <WorkToSign request={request} desk={desk} />
        {isOwn ? <InsetText>{problem('signoff.own-work').says}</InsetText> : rulingForm(request, desk, shown)}
      </>
    ),
  })
}

function rulingForm(request: Request, { first, waiting }: Desk, { key, posted, problems }: Shown) {
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.says
  return (
    <form method="post" action={`/sign-off/${first.child.childId}/${first.event.position}`}>
      <input type="hidden" name="token" value={request.token} />
      <input type="hidden" name="key" value={key} />
      {waiting.map((one) => (
        <input type="hidden" name={`seen--${one.child.record}`} value={seenOf(posted, one)} />
      ))}
      {waiting.length > 1 && (
        <Checkboxes
          name="about"
          legend="Whose work is this about?"
          hint={`It was recorded for ${count(waiting.length, 'child', 'children')} together.`}
          errorMessage={errorOf('about')}
          items={waiting.map((one) => ({ value: String(one.child.record), text: one.child.name }))}
          values={[posted.about ?? []].flat()}
          classes="govuk-checkboxes--small"
        />
      )}
      <Radios
        name="ruling"
        legend="What do you decide?"
        errorMessage={errorOf('ruling')}
        items={[
          { value: 'authorise', text: 'Sign it off' },
          {
            value: 'return',
            text: 'Return it',
            conditional: (
              <Textarea
                name="reason"
                label="What needs to change?"
                hint={`${request.services.directory.workerName(first.event.author)} will read this.`}
                rows={4}
                value={textOf(posted.reason)}
                errorMessage={errorOf('reason')}
              />
            ),
          },
        ]}
        value={textOf(posted.ruling)}
      />
      <Button preventDoubleClick>Record and go to the next one</Button>
    </form>
  )
}
