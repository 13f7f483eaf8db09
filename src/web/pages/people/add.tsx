/** Adding someone to the register: a child, an unborn baby or an adult. The council's child id is minted here, once. */
import { randomUUID } from 'node:crypto'
import type { Part } from '../../../core/acts/recorder.ts'
import { query, statement } from '../../../core/database/statement.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import type { Values } from '../../../core/pathway/field.ts'
import { type Posted, readPosted } from '../../../core/pathway/posted.ts'
import { mintChildId } from '../../../core/people/index.ts'
import { type KnownPerson, readRecords } from '../../../core/people/records.ts'
import { register } from '../../../core/people/register.ts'
import { type RelationshipKind, relationshipKinds } from '../../../core/people/relationships.ts'
import { touchBeforeRegistering } from '../../../core/people/search.ts'
import { readAct } from '../../../core/record/reading.ts'
import { isDraftId } from '../../../core/work/drafts.ts'
import { BackLink, Button, InsetText, Select } from '../../components/index.ts'
import { StepFields } from '../../forms/StepForm.tsx'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'

const step = register.steps.registered
/** Minted or worked out, never typed. */
const notAsked = ['childId', 'family', 'school']
const asked = Object.keys(step.fields).filter((name) => !notAsked.includes(name))

const nextNumber = statement<{ number: number }>('next-record-number', `select nextval('record_number')::int as number`)

export const addPage: Page = {
  name: 'add-person',
  path: '/children/new',
  section: 'children',
  async GET(request) {
    const relative = await relativeOf(request, request.query.with)
    return relative && 'is' in relative ? relative : draw(request, relative, {}, [])
  },
  async POST(request) {
    const { posted } = request
    const relative = await relativeOf(request, posted.with)
    if (relative && 'is' in relative) return relative
    const key = String(posted.key ?? '')
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const before = (await readAct(request.services.pool, key)).find((entry) => entry.step === 'registered')
    if (before) return redirect(`/children/${String(before.content?.childId)}`, 'Added to the register.')
    const read = readPosted(step, posted, 0)
    if (read.problems.length > 0) return draw(request, relative, posted, read.problems)
    const touched = await touchBeforeRegistering(request.reader, whoIsIn(read.values))
    if (!touched.ok) return failed(touched)
    const [next] = await query(request.services.pool, nextNumber)
    const record = next!.number
    const childId = mintChildId(record)
    const kind = String(posted.kind ?? '')
    if (relative && !(kind in relationshipKinds))
      return draw(request, relative, posted, [
        problem('field.choose', { label: `what they are to ${relative.name}` }, 'kind'),
      ])
    const family = relative ? (relative.family ?? relative.record) : record
    const parts: Part[] = [
      {
        does: 'record',
        record,
        pathway: 'person',
        step: 'registered',
        episode: null,
        values: { ...read.values, childId, family },
      },
      ...(relative ? relationParts(request, relative, record, kind as RelationshipKind, family) : []),
    ]
    const result = await request.services.recorder.record(parts, {
      author: request.viewer.worker,
      now: request.now,
      act: key,
    })
    if (!result.ok)
      return draw(
        request,
        relative,
        posted,
        result.why === 'changed' ? [result.problem] : result.problems.map((one) => one.problem),
      )
    const made = result.entries.find((entry) => entry.step === 'registered')
    return redirect(`/children/${String(made?.content?.childId ?? childId)}`, 'Added to the register.')
  },
}

const whoIsIn = ({ forename, surname, born }: Values) => ({
  forename: String(forename ?? ''),
  surname: String(surname ?? ''),
  born: typeof born === 'string' ? born : null,
})

/** The relationship stands on the record of the one they were added for; both then share a family. */
function relationParts(
  request: Request,
  relative: KnownPerson,
  record: number,
  kind: RelationshipKind,
  family: number,
): Part[] {
  const { record: of } = relative
  const shared = { does: 'record', record: of, pathway: 'person', episode: 1 } as const
  const joined: Part[] =
    relative.family === null ? [{ ...shared, step: 'joinedFamily', values: { from: request.today, family } }] : []
  return [{ ...shared, step: 'related', values: { person: record, kind } }, ...joined]
}

async function relativeOf(request: Request, asked: Posted[string]): Promise<KnownPerson | Answer | undefined> {
  const childId = String(asked ?? '')
  if (childId === '') return undefined
  const read = await readRecords(request.reader, [childId])
  return read.ok ? read.value[0]! : failed(read)
}

function draw(
  request: Request,
  relative: KnownPerson | undefined,
  posted: Posted,
  problems: readonly Problem[],
): Answer {
  const kinds = Object.entries(relationshipKinds).map(([value, { label }]) => ({ value, text: label }))
  return view({
    heading: relative ? `Add someone to the family of ${relative.name}` : 'Add someone to the register',
    status: problems.length > 0 ? 422 : 200,
    errors: problems.map((one) => ({
      text: one.says,
      ...(one.field && { href: `#${one.field}${isDate(one.field) ? '-day' : ''}` }),
    })),
    before: <BackLink href={relative ? `/children/${relative.childId}/family` : '/children'}>Back</BackLink>,
    body: (
      <form method="post" action="/children/new">
        <InsetText>Search first: one child has one record.</InsetText>
        <input type="hidden" name="token" value={request.token} />
        <input
          type="hidden"
          name="key"
          value={isDraftId(String(posted.key ?? '')) ? String(posted.key) : randomUUID()}
        />
        <input type="hidden" name="with" value={relative?.childId ?? ''} />
        {relative && (
          <Select
            name="kind"
            label={`What are they to ${relative.name}?`}
            items={[{ value: '', text: 'Choose' }, ...kinds]}
            value={String(posted.kind ?? '')}
            errorMessage={problems.find((one) => one.field === 'kind')?.says}
          />
        )}
        <StepFields
          step={step}
          names={asked}
          subjects={[{ record: 0, name: '' }]}
          posted={posted}
          problems={problems}
          today={request.today}
          references={() => []}
        />
        <Button preventDoubleClick>Add to the register</Button>
      </form>
    ),
  })
}

const isDate = (field: string): boolean =>
  (step.fields as Record<string, { kind: string } | undefined>)[field]?.kind === 'day'
