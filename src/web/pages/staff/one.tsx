/** One of the staff: what they sign in as, letting them in again, and the one action that cuts them off. */
import { inWordsMoment } from '../../../core/calendar/index.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import type { Worker } from '../../../core/work/directory.ts'
import { lengthsOn } from '../../../core/work/session-policy.ts'
import { BackLink, Button, Input, SummaryList, WarningText } from '../../components/index.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { type Account, accounts, dormantSince, giveAccount, leaveStaff, reopenAccount } from '../../sign-in/accounts.ts'
import { whyNotKept } from './rights.ts'

export const oneStaffPage: Page = {
  name: 'one-staff',
  path: '/staff/:worker',
  section: 'settings',
  async GET(request) {
    const found = workerOf(request)
    return 'is' in found ? found : draw(request, found, [])
  },
  async POST(request) {
    const found = workerOf(request)
    if ('is' in found) return found
    const { services, viewer, now, posted, sessions } = request
    const by = { worker: viewer.worker, now }
    const name = `${found.forename} ${found.surname}`
    if (posted.does === 'leave') {
      const left = await leaveStaff(services.pool, found.id, by)
      if (!left.ok) return draw(request, found, [left])
      await sessions.endOthers(found.id)
      await services.directory.refresh()
      return redirect('/staff', `${name} has left and is signed out everywhere.`)
    }
    if (posted.does === 'reopen') {
      await reopenAccount(services.pool, found.id, now)
      return redirect(`/staff/${found.id}`, `${name} can sign in again.`)
    }
    const account = String(posted.account ?? '').trim()
    if (account === '' || account.length > accountMax) {
      const missing = problem('field.missing', { label: 'what the council’s sign-in calls them' }, 'account')
      return draw(request, found, [missing])
    }
    const given = await giveAccount(services.pool, found.id, account, by)
    if (!given.ok) return draw(request, found, [given])
    await sessions.endOthers(found.id, found.id === viewer.worker ? request.session.id : undefined)
    return redirect(`/staff/${found.id}`, `${name} signs in as ${account.toLowerCase()} from now on.`)
  },
}

const accountMax = 100

function workerOf({ services, params, viewer, today }: Request): Worker | Answer {
  const kept = whyNotKept(viewer)
  if (kept !== undefined) return failed(kept)
  const found = services.directory.workers.find(({ id }) => String(id) === params.worker)
  const isHere = found !== undefined && (found.until === null || found.until > today)
  return isHere ? found : failed(problem('request.not-found'))
}

async function draw(request: Request, worker: Worker, problems: readonly Problem[]): Promise<Answer> {
  const { services, now, today } = request
  const account = (await accounts(services.pool)).find((one) => one.worker === worker.id)
  const isDormant = account !== undefined && account.active_at <= dormantSince(services.settings, now)
  const { dormantDays } = lengthsOn(services.settings, today)
  return view({
    heading: `${worker.forename} ${worker.surname}`,
    caption: worker.role,
    status: problems[0]?.status ?? 200,
    errors: problems.map((one) => ({ text: one.says, href: one.field === 'account' ? '#account' : '#leave' })),
    before: <BackLink href="/staff">Back to staff</BackLink>,
    body: (
      <>
        <SummaryList rows={factsOf(request, worker, account)} />
        {isDormant && (
          <form method="post" action={`/staff/${worker.id}`}>
            <input type="hidden" name="token" value={request.token} />
            <input type="hidden" name="does" value="reopen" />
            <p class="govuk-body">This account was not used for {dormantDays} days, so it is closed.</p>
            <Button preventDoubleClick>Let them sign in again</Button>
          </form>
        )}
        {accountForm(request, worker, account, problems)}
        {leaveForm(request, worker)}
      </>
    ),
  })
}

const factsOf = ({ services }: Request, worker: Worker, account: Account | undefined) => [
  { key: 'Team', value: services.directory.teamName(worker.team) },
  { key: 'Signs in as', value: account?.name ?? 'Nothing yet: they cannot sign in' },
  { key: 'Last signed in', value: account?.signed_in ? inWordsMoment(account.signed_in) : 'Never' },
]

const accountForm = (
  { posted, token }: Request,
  worker: Worker,
  account: Account | undefined,
  problems: readonly Problem[],
) => (
  <form method="post" action={`/staff/${worker.id}`}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="does" value="account" />
    <h2 class="govuk-heading-m">{account ? 'Another account' : 'An account'}</h2>
    <Input
      name="account"
      label="What the council’s sign-in calls them"
      hint="Mostly their e-mail address at the council. The account before ends at once."
      value={String(posted.account ?? '')}
      errorMessage={problems.find((one) => one.field === 'account')?.says}
    />
    <Button variant="secondary" preventDoubleClick>
      Use this account
    </Button>
  </form>
)

const leaveForm = ({ token }: Request, worker: Worker) => (
  <form method="post" action={`/staff/${worker.id}`}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="does" value="leave" />
    <h2 class="govuk-heading-m">Has left the council</h2>
    <WarningText>
      They are signed out everywhere at once and cannot sign in again. What they recorded stays in their name.
    </WarningText>
    <Button id="leave" variant="warning" preventDoubleClick>
      {worker.forename} {worker.surname} has left
    </Button>
  </form>
)
