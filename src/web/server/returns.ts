/**
 * The page on which returns are checked in the browser. It holds nothing of the record and sends nothing anywhere, so it
 * is served to anyone, signed in or not; its files are built when it is first asked for.
 */
import type { FastifyInstance } from 'fastify'
import { problem } from '../../core/outcomes.ts'
import { returnsPageFiles } from '../../returns/browser/files.ts'
import { drawProblem } from './draw.tsx'
import type { Services } from './services.ts'

export function setUpReturns(app: FastifyInstance, services: Services): void {
  app.get('/returns', async (request, reply) => {
    // Its files are named beside it, so the address must end in a stroke.
    if (!request.url.split('?')[0]?.endsWith('/')) return reply.redirect('/returns/', 301)
    return reply.type('text/html').send(await fileNamed('index.html'))
  })
  app.get('/returns/:file', async (request, reply) => {
    const { file } = request.params as { file: string }
    const found = (await returnsPageFiles()).get(file)
    if (found === undefined)
      return reply
        .code(404)
        .type('text/html')
        .send(drawProblem(services, problem('request.not-found'), request.nonce, undefined))
    return reply.type(found.type).send(Buffer.from(found.body))
  })
}

const fileNamed = async (name: string): Promise<Buffer> => Buffer.from((await returnsPageFiles()).get(name)?.body ?? [])
