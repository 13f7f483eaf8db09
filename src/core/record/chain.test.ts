import { describe, expect, test } from 'vitest'
import { recordOf } from '../pathway/entries.test-help.ts'
import { canonical, digestOf, emptyHead, verifyRecord } from './chain.ts'
import type { Entry } from './entry.ts'

function threeEntries(): Entry[] {
  const record = recordOf('work', 5)
  record.tell('opened', { held: '2024-03-10', decision: 'go' })
  record.tell('caseNote', { happened: '2024-03-11', note: 'Tea with “Nan”\n' })
  record.correct(1, 'decision', 'stop')
  return [...record.entries]
}
const says = (entries: readonly Entry[], sealed = headOf(threeEntries())) => {
  const outcome = verifyRecord(5, entries, sealed)
  return outcome.ok ? 'agrees' : outcome.says
}
const headOf = (entries: readonly Entry[]) => ({ position: entries.at(-1)!.position, link: entries.at(-1)!.link })

describe('the chain', () => {
  test('a content has one digest, whatever order its fields come in', () => {
    expect(canonical({ b: 1, a: ['x', 'y'] })).toBe('{"a":["x","y"],"b":1}')
    expect(digestOf({ b: 1, a: 'é' })).toBe(digestOf({ a: 'é', b: 1 }))
    expect(digestOf({ a: ['x', 'y'] })).not.toBe(digestOf({ a: ['y', 'x'] }))
  })

  test('an untouched record agrees and ends at its head; one without entries at the empty head', () => {
    const entries = threeEntries()
    expect(verifyRecord(5, entries, headOf(entries))).toEqual({ ok: true, value: headOf(entries) })
    expect(verifyRecord(5, [], undefined)).toEqual({ ok: true, value: emptyHead })
  })

  test('entries after the seal are checked against each other', () => {
    const entries = threeEntries()
    expect(says(entries, headOf(entries.slice(0, 2)))).toBe('agrees')
    expect(says([...entries.slice(0, 2), { ...entries[2]!, author: 9 }], headOf(entries.slice(0, 2)))).toMatch(
      /entry 3/,
    )
  })

  test('a changed content, envelope or digest is found at its entry', () => {
    const [first, second, third] = threeEntries() as [Entry, Entry, Entry]
    expect(says([first, { ...second, content: { note: 'x' } }, third])).toMatch(/entry 2: its content was changed/)
    expect(says([{ ...first, author: 2 }, second, third])).toMatch(/entry 1: its envelope/)
    expect(says([first, { ...second, digest: first.digest }, third])).toMatch(/entry 2/)
  })

  test('an entry deleted, two exchanged, the end cut off', () => {
    const [first, second, third] = threeEntries() as [Entry, Entry, Entry]
    expect(says([first, third])).toMatch(/entry 3: entry 2 is missing or out of order/)
    expect(says([second, first, third])).toMatch(/out of order/)
    expect(says([{ ...second, position: 1 }, { ...first, position: 2 }, third])).toMatch(/entry 1/)
    expect(says([first, second])).toMatch(/entry 3: it was sealed and is gone/)
  })

  test('a record written anew from the first entry on differs from its seal', () => {
    const other = recordOf('work', 5)
    other.tell('opened', { held: '2024-03-10', decision: 'stop' })
    other.tell('caseNote', { happened: '2024-03-11', note: 'x' })
    other.tell('caseNote', { happened: '2024-03-11', note: 'y' })
    expect(says(other.entries)).toMatch(/entry 3: it differs from what was sealed/)
  })

  test('a content that was disposed of leaves the chain whole', () => {
    const [first, second, third] = threeEntries() as [Entry, Entry, Entry]
    expect(says([first, { ...second, content: null }, third])).toBe('agrees')
  })
})
