/** Who has looked at this child's record: who, what, when and for what purpose. For managers, and for those who guard data. */
import { logRefused } from '../../../core/access/audit/log.ts'
import { type Look, lookedAt, readers, whatInWords } from '../../../core/access/audit/looked.ts'
import { decide } from '../../../core/access/policy/decide.ts'
import { roleOf } from '../../../core/access/policy/roles.ts'
import { standingOf } from '../../../core/access/policy/standing.ts'
import { addDays, type Day, inWordsMoment, parseDay } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { Button, Empty, Input, Pager, Table } from '../../components/index.ts'
import { type Answer, failed, type Page, type Request, view } from '../../server/page.ts'
import { childFrame } from './frame.tsx'

const pageSize = 50

export const lookedPage: Page = {
  name: 'looked',
  path: '/children/:child/looked',
  section: 'children',
  async GET(request) {
    const childId = request.params.child ?? ''
    const chosen = chosenIn(request)
    const page = Math.max(1, Math.trunc(Number(request.query.page)) || 1)
    const until = chosen.until && addDays(chosen.until, 1)
    const values = [[childId], chosen.from, until, chosen.worker, pageSize, (page - 1) * pageSize]
    const read = await request.reader.read(lookedAt, values, { detail: childId })
    if (!read.ok) return failed(read)
    const child = read.value[0]
    if (child === undefined) return failed(problem('record.not-found'))
    const refused = await refusedFor(request, child.record, childId)
    if (refused) return refused
    const looks = read.value.filter((one) => one.at !== null)
    return view({
      heading: 'Who has looked',
      caption: nameOf(child),
      before: childFrame(
        { ...child, childId, name: nameOf(child), flags: [], showsReaders: true },
        request.today,
        'Who has looked',
      ),
      errors: chosen.errors,
      status: chosen.errors.length > 0 ? 422 : 200,
      isWide: true,
      body: (
        <>
          {filterForm(request, chosen)}
          {looks.length === 0 ? <Empty>Nobody has looked who fits.</Empty> : rowsOf(request, looks)}
          <Pager
            page={page}
            pageSize={pageSize}
            total={child.total}
            what="looks"
            href={(n) => `/children/${childId}/looked?${queryOf(chosen)}page=${n}`}
          />
        </>
      ),
    })
  },
}

/** Who may see it of some child may not see it of every child. */
async function refusedFor(request: Request, record: number, childId: string): Promise<Answer | undefined> {
  const { viewer, session, today, now, services } = request
  const standing = await standingOf(services.pool, { ...viewer, today, now }, record)
  const { allowed, rule } = decide({ role: roleOf(viewer.role), ...readers, standing })
  if (allowed) return undefined
  const by = { worker: viewer.worker, session: session.id, rule }
  await logRefused(services.pool, by, { what: lookedAt.name, record, detail: childId })
  return failed(problem('access.denied'))
}

function rowsOf({ services: { directory } }: Request, looks: readonly Look[]) {
  return (
    <Table
      attributes={{ 'aria-label': 'Who has looked' }}
      head={['When', 'Who', 'Role', 'What', 'Purpose']}
      rows={looks.map((one) => [
        inWordsMoment(one.at!),
        one.worker === null ? 'Not known' : directory.workerName(one.worker),
        directory.worker(one.worker)?.role ?? 'Not staff',
        `${whatInWords(one.what!)}${one.outcome === 'refused' ? ' (refused)' : ''}`,
        one.purpose ?? 'Their work',
      ])}
    />
  )
}

interface Chosen {
  readonly from: Day | null
  readonly until: Day | null
  readonly worker: number | null
  readonly typed: { readonly from: string; readonly until: string; readonly worker: string }
  readonly errors: readonly { readonly text: string; readonly href: string }[]
}

function chosenIn({ query }: Request): Chosen {
  const typed = {
    from: String(query.from ?? ''),
    until: String(query.until ?? ''),
    worker: /^\d{1,9}$/.test(String(query.worker ?? '')) ? String(query.worker) : '',
  }
  const errors: { text: string; href: string }[] = []
  const read = (name: 'from' | 'until'): Day | null => {
    if (typed[name].trim() === '') return null
    const parsed = parseDay(typed[name])
    if (parsed.ok) return parsed.value
    errors.push({ text: parsed.says, href: `#${name}` })
    return null
  }
  return { from: read('from'), until: read('until'), worker: Number(typed.worker) || null, typed, errors }
}

const queryOf = ({ typed }: Chosen): string =>
  Object.entries(typed)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}&`)
    .join('')

function filterForm({ path }: Request, { typed, errors }: Chosen) {
  const dayInput = (name: 'from' | 'until', label: string) => (
    <Input
      name={name}
      label={label}
      value={typed[name]}
      classes="govuk-input--width-10"
      errorMessage={errors.find((one) => one.href === `#${name}`)?.text}
    />
  )
  return (
    <form method="get" action={path.split('?')[0]} class="heartwood-choose heartwood-no-print">
      {dayInput('from', 'From')}
      {dayInput('until', 'Until')}
      <Input
        name="worker"
        label="Staff number"
        hint="Leave empty for everybody"
        value={typed.worker}
        classes="govuk-input--width-5"
      />
      <Button variant="secondary">Show</Button>
    </form>
  )
}
