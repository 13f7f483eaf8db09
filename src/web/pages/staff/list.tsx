/** Staff, as administrators keep them: who can sign in, as what, and who cannot. */
import { inWordsMoment } from '../../../core/calendar/index.ts'
import { Button, Empty, Input, Table, Tag } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { accounts, dormantSince } from '../../sign-in/accounts.ts'
import { whyNotKept } from './rights.ts'

/** A long list is asked for by name. */
const shownMax = 200

export const staffPage: Page = {
  name: 'staff',
  path: '/staff',
  section: 'settings',
  async GET({ services, viewer, now, today, query }) {
    const kept = whyNotKept(viewer)
    if (kept !== undefined) return failed(kept)
    const byWorker = new Map((await accounts(services.pool)).map((one) => [one.worker, one]))
    const open = dormantSince(services.settings, now)
    const typed = String(query.q ?? '').trim()
    const here = services.directory.workers.filter(
      ({ until, forename, surname }) =>
        (until === null || until > today) && `${forename} ${surname}`.toLowerCase().includes(typed.toLowerCase()),
    )
    return view({
      heading: 'Staff',
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href="/staff/add">
              Add somebody
            </a>{' '}
            or see{' '}
            <a class="govuk-link" href="/staff/signing-in">
              how people sign in
            </a>
            .
          </p>
          <form method="get" action="/staff">
            <Input name="q" label="Name" value={typed} classes="govuk-input--width-20" />
            <Button variant="secondary">Show</Button>
          </form>
          {here.length === 0 ? (
            <Empty>Nobody of this name.</Empty>
          ) : (
            <Table
              caption={
                here.length > shownMax
                  ? `The first ${shownMax} of ${here.length}`
                  : `${here.length} ${here.length === 1 ? 'person' : 'people'}`
              }
              firstCellIsHeader
              head={['Name', 'Role', 'Team', 'Signs in as', 'Last signed in', 'Account']}
              rows={here.slice(0, shownMax).map((one) => {
                const account = byWorker.get(one.id)
                return [
                  <a class="govuk-link" href={`/staff/${one.id}`}>
                    {one.forename} {one.surname}
                  </a>,
                  one.role,
                  services.directory.teamName(one.team),
                  account?.name ?? 'Nothing yet',
                  account?.signed_in ? inWordsMoment(account.signed_in) : 'Never',
                  account === undefined ? (
                    <Tag colour="grey">None</Tag>
                  ) : account.active_at > open ? (
                    <Tag colour="green">Open</Tag>
                  ) : (
                    <Tag colour="orange">Dormant</Tag>
                  ),
                ]
              })}
            />
          )}
        </>
      ),
    })
  },
}
