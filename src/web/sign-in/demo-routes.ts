/** The demo's own provider, within its server: loaded at the first sign-in, because a start should not wait for it. */
import type { FastifyInstance } from 'fastify'
import type { Services } from '../server/services.ts'
import type { DemoProvider } from './demo-provider.ts'
import { type Fetch, openProvider, type Provider } from './provider.ts'

export function setUpDemoProvider(app: FastifyInstance, { pool, now }: Services): Provider {
  let opened: Promise<DemoProvider> | undefined
  const provider = (): Promise<DemoProvider> => {
    opened ??= import('./demo-provider.ts').then(({ openDemoProvider }) => openDemoProvider(pool, now))
    return opened
  }
  app.register(async (inside) => {
    // It reads what is sent to it itself.
    inside.removeAllContentTypeParsers()
    inside.addContentTypeParser('*', (_request, _payload, done) => done(null))
    inside.all('/demo-sign-in/*', async (request, reply) => {
      reply.hijack()
      await (await provider()).answer(request.raw, reply.raw)
    })
  })
  let asked: Promise<Provider> | undefined
  const road = (): Promise<Provider> => {
    asked ??= import('./demo-provider.ts').then(({ demoSettings }) => openProvider(demoSettings, askOneself(app)))
    return asked
  }
  return {
    leave: async (...given) => (await road()).leave(...given),
    arrive: async (...given) => (await road()).arrive(...given),
  }
}

/** What the council's server asks its provider over the network, the demo asks itself. */
const askOneself =
  (app: FastifyInstance): Fetch =>
  async (url, { method, headers, body }) => {
    const { pathname, search, host } = new URL(url)
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${pathname}${search}`,
      headers: { ...headers, host },
      ...(body ? { payload: String(body) } : {}),
    })
    const sent = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
    return new Response(answer.payload, { status: answer.statusCode, headers: sent })
  }
