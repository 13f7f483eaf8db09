/** Allocating work that nobody has yet: a worker for a child, and in the same act for its brothers and sisters. */
import { randomUUID } from 'node:crypto'
import type { Part } from '../../../core/acts/recorder.ts'
import { inFull } from '../../../core/calendar/index.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import type { Pathway } from '../../../core/pathway/pathway.ts'
import type { Posted } from '../../../core/pathway/posted.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { isDraftId } from '../../../core/work/drafts.ts'
import { loadsOfWorkers, unallocatedInFamily } from '../../../core/work/team.ts'
import { BackLink, Button, Checkboxes, Empty, Input, Select } from '../../components/index.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { ageOf } from '../child/frame.tsx'
import { count, numberOf, textOf } from './rows.tsx'

export const allocatePage: Page = {
  name: 'allocate',
  path: '/team/allocate/:child/:pathway',
  section: 'team',
  async GET(request) {
    const desk = await openDesk(request)
    if ('is' in desk) return desk
    const about = desk.family.map((one) => String(one.record))
    return draw(request, desk, randomUUID(), { about }, [])
  },
  async POST(request) {
    const { posted, services, viewer, now, today } = request
    const key = textOf(posted.key)
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const desk = await openDesk(request)
    if ('is' in desk) return desk
    const about = [posted.about ?? []].flat()
    const chosen = desk.family.filter((one) => about.includes(String(one.record)))
    const worker = services.directory.worker(numberOf(posted.worker) ?? null)
    const problems: Problem[] = []
    if (chosen.length === 0) problems.push(problem('field.choose', { label: 'whom to allocate' }, 'about'))
    if (worker === undefined || worker.until !== null)
      problems.push(problem('field.choose', { label: 'who takes this on' }, 'worker'))
    else if (worker.team === null)
      problems.push(problem('step.rule', { reason: `${worker.forename} ${worker.surname} is in no team.` }, 'worker'))
    if (problems.length > 0 || !worker) return draw(request, desk, key, posted, problems)
    const why = textOf(posted.why).trim()
    const parts = chosen.map(
      (one): Part => ({
        does: 'record',
        record: one.record,
        pathway: desk.pathway.id,
        step: 'allocation',
        episode: one.episode,
        values: {
          from: today,
          team: worker.team!,
          worker: worker.id,
          role: 'lead',
          ...(why !== '' && { why }),
        },
      }),
    )
    const result = await services.recorder.record(parts, { author: viewer.worker, now, act: key })
    if (result.ok) {
      const names = chosen.map(nameOf).join(', ')
      return redirect('/team', `${names}: allocated to ${worker.forename} ${worker.surname}.`)
    }
    const found = result.why === 'changed' ? [result.problem] : result.problems.map((one) => one.problem)
    return draw(request, desk, key, posted, found)
  },
}

async function openDesk(request: Request) {
  const { house } = request.services.definitions
  const pathway = house.pathways.find((one) => one.id === request.params.pathway)
  if (pathway === undefined) return failed(problem('record.not-found'))
  const family = await request.reader.read(unallocatedInFamily, [[request.params.child ?? ''], pathway.id])
  if (!family.ok) return failed(family)
  const loads = await request.reader.read(loadsOfWorkers, [])
  if (!loads.ok) return failed(loads)
  if (family.value.length === 0) return nobodyLeft(pathway)
  return { pathway, family: family.value, loads: new Map(loads.value.map((one) => [one.worker, one.children])) }
}

type Desk = Exclude<Awaited<ReturnType<typeof openDesk>>, Answer>

/** Someone else was quicker, or the address is wrong: either way there is nothing to allocate. */
const nobodyLeft = (pathway: Pathway): Answer =>
  view({
    heading: 'There is nothing to allocate',
    before: <BackLink href="/team">Back to the team board</BackLink>,
    body: (
      <Empty action={<Button href="/team">See what nobody has yet</Button>}>
        This {pathway.episode} is closed, or somebody has allocated it meanwhile.
      </Empty>
    ),
  })

function draw(request: Request, desk: Desk, key: string, posted: Posted, problems: readonly Problem[]): Answer {
  const { pathway, family } = desk
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.says
  return view({
    status: problems.length > 0 ? 422 : 200,
    heading: 'Who takes this on?',
    caption: `${pathway.title}: ${family.map(nameOf).join(', ')}`,
    before: <BackLink href="/team">Back to the team board</BackLink>,
    errors: problems.map((one) => ({ text: one.says, ...(one.field && { href: `#${one.field}` }) })),
    body: (
      <form method="post" action={`/team/allocate/${request.params.child}/${pathway.id}`}>
        <input type="hidden" name="token" value={request.token} />
        <input type="hidden" name="key" value={key} />
        <Checkboxes
          name="about"
          legend="Who is to be allocated?"
          hint="Everyone in the family whose work has no worker yet."
          errorMessage={errorOf('about')}
          items={family.map((one) => ({
            value: String(one.record),
            text: `${nameOf(one)}, ${ageOf(one, request.today)}`,
            hint: `Opened on ${inFull(one.opened)}`,
          }))}
          values={[posted.about ?? []].flat()}
        />
        <Select
          name="worker"
          label="Worker"
          hint="With the number of children each leads now, the fewest first."
          errorMessage={errorOf('worker')}
          items={workerItems(request, desk)}
          value={textOf(posted.worker)}
        />
        <Input name="why" label="Why (optional)" value={textOf(posted.why)} />
        <Button preventDoubleClick>Allocate</Button>
      </form>
    ),
  })
}

/** The team that has the work first, then the viewer’s own, then the others; in each the least burdened first. */
function workerItems({ services, viewer }: Request, { family, loads }: Desk) {
  const { directory } = services
  const nearest = (team: number | null): number =>
    team === (family[0]?.team ?? viewer.team) ? 0 : team === viewer.team ? 1 : 2
  const workers = directory.workers
    .filter((one) => one.until === null && one.team !== null)
    .toSorted(
      (a, b) =>
        nearest(a.team) - nearest(b.team) ||
        directory.teamName(a.team).localeCompare(directory.teamName(b.team)) ||
        (loads.get(a.id) ?? 0) - (loads.get(b.id) ?? 0),
    )
  return [
    { value: '', text: 'Choose' },
    ...workers.map((one) => ({
      value: String(one.id),
      text: `${directory.teamName(one.team)}: ${one.forename} ${one.surname}, ${one.role}, ${count(loads.get(one.id) ?? 0, 'child', 'children')}`,
    })),
  ]
}
