/** The page of the form: one section, for each child where it asks of each, with everything typed still there. */
import { randomUUID } from 'node:crypto'
import { inWordsMoment } from '../../../core/calendar/index.ts'
import type { Problem } from '../../../core/outcomes.ts'
import type { Event } from '../../../core/pathway/history.ts'
import type { Posted } from '../../../core/pathway/posted.ts'
import { saysOf } from '../../../core/pathway/says.ts'
import type { Step } from '../../../core/pathway/step.ts'
import type { KeptDraft } from '../../../core/work/drafts.ts'
import { BackLink, Button, Checkboxes, InsetText } from '../../components/index.ts'
import { referencesFor } from '../../forms/references.ts'
import { StepFields } from '../../forms/StepForm.tsx'
import { type Answer, type Request, view } from '../../server/page.ts'
import { controlsOf } from './answers.ts'
import { chosenOf, type Desk, pathOf, queryOf, readToName, type Subject, text, whoFor } from './desk.ts'
import { mergePath, pageName, versionName } from './from.ts'

export interface Shown {
  readonly key: string
  /** Of the draft, as this page has read it; 0 where there is none. */
  readonly version: number
  readonly section: number
  readonly posted: Posted
  readonly problems: readonly Problem[]
  readonly changed?: { readonly events: readonly Event[]; readonly record: number }
  /** Other drafts of the same step that its author began. */
  readonly begun?: readonly KeptDraft[]
}

export function draw(request: Request, desk: Desk, shown: Shown, status = 200): Answer {
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
        {shown.begun && shown.begun.length > 0 && whatWasBegun(desk, shown.begun)}
        {step.guidance && shown.section === 1 && <InsetText>{step.guidance}</InsetText>}
        <form
          method="post"
          action={`${pathOf(desk)}?${queryOf(desk)}`}
          enctype={hasFile(step) ? 'multipart/form-data' : undefined}
          data-draft={request.viewer.worker}
        >
          <input type="hidden" name="token" value={request.token} />
          <input type="hidden" name="key" value={shown.key} />
          <input type="hidden" name={pageName} value={randomUUID()} />
          <input type="hidden" name={versionName} value={shown.version} />
          <input type="hidden" name="section" value={shown.section} />
          <input type="hidden" name="episode" value={desk.episode ?? ''} />
          {family.map((one) => (
            <input
              type="hidden"
              name={readToName(one.record)}
              value={text(shown.posted[readToName(one.record)]) || String(one.position || '')}
            />
          ))}
          {shown.section === 1 && family.length > 1 && whoBoxes(desk, chosen)}
          <StepFields
            step={step}
            names={current.fields}
            subjects={family.length > 1 && shown.section === 1 ? family : chosen}
            posted={shown.posted}
            problems={shown.problems}
            today={request.today}
            references={referencesFor(request.services.directory)}
          />
          <p class="govuk-body heartwood-draft" data-draft-saved hidden />
          <p class="govuk-body heartwood-draft" data-draft-waits role="status" />
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

/** A window that was closed, or another that is still open: neither is lost, and neither is overwritten by this form. */
function whatWasBegun(desk: Desk, begun: readonly KeptDraft[]) {
  return (
    <InsetText>
      <p class="govuk-body">You have begun this before. Go on with what you wrote, or begin again below.</p>
      <ul class="govuk-list">
        {begun.map((draft) => (
          <li>
            <a
              class="govuk-link"
              href={draft.beside ? mergePath(draft.id) : `${pathOf(desk)}?${queryOf(desk)}draft=${draft.id}`}
            >
              Draft saved {inWordsMoment(draft.saved)}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

function whoBoxes(desk: Desk, chosen: readonly Subject[]) {
  return (
    <Checkboxes
      name={whoFor}
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
