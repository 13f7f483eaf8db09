/** Correcting one field of an entry, or saying that it was never about this child. What was written stays in the chain. */
import { randomUUID } from 'node:crypto'
import type { Doing } from '../../../core/acts/recorder.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { eventAt } from '../../../core/pathway/decide.ts'
import type { Event } from '../../../core/pathway/history.ts'
import { asPosted, type Posted, readPosted } from '../../../core/pathway/posted.ts'
import type { Step } from '../../../core/pathway/step.ts'
import { isDraftId } from '../../../core/work/drafts.ts'
import { BackLink, Button, Details, Textarea } from '../../components/index.ts'
import { EventDetails } from '../../forms/EventDetails.tsx'
import { momentParts } from '../../forms/moment-parts.ts'
import { referencesFor } from '../../forms/references.ts'
import { StepFields } from '../../forms/StepForm.tsx'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { type OpenChild, openChild } from './open-child.ts'

interface Found extends OpenChild {
  readonly event: Event
  readonly step: Step
}

export const entryPage: Page = {
  name: 'entry',
  path: '/children/:child/entries/:position',
  section: 'children',
  async GET(request) {
    const found = await findEntry(request)
    if ('is' in found) return found
    const { event, step, child } = found
    return draw(request, found, asPosted(step, event.values, child.record, momentParts), [])
  },
  async POST(request) {
    const found = await findEntry(request)
    if ('is' in found) return found
    const { posted } = request
    const doing = posted.do === 'withdraw' ? withdrawal(found, posted) : correction(found, posted)
    if ('problems' in doing) return draw(request, found, posted, doing.problems)
    const key = String(posted.key ?? '')
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const hand = { author: request.viewer.worker, now: request.now, act: key }
    const result = await request.services.recorder.record([{ ...doing, record: found.child.record }], hand)
    if (!result.ok)
      return draw(
        request,
        found,
        posted,
        result.why === 'changed' ? [result.problem] : result.problems.map((one) => one.problem),
      )
    const to = `/children/${found.child.childId}/episodes/${found.event.episode}`
    return redirect(to, posted.do === 'withdraw' ? `${found.step.title} withdrawn.` : `${found.step.title} corrected.`)
  },
}

async function findEntry(request: Request): Promise<Found | Answer> {
  const opened = await openChild(request)
  if (!opened.ok) return failed(opened)
  const found = eventAt(opened.value.folded.history, Number(request.params.position))
  const step = found && request.services.definitions.house.pathway(found.event.pathway).steps[found.event.step]
  if (!found || !step) return failed(problem('record.not-found'))
  return { ...opened.value, event: found.event, step }
}

type Asked = Doing | { readonly problems: readonly Problem[] }

function withdrawal({ event }: Found, posted: Posted): Asked {
  const reason = String(posted.withdrawReason ?? '').trim()
  if (reason === '')
    return { problems: [problem('field.missing', { label: 'why it is being withdrawn' }, 'withdrawReason')] }
  return { does: 'withdraw', position: event.position, reason }
}

/** One field at a time: a correction names what it corrects. */
function correction({ event, step, child }: Found, posted: Posted): Asked {
  const read = readPosted(step, posted, child.record)
  if (read.problems.length > 0) return { problems: read.problems }
  const reason = String(posted.correctReason ?? '').trim()
  if (reason === '')
    return { problems: [problem('field.missing', { label: 'why it is being corrected' }, 'correctReason')] }
  const changed = Object.keys(step.fields).filter(
    (name) => JSON.stringify(read.values[name]) !== JSON.stringify(event.values[name]),
  )
  if (changed.length !== 1) {
    const says =
      changed.length === 0
        ? 'Nothing was changed. Change the answer that is wrong.'
        : 'Correct one answer at a time, so that each has its own reason.'
    return { problems: [problem('step.rule', { reason: says }, 'correctReason')] }
  }
  const field = changed[0]!
  return { does: 'correct', position: event.position, field, value: read.values[field], reason }
}

function draw(request: Request, { child, event, step }: Found, posted: Posted, problems: readonly Problem[]): Answer {
  const action = `/children/${child.childId}/entries/${event.position}`
  const error = (field: string) => problems.find((one) => one.field === field)?.says
  const hiddenFields = (what: string) => (
    <>
      <input type="hidden" name="token" value={request.token} />
      <input type="hidden" name="key" value={isDraftId(String(posted.key ?? '')) ? String(posted.key) : randomUUID()} />
      <input type="hidden" name="do" value={what} />
    </>
  )
  return view({
    heading: `Correct or withdraw: ${step.title}`,
    caption: child.name,
    status: problems.length > 0 ? 422 : 200,
    errors: problems.map((one) => ({ text: one.says, ...(one.field && { href: `#${one.field}` }) })),
    before: (
      <BackLink href={`/children/${child.childId}/episodes/${event.episode}#entry-${event.position}`}>Back</BackLink>
    ),
    body: (
      <>
        <p class="govuk-body">What was written is kept. A correction is shown beside it, with your name and reason.</p>
        <Details summary="What it says now">
          <EventDetails step={step} values={event.values} directory={request.services.directory} />
        </Details>
        <form method="post" action={action}>
          {hiddenFields('correct')}
          <StepFields
            step={step}
            names={Object.keys(step.fields)}
            subjects={[{ record: child.record, name: child.name }]}
            posted={posted}
            problems={problems}
            today={request.today}
            references={referencesFor(request.services.directory)}
          />
          <Textarea
            name="correctReason"
            label="Why is it being corrected?"
            rows={2}
            value={String(posted.correctReason ?? '')}
            errorMessage={error('correctReason')}
          />
          <Button preventDoubleClick>Correct it</Button>
        </form>
        <h2 class="govuk-heading-m">Was it never about this child?</h2>
        <form method="post" action={action}>
          {hiddenFields('withdraw')}
          <Textarea
            name="withdrawReason"
            label="Why is it being withdrawn?"
            rows={2}
            value={String(posted.withdrawReason ?? '')}
            errorMessage={error('withdrawReason')}
          />
          <Button variant="warning" preventDoubleClick>
            Withdraw it
          </Button>
        </form>
      </>
    ),
  })
}
