/** Local policy: what this council has set for itself, since when, and what is yet to come into force. */
import { inShort } from '../../../core/calendar/index.ts'
import { localSettings } from '../../../core/work/local-policy.ts'
import { Table } from '../../components/index.ts'
import { type Page, view } from '../../server/page.ts'
import { isAdministrator } from '../../sign-in/accounts.ts'
import { valueInWords } from './rights.ts'

export const settingsPage: Page = {
  name: 'settings',
  path: '/settings',
  section: 'settings',
  async GET({ services, viewer, today }) {
    const groups = Map.groupBy(localSettings(services.definitions), (one) => one.group)
    return view({
      heading: 'Local policy',
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            What the law leaves to the council. Each value holds from its own day, so work that began under an earlier
            one is judged by that.
          </p>
          <ul class="govuk-list">
            {isAdministrator(viewer.role) && (
              <li>
                <a class="govuk-link" href="/staff">
                  Staff and their accounts
                </a>
              </li>
            )}
            <li>
              <a class="govuk-link" href="/signed-in">
                Where you are signed in
              </a>
            </li>
          </ul>
          {[...groups].map(([group, list]) => (
            <section>
              <h2 class="govuk-heading-m">{group}</h2>
              <Table
                attributes={{ 'aria-label': group }}
                firstCellIsHeader
                head={['What', 'Holds today', 'Since', 'To come', 'Otherwise']}
                rows={list.map((one) => {
                  const history = services.settings.history(one.key)
                  const now = history.findLast((row) => row.since <= today)
                  const next = history.find((row) => row.since > today)
                  return [
                    <a class="govuk-link" href={`/settings/${one.key}`}>
                      {one.title}
                    </a>,
                    now ? valueInWords(one, now.value) : one.otherwise,
                    now ? inShort(now.since) : 'Always',
                    next ? `${valueInWords(one, next.value)} from ${inShort(next.since)}` : 'Nothing',
                    one.otherwise,
                  ]
                })}
              />
            </section>
          ))}
        </>
      ),
    })
  },
}
