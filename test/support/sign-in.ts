/**
 * Signs in as a browser without JavaScript does: chooses somebody, and follows the road to the provider and back with the
 * cookies that it is given on the way.
 */
export interface Sent {
  readonly status: number
  readonly location: string | undefined
  readonly setCookies: readonly string[]
  readonly body: string
}
export type Ask = (method: 'GET' | 'POST', path: string, cookie: string, form?: string) => Promise<Sent>

const hopsMax = 12
const isSignedIn = ({ setCookies }: Sent): boolean => setCookies.some((one) => one.startsWith('heartwood='))

/** The cookies after it, as a browser sends them, and the last answer on this road. */
export async function signInBy(
  ask: Ask,
  form: string,
  before = new Map<string, string>(),
): Promise<{ cookie: string; jar: Map<string, string>; last: Sent }> {
  const jar = new Map(before)
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const take = (sent: Sent): Sent => {
    for (const one of sent.setCookies) {
      const [pair = ''] = one.split(';')
      const at = pair.indexOf('=')
      const isOver = /expires=Thu, 01 Jan 1970/i.test(one) || /max-age=0/i.test(one)
      if (isOver) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return sent
  }
  let last = take(await ask('POST', '/sign-in', cookie(), form))
  for (let hop = 0; hop < hopsMax && last.location !== undefined && !isSignedIn(last); hop++) {
    const { pathname, search } = new URL(last.location, 'http://localhost')
    last = take(await ask('GET', `${pathname}${search}`, cookie()))
  }
  return { cookie: `heartwood=${jar.get('heartwood') ?? ''}`, jar, last }
}

/** By HTTP to a server that listens. */
export const askAt =
  (address: string): Ask =>
  async (method, path, cookie, form) => {
    const body = form === undefined ? {} : { body: new URLSearchParams(form) }
    const answer = await fetch(`${address}${path}`, { method, redirect: 'manual', headers: { cookie }, ...body })
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? undefined,
      setCookies: answer.headers.getSetCookie(),
      body: await answer.text(),
    }
  }

interface Injectable {
  inject(request: {
    method: 'GET' | 'POST'
    url: string
    headers: Record<string, string>
    payload?: string
  }): Promise<{ statusCode: number; headers: Record<string, unknown>; body: string }>
}

/** Of a server that does not listen. */
export const askIn =
  (app: Injectable): Ask =>
  async (method, url, cookie, form) => {
    const headers = { cookie, ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }
    const answer = await app.inject({ method, url, headers, ...(form === undefined ? {} : { payload: form }) })
    const { location, 'set-cookie': set } = answer.headers
    return {
      status: answer.statusCode,
      location: location === undefined ? undefined : String(location),
      setCookies: [set ?? []].flat().map(String),
      body: answer.body,
    }
  }
