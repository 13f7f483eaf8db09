/**
 * Signing in and out. Everybody comes by the council's sign-in (OpenID Connect), in the demo by its own; only the first
 * administrator of a new database begins with a link.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Outcome, type Problem, problem } from '../../core/outcomes.ts'
import { drawSendAgain, unpacked } from '../server/carried.tsx'
import { clearCookie, cookieOf, setCookie } from '../server/cookies.ts'
import { drawProblem } from '../server/draw.tsx'
import { isFromHere } from '../server/incoming.ts'
import { isTooOften } from '../server/often.ts'
import { logRefusal } from '../server/refusals.ts'
import type { Services } from '../server/services.ts'
import { formToken, type Sessions } from '../server/sessions.ts'
import { useAccount } from './accounts.ts'
import { type Attempt, beginAttempt, finishAttempt, newBrowserSecret } from './attempts.ts'
import { setUpDemoProvider } from './demo-routes.ts'
import { deviceOf } from './device.ts'
import { setUpFirstLink } from './first-link.tsx'
import { drawSignIn } from './pages.tsx'
import { openProvider, type Provider } from './provider.ts'

export function setUpSignIn(app: FastifyInstance, services: Services, sessions: Sessions): void {
  const { signIn } = services
  const provider = services.isDemo ? setUpDemoProvider(app, services) : signIn && openProvider(signIn)
  app.get('/sign-in', async (request, reply) => {
    const { then, left } = request.query as { then?: string; left?: string }
    const text = drawSignIn(services, request.nonce, { goingTo: ownPath(then), hasLeft: left !== undefined })
    return reply.type('text/html').send(text)
  })
  if (provider !== undefined) setUpProvider(app, services, sessions, provider)
  app.post('/sign-out', async (request, reply) => {
    const token = cookieOf(request, 'session')
    if (token && isFromHere(request)) await sessions.end(token)
    clearCookie(request, reply, 'session')
    return reply.redirect('/sign-in?left', 303)
  })
  setUpFirstLink(app, services, sessions)
}

/** Only a path of this site: an address elsewhere would let a link send someone away after signing in. */
const ownPath = (then: string | undefined): string => (then?.startsWith('/') && !/^\/[/\\]/.test(then) ? then : '/')

const here = (request: FastifyRequest): string => `${request.protocol}://${request.host}`

function setUpProvider(app: FastifyInstance, services: Services, sessions: Sessions, provider: Provider): void {
  const { pool, now } = services
  const refuse = async (request: FastifyRequest, reply: FastifyReply, what: Problem) => {
    await logRefusal(pool, undefined, what.code)
    return reply
      .code(what.status)
      .type('text/html')
      .send(drawProblem(services, what, request.nonce, undefined))
  }
  app.post('/sign-in', async (request, reply) => {
    const left = await leave(services, sessions, provider, request)
    if (!left.ok) return refuse(request, reply, left)
    const { browser, to } = left.value
    setCookie(request, reply, 'signIn', browser)
    return reply.redirect(to, 303)
  })
  app.get('/sign-in/back', async (request, reply) => {
    if (await isTooOften(pool, 'sign-in', request.ip, now())) return refuse(request, reply, problem('request.too-many'))
    const arrived = await arrive(services, provider, request)
    if (!arrived.ok) return refuse(request, reply, arrived)
    const { worker, attempt } = arrived.value
    const person = services.directory.worker(worker)
    if (person === undefined) return refuse(request, reply, problem('access.denied'))
    const device = deviceOf(request.headers['user-agent'])
    const token = await sessions.start({ worker, device, instead: cookieOf(request, 'session') }, now())
    setCookie(request, reply, 'session', token)
    const { carried, owner, goingTo } = attempt
    // What somebody else was writing at this machine is not for the next person.
    if (carried === undefined || (owner !== undefined && owner !== worker)) return reply.redirect(goingTo, 303)
    const signed = {
      person: { worker, role: person.role, team: person.team, name: `${person.forename} ${person.surname}` },
      token: formToken(token),
    }
    return reply.type('text/html').send(drawSendAgain(services, request.nonce, signed, carried))
  })
}

/** Problems: `request.forged`, `request.too-many`, `sign-in.not-secure`, `sign-in.away`. */
async function leave(
  { pool, now, isDemo }: Services,
  sessions: Sessions,
  provider: Provider,
  request: FastifyRequest,
): Promise<Outcome<{ browser: string; to: string }>> {
  if (!isFromHere(request)) return problem('request.forged')
  if (await isTooOften(pool, 'sign-in', request.ip, now())) return problem('request.too-many')
  if (request.protocol !== 'https' && !isLoopback(request.hostname)) return problem('sign-in.not-secure')
  const { worker, then, carried } = (request.body ?? {}) as { worker?: string; then?: string; carried?: string }
  const left = await provider.leave(new URL('/sign-in/back', here(request)).href, isDemo ? (worker ?? '') : undefined)
  if (!left.ok) return left
  const { leaving, to } = left.value
  const session = cookieOf(request, 'session')
  // One secret for a browser, so that two of its windows may sign in at once.
  const known = cookieOf(request, 'signIn')
  const browser = known !== undefined && /^[\w-]{43}$/.test(known) ? known : newBrowserSecret()
  const owner = session === undefined ? undefined : await sessions.owner(session)
  const attempt = { browser, leaving, goingTo: ownPath(then), carried: unpacked(carried), owner }
  await beginAttempt(pool, attempt, now())
  // The demo's own sign-in is at this address, however that is spelt.
  return { ok: true, value: { browser, to: isDemo ? `${to.pathname}${to.search}` : to.href } }
}

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)

/** Problems: `sign-in.not-begun-here`, those of the provider, and those of the account. */
async function arrive(
  { pool, settings, directory, now }: Services,
  provider: Provider,
  request: FastifyRequest,
): Promise<Outcome<{ worker: number; attempt: Attempt }>> {
  const { state } = request.query as { state?: unknown }
  const browser = cookieOf(request, 'signIn')
  if (typeof state !== 'string' || browser === undefined) return problem('sign-in.not-begun-here')
  const attempt = await finishAttempt(pool, state, browser, now())
  if (attempt === undefined) return problem('sign-in.not-begun-here')
  const named = await provider.arrive(new URL(request.url, here(request)), attempt.leaving)
  if (!named.ok) return named
  const used = await useAccount(pool, settings, named.value, now())
  if (!used.ok) return used
  // Somebody who was added a moment ago, on another node.
  if (directory.worker(used.value) === undefined) await directory.refresh()
  return { ok: true, value: { worker: used.value, attempt } }
}
