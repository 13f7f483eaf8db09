/** What waits for a signature: a row a piece of work, with the children it is about; what a clock presses on first. */
import { inShort, inWordsMoment } from '../../../core/calendar/index.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { clocksStoppedBySigning } from '../../../core/work/lists.ts'
import { type Waiting, waitingForSignature } from '../../../core/work/sign-off.ts'
import { Button, Empty, TimeLeft } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { childLine, count, inGroups, link, stepTitle, WorkTable } from './rows.tsx'
import { chooseTeam, chosenTeam } from './teams.tsx'

export const signOffList: Page = {
  name: 'sign-off-list',
  path: '/sign-off',
  section: 'team',
  async GET(request) {
    const team = chosenTeam(request)
    const waiting = await readWaiting(request, team)
    if (!waiting.ok) return failed(waiting)
    const acts = inGroups(waiting.value, (row) => row.act)
    const others = acts.filter((same) => same[0]!.author !== request.viewer.worker)
    const own = acts.filter((same) => same[0]!.author === request.viewer.worker)
    const name = team === null ? 'every team' : request.services.directory.teamName(team)
    return view({
      heading: 'What waits for signature?',
      isWide: true,
      body: (
        <>
          {chooseTeam(request, '/sign-off', team)}
          {others.length === 0 ? (
            <Empty action={<Button href="/team">Open the team board</Button>}>
              Nothing of {name} waits for your signature.
            </Empty>
          ) : (
            <>
              <p class="govuk-body">
                {count(others.length, 'piece')} of work of {name}, and what no team has yet. First what stops a clock
                that runs out soonest, then what has waited longest.
              </p>
              {actTable(request, others, 'Sign off or return')}
            </>
          )}
          {own.length > 0 && (
            <section>
              <h2 class="govuk-heading-m">Your own work</h2>
              <p class="govuk-body">You recorded this yourself, so someone else must sign it off.</p>
              {actTable(request, own, 'Read')}
            </section>
          )}
        </>
      ),
    })
  },
}

/** What waits for a team's signature, or every team's. */
export function readWaiting({ reader, services }: Request, team: number | null) {
  const { steps, clocks } = clocksStoppedBySigning(services.definitions.house)
  return reader.read(waitingForSignature, [team, steps, clocks, 'sign-off'])
}

function actTable(request: Request, acts: readonly (readonly Waiting[])[], what: string) {
  const { definitions, directory } = request.services
  return (
    <WorkTable
      label={what}
      head={['Work', 'Children', 'Sent by', 'Clock it stops', 'Team']}
      rows={acts.map((same) => {
        const first = same[0]!
        return [
          link(
            `/sign-off/${first.child_id}/${first.n}`,
            stepTitle(definitions.house, first),
            `: ${same.map(nameOf).join(', ')}`,
          ),
          <ul class="govuk-list">
            {same.map((row) => (
              <li>{childLine(request, row)}</li>
            ))}
          </ul>,
          `${directory.workerName(first.author)}, ${first.since_at ? inWordsMoment(first.since_at) : inShort(first.since)}`,
          first.stops_due === null ? (
            'None'
          ) : (
            <>
              by {inShort(first.stops_due)}: <TimeLeft due={first.stops_due} today={request.today} />
            </>
          ),
          directory.teamName(first.team),
        ]
      })}
    />
  )
}
