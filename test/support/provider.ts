/** A council's sign-in on a port of this machine: whoever comes is who the test says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { interactionPolicy, Provider } from 'oidc-provider'
import type { ProviderSettings } from '../../src/web/sign-in/provider.ts'

export interface TestProvider {
  readonly settings: ProviderSettings
  /** Who signs in next, and what is said of them. */
  is(claims: Readonly<Record<string, unknown>>): void
  close(): Promise<void>
}

export async function startProvider(): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { issuer, clientId: 'heartwood', clientSecret: 'of the test', claim: 'email', furtherOrigins: [] }
  const policy = interactionPolicy.base()
  policy.remove('consent')
  let claims: Readonly<Record<string, unknown>> = {}
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        application_type: 'native',
        redirect_uris: ['http://localhost/sign-in/back'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_context, { uid }) => `/who/${uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...claims }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: 'heartwood', accountId: String(oidc.session?.accountId) })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/who/')) return handle(request, response)
    const login = { accountId: String(claims.sub ?? 'somebody'), remember: false }
    return provider.interactionFinished(request, response, { login })
  })
  return {
    settings,
    is: (given) => {
      claims = given
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
