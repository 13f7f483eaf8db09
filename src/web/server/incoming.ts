/** What is known of a request before any page sees it: its nonce, and whether its form came from here. */
import { randomFillSync } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the content security policy of this response. */
    nonce: string
  }
}

const nonceBytes = 16
/** Random bytes for many nonces at once, because asking for them costs more than they do; each is used once. */
const random = Buffer.allocUnsafe(nonceBytes * 256)
let used = random.length

export function newNonce(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  used += nonceBytes
  return random.toString('base64', used - nonceBytes, used)
}

/** Browsers say where a form was posted from; another site's is refused before its token is looked at. */
export function isFromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || URL.canParse(origin)
    ? origin === undefined || new URL(origin).host === request.headers.host
    : false
}
