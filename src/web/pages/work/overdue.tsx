/** Overdue: what should have been done by now, why it was not, and a form to say why. */
import { randomUUID } from 'node:crypto'
import { inFull, inShort } from '../../../core/calendar/index.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { everyday } from '../../../core/pathway/everyday.ts'
import { foldWithClocks } from '../../../core/pathway/folded.ts'
import { type Posted, readPosted } from '../../../core/pathway/posted.ts'
import { readRecords } from '../../../core/people/records.ts'
import { isDraftId } from '../../../core/work/drafts.ts'
import { clockTitles } from '../../../core/work/lists.ts'
import { type Overdue, overdueTasks } from '../../../core/work/overdue.ts'
import { BackLink, Button, Empty, Pager, SummaryList, TimeLeft } from '../../components/index.ts'
import { StepFields } from '../../forms/StepForm.tsx'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { childLine, clockTitle, count, dueIn, link, links, numberOf, taskHref, textOf, WorkTable } from './rows.tsx'
import { chooseTeam, chosenTeam } from './teams.tsx'

const onPage = 25

export const overduePage: Page = {
  name: 'overdue',
  path: '/overdue',
  section: 'team',
  async GET(request) {
    const { reader, services, today, now, query } = request
    const { house } = services.definitions
    const team = chosenTeam(request)
    const service = house.pathways.find((one) => one.id === textOf(query.service))?.id ?? null
    const page = numberOf(query.page) ?? 1
    const { keys, titles } = clockTitles(house)
    const found = await reader.read(overdueTasks, [
      today,
      now,
      team,
      service,
      null,
      keys,
      titles,
      onPage,
      (page - 1) * onPage,
    ])
    if (!found.ok) return failed(found)
    const rows = found.value
    const total = rows[0]?.total ?? 0
    const where = `${team === null ? 'every team' : services.directory.teamName(team)}${
      service === null ? '' : `, ${house.pathway(service).title.toLowerCase()}`
    }`
    const href = (n: number) =>
      `/overdue?team=${team ?? 'all'}${service === null ? '' : `&service=${service}`}&page=${n}`
    return view({
      heading: 'What is overdue, and why?',
      isWide: true,
      body: (
        <>
          {chooseTeam(request, '/overdue', team)}
          {rows.length === 0 && page === 1 && <Empty>Nothing is overdue in {where}.</Empty>}
          {rows.length === 0 && page > 1 && (
            <Empty action={<Button href={href(1)}>See the first page</Button>}>There is no page {page}.</Empty>
          )}
          {rows.length > 0 && (
            <>
              <p class="govuk-body">
                {count(total, 'thing')} overdue in {where} on {inFull(today)}. What rests on statute or is gravest comes
                first, then what is latest.
              </p>
              {overdueRows(request, rows)}
              <Pager page={page} pageSize={onPage} total={total} what="things overdue" href={href} />
            </>
          )}
        </>
      ),
    })
  },
}

/** The rows wherever overdue work is listed. */
export function overdueRows(request: Request, rows: readonly Overdue[]) {
  const { directory, definitions } = request.services
  return (
    <WorkTable
      label="Overdue"
      head={['What', 'Child', 'Was due', 'How late', 'Team and worker', 'Why', 'Do']}
      rows={rows.map((row) => {
        const title = clockTitle(definitions.house, row)
        return [
          title,
          childLine(request, row),
          inShort(row.due!),
          dueIn(request, row),
          `${directory.teamName(row.team)}, ${row.falls ?? directory.workerName(row.worker)}`,
          row.reason === null ? 'No reason given' : `${row.reason} (${inShort(row.reason_day!)})`,
          links([
            link(taskHref(definitions.house, row, row), 'Record it', `: ${title}`),
            link(
              `/overdue/${row.child_id}/${row.episode}/${row.name}/${row.n}`,
              row.reason === null ? 'Say why' : 'Say more',
              `: ${title}`,
            ),
          ]),
        ]
      })}
    />
  )
}

export const reasonPage: Page = {
  name: 'overdue-reason',
  path: '/overdue/:child/:episode/:clock/:n',
  section: 'team',
  async GET(request) {
    const desk = await openDesk(request)
    return 'is' in desk ? desk : drawReason(request, desk, randomUUID(), {}, [])
  },
  async POST(request) {
    const desk = await openDesk(request)
    if ('is' in desk) return desk
    const key = textOf(request.posted.key)
    if (!isDraftId(key)) return failed(problem('request.forged'))
    const read = readPosted(everyday.reasonOverdue, request.posted, desk.child.record)
    const values = { ...read.values, given: request.today, clock: desk.title, due: desk.due }
    const result = await request.services.recorder.record(
      [
        {
          does: 'record',
          record: desk.child.record,
          pathway: desk.pathway,
          step: 'reasonOverdue',
          episode: desk.episode,
          values,
        },
      ],
      { author: request.viewer.worker, now: request.now, act: key },
    )
    if (result.ok) return redirect('/overdue', `Recorded why “${desk.title}” is late for ${desk.child.name}.`)
    const problems = result.why === 'changed' ? [result.problem] : result.problems.map((one) => one.problem)
    return drawReason(request, desk, key, request.posted, problems)
  },
}

async function openDesk(request: Request) {
  const { house } = request.services.definitions
  const read = await readRecords(request.reader, [request.params.child ?? ''])
  if (!read.ok) return failed(read)
  const child = read.value[0]!
  const { clock, n, episode } = request.params
  const found = foldWithClocks(house, child.record, child.entries).clocks.find(
    (one) => String(one.episode.id) === episode && one.instance.clock === clock && String(one.instance.n) === n,
  )
  if (found === undefined || found.instance.due === null) return failed(problem('record.not-found'))
  const { pathway } = found.episode
  const { due } = found.instance
  return {
    child,
    due,
    pathway,
    episode: found.episode.id,
    title: clockTitle(house, { pathway, name: found.instance.clock }),
  }
}

type Desk = Exclude<Awaited<ReturnType<typeof openDesk>>, Answer>

const asked = ['reason', 'explanation'] as const

function drawReason(request: Request, desk: Desk, key: string, posted: Posted, problems: readonly Problem[]): Answer {
  return view({
    status: problems.length > 0 ? 422 : 200,
    heading: 'Why is it late?',
    caption: desk.child.name,
    before: <BackLink href="/overdue">Back to what is overdue</BackLink>,
    errors: problems.map((one) => ({ text: one.says, ...(one.field && { href: `#${one.field}` }) })),
    body: (
      <>
        <SummaryList
          rows={[
            { key: 'What', value: desk.title },
            { key: 'Was due', value: { text: inFull(desk.due) } },
            { key: 'How it stands', value: { text: <TimeLeft due={desk.due} today={request.today} /> } },
          ]}
        />
        <form method="post" action={request.path}>
          <input type="hidden" name="token" value={request.token} />
          <input type="hidden" name="key" value={key} />
          <StepFields
            step={everyday.reasonOverdue}
            names={asked}
            subjects={[desk.child]}
            posted={posted}
            problems={problems}
            today={request.today}
            references={() => []}
          />
          <Button preventDoubleClick>Record why</Button>
        </form>
      </>
    ),
  })
}
