/**
 * Signing in to the demo: a list of invented people, on this machine only. A council's own database has no such page:
 * until its sign-in is set up it shows how its first administrator begins.
 */

import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { query, statement } from '../../core/database/statement.ts'
import { problem } from '../../core/outcomes.ts'
import type { Posted } from '../../core/pathway/posted.ts'
import { Button, Input, InsetText } from '../components/index.ts'
import { Layout, renderPage } from '../layout/index.ts'
import { type Carried, drawSendAgain, packed, unpacked } from './carried.tsx'
import { drawProblem } from './draw.tsx'
import { isFromHere } from './incoming.ts'
import type { Services } from './services.ts'
import { type Sessions, sessionCookie } from './sessions.ts'

const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 12 * 60 * 60 } as const

export function setUpSignIn(app: FastifyInstance, services: Services, sessions: Sessions): void {
  app.get('/sign-in', async (request, reply) => {
    const { then } = request.query as { then?: string }
    return reply.type('text/html').send(drawSignIn(services, request.nonce, ownPath(then)))
  })
  app.post('/sign-in', async (request, reply) => {
    const { worker, then, carried } = (request.body ?? {}) as { worker?: string; then?: string; carried?: string }
    const person = services.directory.worker(Number(worker))
    if (!services.isDemo || !isFromHere(request) || !person?.demo)
      return reply
        .code(403)
        .type('text/html')
        .send(drawProblem(services, problem('access.denied'), request.nonce, undefined))
    const token = await sessions.start(person.id, services.now())
    reply.setCookie(sessionCookie, token, cookieOptions)
    const left = unpacked(carried)
    if (left === undefined) return reply.redirect(ownPath(then), 303)
    const viewer = { worker: person.id, role: person.role, team: person.team }
    const signed = {
      person: { ...viewer, name: `${person.forename} ${person.surname}` },
      token: sessions.formToken(token),
    }
    return reply.type('text/html').send(drawSendAgain(services, request.nonce, signed, left))
  })
  app.post('/sign-out', async (request, reply) => {
    const token = request.cookies[sessionCookie]
    if (token && isFromHere(request)) await sessions.end(token)
    return reply.clearCookie(sessionCookie, { path: '/' }).redirect('/sign-in', 303)
  })
  setUpFirstLink(app, services, sessions)
}

/** Only a path of this site: an address elsewhere would let a link send someone away after signing in. */
const ownPath = (then: string | undefined): string => (then?.startsWith('/') && !/^\/[/\\]/.test(then) ? then : '/')

/** `carried` is what somebody was sending when their session had ended. */
export function drawSignIn(services: Services, nonce: string, then: string, carried?: Carried): string {
  return services.isDemo ? drawPeople(services, nonce, then, carried) : drawFirstSteps(services, nonce)
}

function drawPeople(services: Services, nonce: string, then: string, carried: Carried | undefined): string {
  const people = services.directory.workers.filter((one) => one.demo)
  return renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="Who would you like to be?">
      {carried && (
        <InsetText>You have been signed out. What you typed is not lost: sign in again, then send it.</InsetText>
      )}
      <p class="govuk-body">
        This is a demonstration with an invented city. Choose someone to see Heartwood as they see it. Nothing you do
        here touches a real child.
      </p>
      <ul class="govuk-list heartwood-people">
        {people.map((one) => (
          <li>
            <form method="post" action="/sign-in">
              <input type="hidden" name="worker" value={one.id} />
              <input type="hidden" name="then" value={then} />
              {carried && <input type="hidden" name="carried" value={packed(carried)} />}
              <Button classes="govuk-!-margin-bottom-1" variant="secondary">
                {one.forename} {one.surname}, {one.role}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Layout>,
  )
}

function drawFirstSteps(services: Services, nonce: string): string {
  return renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="Sign in">
      <p class="govuk-body">
        This council’s own sign-in is not set up yet. The first administrator begins with the one-time link that was
        printed when Heartwood was started on this database.
      </p>
    </Layout>,
  )
}

const linkMatches = statement<{ id: boolean }>(
  'first-link-matches',
  'select id from installation where not demo and first_link = $1 and not exists (select 1 from worker)',
)
/** Uses the link up and makes the administrator in one statement, so that it works once. */
const useLink = statement<{ id: number }>(
  'first-link-use',
  `with used as (update installation set first_link = null where not demo and first_link = $1 returning id)
   insert into worker (id, forename, surname, role, since) select 1, $2, $3, 'administrator', $4 from used returning id`,
)

function setUpFirstLink(app: FastifyInstance, services: Services, sessions: Sessions): void {
  const digest = (link: string): Buffer => hash('sha256', link, 'buffer')
  const draw = (nonce: string, link: string, errors: { text: string; href: string }[], typed: Posted) =>
    renderPage(
      <Layout shell={services.shell} nonce={nonce} heading="You are the first administrator" errors={errors}>
        <form method="post" action={`/begin/${link}`}>
          <Input name="forename" label="Your forename" value={String(typed.forename ?? '')} autocomplete="given-name" />
          <Input name="surname" label="Your surname" value={String(typed.surname ?? '')} autocomplete="family-name" />
          <Button>Begin</Button>
        </form>
      </Layout>,
    )
  app.get('/begin/:link', async (request, reply) => {
    const { link } = request.params as { link: string }
    const [found] = await query(services.pool, linkMatches, [digest(link)])
    if (!found) return reply.callNotFound()
    return reply.type('text/html').send(draw(request.nonce, link, [], {}))
  })
  app.post('/begin/:link', async (request, reply) => {
    const { link } = request.params as { link: string }
    const typed = (request.body ?? {}) as Posted
    const missing = ['forename', 'surname'].filter((name) => String(typed[name] ?? '').trim() === '')
    if (missing.length > 0) {
      const errors = missing.map((name) => ({ text: `Enter your ${name}.`, href: `#${name}` }))
      return reply
        .code(422)
        .type('text/html')
        .send(draw(request.nonce, link, errors, typed))
    }
    if (!isFromHere(request)) return reply.callNotFound()
    const now = services.now()
    const values = [digest(link), String(typed.forename).trim(), String(typed.surname).trim(), now.slice(0, 10)]
    const [made] = await query(services.pool, useLink, values)
    if (!made) return reply.callNotFound()
    await services.directory.refresh()
    const token = await sessions.start(made.id, now)
    return reply.setCookie(sessionCookie, token, cookieOptions).redirect('/', 303)
  })
}
