/**
 * The cookies that say who somebody is. Behind https a browser keeps them for this host, this path and https alone
 * (`__Host-`); no script reads them, and no other site's form brings them along.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'

export const cookieNames = { session: 'heartwood', signIn: 'heartwood-sign-in' } as const
type Which = keyof typeof cookieNames

/** By the connection, or by what a trusted proxy says of its own. */
const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https'

const nameOf = (request: FastifyRequest, which: Which): string =>
  isSecure(request) ? `__Host-${cookieNames[which]}` : cookieNames[which]

export const cookieOf = (request: FastifyRequest, which: Which): string | undefined =>
  request.cookies[nameOf(request, which)]

/** Ends with the browser's session; the server decides before that. */
export function setCookie(request: FastifyRequest, reply: FastifyReply, which: Which, value: string): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) } as const
  reply.setCookie(nameOf(request, which), value, options)
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply, which: Which): void {
  reply.clearCookie(nameOf(request, which), { path: '/', secure: isSecure(request) })
}
