/**
 * The chain of one record: each entry's link covers its envelope, the digest of its content and the link before it,
 * so a change, a deletion or a reordering anywhere shows from there on. Truncation at the end shows against the seal.
 */
import { hash } from 'node:crypto'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { Content, Draft, Entry, Envelope } from './entry.ts'

/** The link before the first entry. */
export const noLink = '0'.repeat(64)

/**
 * One text for one content, whatever order its fields came in: PostgreSQL's jsonb keeps its own order, so the digest
 * must not depend on any.
 */
export function canonical(content: Content): string {
  const names = Object.keys(content).sort()
  let text = '{'
  for (const name of names) {
    if (text.length > 1) text += ','
    text += `${JSON.stringify(name)}:${JSON.stringify(content[name])}`
  }
  return `${text}}`
}

const orNothing = (value: string | number | null): string => (value === null ? '' : String(value))

function canonicalEnvelope(e: Envelope): string {
  return `${e.record}|${e.position}|${e.act}|${e.part}|${e.kind}|${e.pathway}|${e.step}|${e.version}|${e.episode}|${orNothing(
    e.origin,
  )}|${orNothing(e.target)}|${orNothing(e.day)}|${orNothing(e.until)}|${e.recorded}|${e.author}`
}

export function digestOf(content: Content): string {
  return hash('sha256', canonical(content))
}

export function linkOf(before: string, envelope: Envelope, digest: string): string {
  return hash('sha256', `${before}|${canonicalEnvelope(envelope)}|${digest}`)
}

/** Where a record's chain ends. */
export interface Head {
  readonly position: number
  readonly link: string
}
export const emptyHead: Head = { position: 0, link: noLink }

/** Chains a draft to the end of its record. */
export function chain(draft: Draft, part: number, head: Head): Entry {
  const position = head.position + 1
  const digest = digestOf(draft.content)
  const { content, episode, ...rest } = draft
  const envelope: Envelope = { ...rest, position, part, episode: episode ?? position }
  return { ...envelope, content, digest, link: linkOf(head.link, envelope, digest) }
}

/** Checks one record's entries, in order of position, against each other and against its sealed head. */
export function verifyRecord(record: number, entries: readonly Entry[], sealed: Head | undefined): Outcome<Head> {
  let head = emptyHead
  for (const entry of entries) {
    const fail = (reason: string) => problem('record.tampered', { record, position: entry.position, reason })
    if (entry.position !== head.position + 1) return fail(`entry ${head.position + 1} is missing or out of order`)
    if (entry.content !== null && digestOf(entry.content) !== entry.digest) return fail('its content was changed')
    if (linkOf(head.link, entry, entry.digest) !== entry.link) return fail('its envelope or an earlier one was changed')
    head = { position: entry.position, link: entry.link }
    if (sealed?.position === entry.position && sealed.link !== entry.link)
      return fail('it differs from what was sealed')
  }
  if (sealed && head.position < sealed.position)
    return problem('record.tampered', { record, position: sealed.position, reason: 'it was sealed and is gone' })
  return done(head)
}
