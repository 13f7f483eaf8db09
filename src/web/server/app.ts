/**
 * The web server, readable from top to bottom: what happens to every request, in order, and then the pages. Pages
 * return answers; only this file turns them into HTTP.
 */
import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { readerFor } from '../../core/access/access.ts'
import { dayOf } from '../../core/calendar/index.ts'
import { type Problem, problem } from '../../core/outcomes.ts'
import type { Posted } from '../../core/pathway/posted.ts'
import { limits } from '../../core/record/limits.ts'
import { pages } from '../pages/index.ts'
import { drawSignIn } from '../sign-in/pages.tsx'
import { setUpSignIn } from '../sign-in/routes.ts'
import { drawSendAgain } from './carried.tsx'
import { clearCookie, cookieOf } from './cookies.ts'
import { drawPage, drawProblem } from './draw.tsx'
import { isFromHere, newNonce } from './incoming.ts'
import { isTooOften } from './often.ts'
import { type Answer, failed, type Page, type Person, type Request, type UploadedFile } from './page.ts'
import { logRefusal } from './refusals.ts'
import { setUpReturns } from './returns.ts'
import type { Services } from './services.ts'
import { formToken, openSessions, type Session, type Sessions, sameToken } from './sessions.ts'

const noticeCookie = 'heartwood-notice'

export function createApp(services: Services): FastifyInstance {
  const app = fastify({
    logger: false,
    // Twice the largest file: one over the limit is read past, so that the form it came with is not lost.
    bodyLimit: 2 * limits.fileBytesMax,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
    // What is said of the browser's own connection is believed of these addresses alone.
    trustProxy: services.trustedProxy ?? false,
  })
  const sessions = openSessions(services.pool, services.settings)
  setUpHealth(app, services)
  setUpAssets(app, services)
  app.register(cookie)
  app.register(formbody, { bodyLimit: 4 * 1024 * 1024 })
  app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: limits.fileBytesMax, files: 5, fields: 500 },
  })
  setUpHeaders(app, services)
  setUpErrors(app, services, sessions)
  app.register(async (inside) => {
    setUpSignIn(inside, services, sessions)
    setUpReturns(inside, services)
    for (const page of pages) setUpPage(inside, services, sessions, page)
  })
  return app
}

/** First in the chain: answers whatever else is wrong. */
function setUpHealth(app: FastifyInstance, { pool }: Services): void {
  app.get('/health', async (_request, reply) => {
    const up = await pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(up ? 200 : 503).send({ database: up ? 'up' : 'down' })
  })
}

function setUpAssets(app: FastifyInstance, { assets }: Services): void {
  app.get('/assets/*', async (request, reply) => {
    const asset = assets.assetFor(request.url, request.headers['accept-encoding'])
    if (asset === undefined) return reply.code(404).type('text/plain').send('Not found')
    reply.type(asset.type).header('cache-control', asset.cacheControl).header('vary', asset.vary)
    if (asset.encoding) reply.header('content-encoding', asset.encoding)
    return reply.send(asset.body)
  })
}

