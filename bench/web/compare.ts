/** What two pages must have in common before anybody compares their times. */

/** What a reader sees, without white space, and where the links lead, in order. */
export interface Visible {
  readonly text: string
  readonly links: readonly string[]
}

export function visibleIn(html: string): Visible {
  const shown = html.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<!--.*?-->/gs, '')
  const links = [...shown.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => decoded(href!))
  return { text: decoded(shown.replace(/<[^>]*>/g, '')).replace(/\s+/g, ''), links }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (html: string): string =>
  html.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, number?: string, name?: string) =>
    number ? String.fromCodePoint(Number(number)) : (named[name ?? ''] ?? whole),
  )

/** A page without the nonce, which is new in every response. */
export const withoutNonce = (page: string): string => page.replaceAll(/nonce(=|-)"?[A-Za-z0-9+/=]{24}/g, 'nonce$1')

/** Where two texts part, with a little of both; undefined where they are equal. */
export function firstDifference(a: string, b: string): string | undefined {
  if (a === b) return undefined
  let at = 0
  while (a[at] === b[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 30), at + 50)
  return `at ${at}: “${around(a)}” and “${around(b)}”`
}
