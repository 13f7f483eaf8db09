/**
 * A provider of OpenID Connect for the demo, within its own server: the demo's people sign in by the very road that a
 * council's do. It asks for no password, believes whoever is named, and exists on a demo database alone, which listens
 * on loopback alone.
 */
import { randomBytes, webcrypto } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Adapter, type AdapterPayload, type Configuration, interactionPolicy, Provider } from 'oidc-provider'
import type pg from 'pg'
import type { Moment } from '../../core/calendar/index.ts'
import { query, statement } from '../../core/database/statement.ts'
import type { ProviderSettings } from './provider.ts'

/** Where it is, below the demo's own address. */
export const demoPath = '/demo-sign-in'

/** Its name. Nothing is fetched from there: the server asks itself. */
const issuer = `http://localhost${demoPath}`

export const demoSettings: ProviderSettings = {
  issuer,
  clientId: 'heartwood',
  clientSecret: randomBytes(24).toString('base64url'),
  claim: 'email',
  furtherOrigins: [],
}

/** The demo's people have an account each, which never lies dormant: nobody is there who could open it again. */
const putAccounts = statement(
  'demo-accounts',
  `insert into account (name, worker, since, set_at, active_at)
   select lower(regexp_replace(forename || '.' || surname, '[^[:alpha:].]', '', 'g')) || '.' || id || '@aldermere.example',
     id, since, $1, $1
   from worker where demo and until is null
   on conflict (worker) where until is null do update set active_at = excluded.active_at`,
)
const accountOf = statement<{ name: string }>(
  'demo-account',
  'select a.name from account a join worker w on w.id = a.worker where w.demo and a.until is null and a.worker = $1',
)

export interface DemoProvider {
  /** Answers a request below `demoPath`, whose body nobody has read. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

export async function openDemoProvider(pool: pg.Pool, now: () => Moment): Promise<DemoProvider> {
  const emailOf = async (worker: string): Promise<string | undefined> => {
    if (!/^\d{1,9}$/.test(worker)) return undefined
    const [found] = await query(pool, accountOf, [Number(worker)])
    return found?.name
  }
  const provider = new Provider(issuer, await configuration(emailOf))
  const handle = provider.callback()
  return {
    async answer(request, response) {
      const whole = request.url ?? ''
      request.headers.cookie = withoutSession(request.headers.cookie)
      if (whole.startsWith(`${demoPath}/who/`)) {
        await query(pool, putAccounts, [now()])
        return nameSomebody(provider, emailOf, request, response)
      }
      // As frameworks mount it: the rest of the address to go by, the whole to build others from.
      Object.assign(request, { originalUrl: whole, url: whole.slice(demoPath.length) })
      return handle(request, response)
    },
  }
}

/** Each time somebody is chosen anew: one who was chosen before would first have to be signed out, by one more press. */
const withoutSession = (cookies: string | undefined): string =>
  (cookies ?? '')
    .split(/; */)
    .filter((one) => !one.startsWith('_session'))
    .join('; ')

/** Where another provider would ask for a password, the hint that came along is believed. */
async function nameSomebody(
  provider: Provider,
  emailOf: (worker: string) => Promise<string | undefined>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  const worker = String(params.login_hint ?? '')
  const isKnown = (await emailOf(worker)) !== undefined
  await provider.interactionFinished(
    request,
    response,
    isKnown
      ? { login: { accountId: worker, remember: false } }
      : { error: 'access_denied', error_description: 'nobody of the demo was chosen' },
  )
}

async function configuration(emailOf: (worker: string) => Promise<string | undefined>): Promise<Configuration> {
  const policy = interactionPolicy.base()
  // Its one client is Heartwood itself, so nobody is asked whether it may know who they are.
  policy.remove('consent')
  return {
    adapter: keptInMemory(),
    clients: [
      {
        client_id: demoSettings.clientId,
        client_secret: demoSettings.clientSecret,
        // A program on this machine: its port may be any.
        application_type: 'native',
        redirect_uris: ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}/sign-in/back`),
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [await newKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')], long: { path: demoPath } },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
    // As the larger providers do: who it is stands in the token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    interactions: { policy, url: (_context, { uid }) => `${demoPath}/who/${uid}` },
    async findAccount(_context, id) {
      const email = await emailOf(id)
      if (email === undefined) return undefined
      return { accountId: id, claims: async () => ({ sub: id, email, email_verified: true }) }
    },
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

async function newKey() {
  const { privateKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  return { ...(await webcrypto.subtle.exportKey('jwk', privateKey)), kty: 'EC', use: 'sig', alg: 'ES256' }
}

interface Kept {
  payload: AdapterPayload
  readonly until: number
}

/** What a provider remembers from one request to the next: minutes old at most, and gone with the server. */
function keptInMemory(): (model: string) => Adapter {
  const all = new Map<string, Kept>()
  const find = (key: string): AdapterPayload | undefined => {
    const kept = all.get(key)
    if (kept === undefined || kept.until > Date.now()) return kept?.payload
    all.delete(key)
    return undefined
  }
  return (model) => {
    const keyOf = (id: string): string => `${model} ${id}`
    return {
      async upsert(id, payload, seconds = 0) {
        for (const [key, { until }] of all) if (until <= Date.now()) all.delete(key)
        all.set(keyOf(id), { payload, until: Date.now() + seconds * 1000 })
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => [...all.values()].find(({ payload }) => payload.uid === uid)?.payload,
      findByUserCode: async () => undefined,
      async consume(id) {
        const kept = all.get(keyOf(id))
        if (kept) kept.payload = { ...kept.payload, consumed: Math.floor(Date.now() / 1000) }
      },
      async destroy(id) {
        all.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key)
      },
    }
  }
}