function setUpHeaders(app: FastifyInstance, services: Services): void {
  app.decorateRequest('nonce', '')
  const { signIn } = services
  // Browsers follow a form only to where the page says, and that of the sign-in page leads to the council's sign-in.
  const formAction = ["'self'", ...(signIn ? [new URL(signIn.issuer).origin, ...signIn.furtherOrigins] : [])].join(' ')
  app.addHook('onRequest', (request, reply, next) => {
    const nonce = newNonce()
    request.nonce = nonce
    reply.headers({
      'content-security-policy': `default-src 'none'; style-src 'self' 'nonce-${nonce}'; script-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    })
    next()
  })
}

function setUpErrors(app: FastifyInstance, services: Services, sessions: Sessions): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, what: Problem) => {
    const found = await signedInBy(services, sessions, request).catch(() => undefined)
    const signed = found && { person: found.person, token: tokenOf(request) }
    return sendHtml(reply, what.status, drawProblem(services, what, request.nonce, signed))
  }
  app.setNotFoundHandler((request, reply) => answer(request, reply, problem('request.not-found')))
  app.setErrorHandler(
    (error: { code?: string; statusCode?: number; message: string; stack?: string }, request, reply) => {
      if (error.statusCode === 413)
        return answer(request, reply, problem('record.limit', { what: 'What was sent', limit: '20 MB' }))
      if (error.statusCode !== undefined && error.statusCode < 500)
        return answer(
          request,
          reply,
          problem('request.not-readable', { reason: 'the browser sent something Heartwood does not understand' }),
        )
      // PostgreSQL keeps every character but NUL, which nobody can type.
      if (error.code === '22021' || error.code === '22P05')
        return answer(
          request,
          reply,
          problem('request.not-readable', { reason: 'it holds a character that cannot be kept' }),
        )
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT' || error.code?.startsWith('57P'))
        return answer(request, reply, problem('server.unavailable'))
      const reference = randomBytes(4).toString('hex')
      process.stderr.write(
        `${reference} ${request.method} ${request.routeOptions.url ?? ''} ${error.stack ?? error.message}\n`,
      )
      return answer(request, reply, problem('server.error', { reference }))
    },
  )
}

const tokenOf = (request: FastifyRequest): string => formToken(cookieOf(request, 'session') ?? '')

interface SignedIn {
  readonly person: Person
  readonly session: Session
}

async function signedInBy(
  { directory, now }: Services,
  sessions: Sessions,
  request: FastifyRequest,
): Promise<SignedIn | undefined> {
  const token = cookieOf(request, 'session')
  if (!token) return undefined
  const session = await sessions.find(token, now())
  if (session === undefined) return undefined
  const worker = directory.worker(session.worker)
  if (worker === undefined || (worker.until !== null && worker.until <= dayOf(now()))) return undefined
  const name = `${worker.forename} ${worker.surname}`
  return { person: { worker: worker.id, role: worker.role, team: worker.team, name }, session }
}

function setUpPage(app: FastifyInstance, services: Services, sessions: Sessions, page: Page): void {
  const handle =
    (handler: (request: Request) => Promise<Answer>, isPost: boolean) =>
    async (raw: FastifyRequest, reply: FastifyReply) => {
      const signedIn = await signedInBy(services, sessions, raw)
      // A cookie that is made up, or whose session has ended: said once, because it is taken back.
      if (signedIn === undefined && cookieOf(raw, 'session'))
        await logRefusal(services.pool, undefined, 'session.ended')
      if (signedIn === undefined && !(isPost && isFromHere(raw))) {
        // Only one that was sent: an answer on its way may not take back the session that another tab has just begun.
        if (cookieOf(raw, 'session')) clearCookie(raw, reply, 'session')
        return reply.redirect(isPost ? '/sign-in' : `/sign-in?then=${encodeURIComponent(raw.url)}`, 303)
      }
      const { posted, files, tooLarge } = isPost ? await readBody(raw) : noBody
      const carried = { to: raw.url, fields: posted }
      if (signedIn === undefined)
        return sendHtml(reply, 401, drawSignIn(services, raw.nonce, { goingTo: raw.url, carried }))
      const { person: viewer, session } = signedIn
      const token = tokenOf(raw)
      if (isPost && !(isFromHere(raw) && sameToken(String(posted.token ?? ''), token))) {
        const forged = problem('request.forged')
        await logRefusal(services.pool, { worker: viewer.worker, session: session.id }, forged.code)
        if (!isFromHere(raw)) return send(services, page, raw, reply, viewer, token, failed(forged))
        return sendHtml(reply, forged.status, drawSendAgain(services, raw.nonce, { person: viewer, token }, carried))
      }
      const now = services.now()
      const request: Request = {
        services,
        viewer,
        reader: readerFor(services.pool, { ...viewer, session: session.id }, now),
        session,
        sessions,
        now,
        today: dayOf(now),
        params: raw.params as Record<string, string>,
        query: raw.query as Posted,
        posted,
        files,
        tooLarge,
        path: raw.url,
        nonce: raw.nonce,
        token,
        notice: raw.cookies[noticeCookie],
      }
      if (page.counted?.(request) && (await isTooOften(services.pool, 'search', String(viewer.worker), now))) {
        const often = problem('request.too-many')
        await logRefusal(services.pool, { worker: viewer.worker, session: session.id }, often.code)
        return send(services, page, raw, reply, viewer, token, failed(often))
      }
      return send(services, page, raw, reply, viewer, token, await handler(request))
    }
  if (page.GET) app.get(page.path, handle(page.GET, false))
  if (page.POST) app.post(page.path, handle(page.POST, true))
}

interface Body {
  readonly posted: Posted
  readonly files: readonly UploadedFile[]
  readonly tooLarge: readonly string[]
}

const noBody: Body = { posted: {}, files: [], tooLarge: [] }

/** A file over the limit is left out and named, so that the rest of the form is not lost with it. */
async function readBody(raw: FastifyRequest): Promise<Body> {
  if (!raw.isMultipart()) return { posted: (raw.body ?? {}) as Posted, files: [], tooLarge: [] }
  const posted: Record<string, string | string[]> = {}
  const files: UploadedFile[] = []
  const tooLarge: string[] = []
  for await (const part of raw.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.file.truncated) tooLarge.push(part.fieldname)
      else if (bytes.length > 0)
        files.push({ field: part.fieldname, filename: part.filename, type: part.mimetype, bytes })
    } else {
      const before = posted[part.fieldname]
      const value = String(part.value)
      posted[part.fieldname] = before === undefined ? value : [before, value].flat()
    }
  }
  return { posted, files, tooLarge }
}

function send(
  services: Services,
  page: Page,
  raw: FastifyRequest,
  reply: FastifyReply,
  person: Person,
  token: string,
  answer: Answer,
): FastifyReply {
  if (answer.is === 'redirect') {
    if (answer.notice)
      reply.setCookie(noticeCookie, answer.notice, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })
    return reply.redirect(answer.to, 303)
  }
  if (answer.is === 'data') return reply.send(answer.value)
  if (answer.is === 'file') {
    // A browser that opened it all the same would run nothing in it.
    return reply
      .type(answer.type)
      .header('content-disposition', asAttachment(answer.filename))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(answer.bytes)
  }
  const nonce = raw.nonce
  if (answer.is === 'problem')
    return sendHtml(reply, answer.problem.status, drawProblem(services, answer.problem, nonce, { person, token }))
  const notice = raw.cookies[noticeCookie]
  if (notice) reply.clearCookie(noticeCookie, { path: '/' })
  const html = drawPage(services, page, answer.view, nonce, { person, token }, notice)
  return sendHtml(reply, answer.view.status ?? 200, html)
}

/** As bytes: a text would be measured twice on its way before it is encoded. */
const sendHtml = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).type('text/html').send(Buffer.from(html))

/** The file's own name in every script (RFC 5987), with a plain one for what cannot read it. */
function asAttachment(filename: string): string {
  const plain = filename.replace(/[^\w.-]+/g, '-')
  const full = encodeURIComponent(filename.replace(/[\r\n/\\]+/g, '-')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
