/** Correcting one field of an entry, or saying that it was never about this child. What was written stays in the chain. */
import { randomUUID } from 'node:crypto'
import type { Doing } from '../../../core/acts/recorder.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { eventAt, onlyAsked } from '../../../core/pathway/decide.ts'
import type { Value } from '../../../core/pathway/field.ts'
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
    const asked = posted.do === 'withdraw' ? withdrawal(found, posted) : correction(found, posted)
    if ('problems' in asked) return draw(request, found, posted, asked.problems)
    const key = String(posted.key ?? '')
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const hand = { author: request.viewer.worker, now: request.now, act: key }
    const at = { record: found.child.record, seen: seenOf(found, posted) }
    const result = await request.services.recorder.record(
      asked.doing.map((one) => ({ ...one, ...at })),
      hand,
    )
    if (!result.ok && result.why === 'changed')
      return draw(request, found, { ...posted, seen: String(result.position) }, [result.problem])
    if (!result.ok)
      return draw(
        request,
        found,
        posted,
        result.problems.map((one) => one.problem),
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

type Asked = { readonly doing: readonly Doing[] } | { readonly problems: readonly Problem[] }

/** How far its author had read the record: who corrects what somebody else has just corrected is told first. */
const seenOf = ({ child }: Found, posted: Posted): number =>
  Number(posted.seen) || (child.entries.at(-1)?.position ?? 0)

function withdrawal({ event }: Found, posted: Posted): Asked {
  const reason = String(posted.withdrawReason ?? '').trim()
  if (reason === '')
    return { problems: [problem('field.missing', { label: 'why it is being withdrawn' }, 'withdrawReason')] }
  return { doing: [{ does: 'withdraw', position: event.position, reason }] }
}

/** One answer at a time, with those that are asked, or no longer asked, because of it. */
function correction({ event, step, child }: Found, posted: Posted): Asked {
  const read = readPosted(step, posted, child.record)
  if (read.problems.length > 0) return { problems: read.problems }
  const reason = String(posted.correctReason ?? '').trim()
  if (reason === '')
    return { problems: [problem('field.missing', { label: 'why it is being corrected' }, 'correctReason')] }
  // Compared with what the form had shown, which holds no seconds and has an order of its own.
  const shown = readPosted(step, asPosted(step, event.values, child.record, momentParts), child.record).values
  const kept = Object.entries(event.values).filter(([name]) => !typed(step).includes(name))
  const values = onlyAsked(step, { ...Object.fromEntries(kept), ...read.values })
  const changed = typed(step).filter((name) => inOrder(values[name]) !== inOrder(shown[name]))
  const [field, ...more] = changed.filter((name) => !changed.some((other) => hangsOn(step, name, other)))
  if (field === undefined || more.length > 0) {
    const says =
      field === undefined
        ? 'Nothing was changed. Change the answer that is wrong.'
        : 'Correct one answer at a time, so that each has its own reason.'
    return { problems: [problem('step.rule', { reason: says }, 'correctReason')] }
  }
  const correct = (name: string): Doing => ({
    does: 'correct',
    position: event.position,
    field: name,
    value: values[name],
    reason,
  })
  const hanging = changed.filter((name) => name !== field)
  // What a new answer asks is there before it; what it no longer asks goes after it.
  const [asked, dropped] = [true, false].map((is) => hanging.filter((name) => (values[name] !== undefined) === is))
  return { doing: [...asked!, field, ...dropped!].map(correct) }
}

/** What the form asks again: a file, a person or a school is not typed, so another is a new entry. */
const typed = (step: Step): readonly string[] =>
  Object.keys(step.fields).filter((name) => {
    const field = step.fields[name]!
    return field.kind !== 'file' && (field.kind !== 'reference' || field.to === 'worker' || field.to === 'team')
  })

const inOrder = (value: Value | undefined): string =>
  JSON.stringify(typeof value === 'object' ? [...value].sort() : value)

const hangsOn = (step: Step, name: string, other: string): boolean => other in (step.fields[name]?.when ?? {})

function draw(request: Request, found: Found, posted: Posted, problems: readonly Problem[]): Answer {
  const { child, event, step } = found
  const action = `/children/${child.childId}/entries/${event.position}`
  const hidden = (what: string) => hiddenFields(request, found, posted, what)
  const why = (name: string, label: string) => (
    <Textarea
      name={name}
      label={label}
      rows={2}
      value={String(posted[name] ?? '')}
      errorMessage={problems.find((one) => one.field === name)?.says}
    />
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
          {hidden('correct')}
          <StepFields
            step={step}
            names={typed(step)}
            subjects={[{ record: child.record, name: child.name }]}
            posted={posted}
            problems={problems}
            today={request.today}
            references={referencesFor(request.services.directory)}
          />
          {why('correctReason', 'Why is it being corrected?')}
          <Button preventDoubleClick>Correct it</Button>
        </form>
        <h2 class="govuk-heading-m">Was it never about this child?</h2>
        <form method="post" action={action}>
          {hidden('withdraw')}
          {why('withdrawReason', 'Why is it being withdrawn?')}
          <Button variant="warning" preventDoubleClick>
            Withdraw it
          </Button>
        </form>
      </>
    ),
  })
}

const hiddenFields = (request: Request, found: Found, posted: Posted, what: string) => (
  <>
    <input type="hidden" name="token" value={request.token} />
    <input type="hidden" name="key" value={isDraftId(String(posted.key ?? '')) ? String(posted.key) : randomUUID()} />
    <input type="hidden" name="do" value={what} />
    <input type="hidden" name="seen" value={seenOf(found, posted)} />
  </>
)
