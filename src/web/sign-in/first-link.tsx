/**
 * How a council's own database gets its first administrator: by a link that whoever starts Heartwood reads on its screen,
 * and that works once. It serves until an administrator has signed in by the council's own sign-in.
 */
import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../core/calendar/index.ts'
import { query, statement } from '../../core/database/statement.ts'
import type { Posted } from '../../core/pathway/posted.ts'
import { Button, Input } from '../components/index.ts'
import { Layout, renderPage } from '../layout/index.ts'
import { cookieOf, setCookie } from '../server/cookies.ts'
import { isFromHere } from '../server/incoming.ts'
import type { Services } from '../server/services.ts'
import type { Sessions } from '../server/sessions.ts'
import { administrators } from './accounts.ts'
import { deviceOf } from './device.ts'

const linkMatches = statement<{ id: boolean }>(
  'first-link-matches',
  'select id from installation where not demo and first_link = $1',
)
/** Uses the link up and finds or makes the administrator in one statement, so that it works once. */
const useLink = statement<{ id: number }>(
  'first-link-use',
  `with used as (update installation set first_link = null where not demo and first_link = $1 returning id),
   known as (
     select w.id from used, account a join worker w on w.id = a.worker
     where a.name = $5 and a.until is null and w.until is null and w.role = any($7)
   ), made as (
     insert into worker (id, forename, surname, role, since)
     select (select coalesce(max(id), 0) + 1 from worker), $2, $3, 'administrator', $4 from used
     where not exists (select from account where name = $5 and until is null)
     returning id
   ), named as (
     insert into account (name, worker, since, set_at, active_at) select $5, id, $4, $6, $6 from made
   )
   select id from known union all select id from made`,
)

const fields = [
  { name: 'forename', label: 'Your forename', autocomplete: 'given-name' },
  { name: 'surname', label: 'Your surname', autocomplete: 'family-name' },
  {
    name: 'account',
    label: 'What the council’s sign-in calls you',
    hint: 'Mostly your e-mail address at the council. You will sign in as this.',
    autocomplete: 'username',
  },
] as const

const digestOf = (link: string): Buffer => hash('sha256', link, 'buffer')
const typedIn = (typed: Posted, name: string): string => String(typed[name] ?? '').trim()

export function setUpFirstLink(app: FastifyInstance, services: Services, sessions: Sessions): void {
  app.get('/begin/:link', async (request, reply) => {
    const { link } = request.params as { link: string }
    const [found] = await query(services.pool, linkMatches, [digestOf(link)])
    if (!found) return reply.callNotFound()
    return reply.type('text/html').send(draw(services, request.nonce, link, {}, []))
  })
  app.post('/begin/:link', async (request, reply) => {
    const { link } = request.params as { link: string }
    const typed = (request.body ?? {}) as Posted
    const missing = fields.filter(({ name }) => typedIn(typed, name) === '')
    if (missing.length > 0) {
      const errors = missing.map(({ name, label }) => ({ text: `Enter ${inSentence(label)}.`, href: `#${name}` }))
      return reply
        .code(422)
        .type('text/html')
        .send(draw(services, request.nonce, link, typed, errors))
    }
    if (!isFromHere(request)) return reply.callNotFound()
    const now = services.now()
    const [forename, surname, account] = fields.map(({ name }) => typedIn(typed, name))
    const values = [digestOf(link), forename, surname, dayOf(now), account?.toLowerCase(), now, administrators]
    const [made] = await query(services.pool, useLink, values)
    if (!made) return reply.callNotFound()
    await services.directory.refresh()
    const device = deviceOf(request.headers['user-agent'])
    const token = await sessions.start({ worker: made.id, device, instead: cookieOf(request, 'session') }, now)
    setCookie(request, reply, 'session', token)
    return reply.redirect('/staff/signing-in', 303)
  })
}

const inSentence = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`

const draw = (
  services: Services,
  nonce: string,
  link: string,
  typed: Posted,
  errors: readonly { readonly text: string; readonly href: string }[],
): string =>
  renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="You are the first administrator" errors={errors}>
      <form method="post" action={`/begin/${link}`}>
        {fields.map((field) => (
          <Input
            {...field}
            value={typedIn(typed, field.name)}
            errorMessage={errors.find(({ href }) => href === `#${field.name}`)?.text}
          />
        ))}
        <Button>Begin</Button>
      </form>
    </Layout>,
  )
