/** What is known of a request before any page sees it: its nonce, and whether its form came from here. */
import type { FastifyRequest } from 'fastify'

const nonces = new WeakMap<FastifyRequest, string>()

export const setNonce = (request: FastifyRequest, nonce: string): void => {
  nonces.set(request, nonce)
}
/** Of the content security policy of this response. */
export const nonceOf = (request: FastifyRequest): string => nonces.get(request) ?? ''

/** Browsers say where a form was posted from; another site's is refused before its token is looked at. */
export function isFromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || URL.canParse(origin)
    ? origin === undefined || new URL(origin).host === request.headers.host
    : false
}
