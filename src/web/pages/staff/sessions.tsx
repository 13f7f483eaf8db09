/** Where somebody is signed in: each browser, and ending those that they are not at. */
import { inWordsMoment } from '../../../core/calendar/index.ts'
import { Button, Table } from '../../components/index.ts'
import { type Page, redirect, view } from '../../server/page.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export const sessionsPage: Page = {
  name: 'sessions',
  path: '/signed-in',
  async GET({ viewer, sessions, session, now, token }) {
    const open = await sessions.openOf(viewer.worker, now)
    const others = open.filter(({ id }) => id !== session.id)
    return view({
      heading: 'Where you are signed in',
      body: (
        <>
          <p class="govuk-body">
            If you do not know one of these, end it, and tell those who run the council’s sign-in.
          </p>
          <Table
            attributes={{ 'aria-label': 'Where you are signed in' }}
            firstCellIsHeader
            head={['Where', 'Since', 'Last used', 'End it']}
            rows={open.map(({ id, device, started, seen }) => [
              device,
              inWordsMoment(started),
              inWordsMoment(seen),
              id === session.id ? (
                'You are here'
              ) : (
                <form method="post" action="/signed-in">
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="end" value={id} />
                  <Button variant="secondary" classes="govuk-!-margin-bottom-0">
                    Sign out{' '}
                    <span class="govuk-visually-hidden">
                      {device}, since {inWordsMoment(started)}
                    </span>
                  </Button>
                </form>
              ),
            ])}
          />
          {others.length > 1 && (
            <form method="post" action="/signed-in">
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="end" value="others" />
              <Button variant="warning">Sign out everywhere else</Button>
            </form>
          )}
        </>
      ),
    })
  },
  async POST({ viewer, sessions, session, posted }) {
    const which = String(posted.end ?? '')
    if (which === 'others') {
      const ended = await sessions.endOthers(viewer.worker, session.id)
      return redirect('/signed-in', `You are signed out of ${ended} other ${ended === 1 ? 'place' : 'places'}.`)
    }
    const ended = uuid.test(which) && (await sessions.endOne(viewer.worker, which))
    return redirect('/signed-in', ended ? 'It is signed out.' : 'It had ended already.')
  },
}
