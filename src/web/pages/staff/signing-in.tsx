/** How people sign in here: set up or not, and what those who run Heartwood and the council's sign-in have to do. */
import { BackLink, InsetText, Table } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { whyNotKept } from './rights.ts'

const environment: readonly (readonly [name: string, says: string])[] = [
  ['OIDC_ISSUER', 'The address of the council’s sign-in, for example https://login.example/tenant/v2.0'],
  ['OIDC_CLIENT_ID', 'What the council’s sign-in calls Heartwood'],
  ['OIDC_CLIENT_SECRET', 'The secret that goes with it'],
  ['OIDC_CLAIM', 'What names a person there: email where nothing is said, or for example preferred_username or oid'],
  ['OIDC_ORIGINS', 'Further addresses that the sign-in sends people through, where it does'],
  [
    'TRUSTED_PROXY',
    'Addresses of the proxy with the certificate, for example 10.0.0.0/8: people sign in over https only',
  ],
]

export const signingInPage: Page = {
  name: 'signing-in',
  path: '/staff/signing-in',
  section: 'settings',
  async GET({ services, viewer }) {
    const kept = whyNotKept(viewer)
    if (kept !== undefined) return failed(kept)
    const { signIn, isDemo } = services
    return view({
      heading: 'How people sign in',
      before: <BackLink href="/staff">Back to staff</BackLink>,
      body: (
        <>
          {isDemo ? (
            <InsetText>This is a demonstration: its people are chosen from a list, and need no password.</InsetText>
          ) : signIn ? (
            <InsetText>
              People sign in at {new URL(signIn.issuer).host}, which names them by “{signIn.claim}”.
            </InsetText>
          ) : (
            <InsetText>
              The council’s sign-in is not set up yet. Until it is, only you are signed in, and nobody else can be.
            </InsetText>
          )}
          <p class="govuk-body">
            Heartwood keeps no passwords. It asks the council’s own sign-in by OpenID Connect, which Microsoft Entra ID,
            Google Workspace, Okta and Keycloak speak, and there a second factor is asked for.
          </p>
          <ol class="govuk-list govuk-list--number">
            <li>
              Ask those who run the council’s sign-in to register Heartwood as a web application, with this address to
              come back to: the address of Heartwood, followed by <strong>/sign-in/back</strong>
            </li>
            <li>Ask those who run Heartwood to set what they are given, and to start it again.</li>
            <li>
              <a class="govuk-link" href="/staff/add">
                Add the staff
              </a>
              , each with what the council’s sign-in calls them. There are no shared accounts.
            </li>
            <li>Sign out, and sign in again by the council’s sign-in.</li>
          </ol>
          <Table
            caption="What is set where Heartwood is started"
            firstCellIsHeader
            head={['Name', 'What it is']}
            rows={environment}
          />
        </>
      ),
    })
  },
}
