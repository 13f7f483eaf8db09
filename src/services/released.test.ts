/**
 * What is released stays readable. `released.json` is the committed list of every step of every pathway; a definition
 * that departs from it without a new version fails here, also with `-u`, which only ever adds:
 *
 *     npx vitest run -u src/services/released.test.ts
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkReleased, readRelease, releaseOf, releaseText } from '../core/pathway/released.ts'
import { assembleHeartwood } from './index.ts'

const file = join(import.meta.dirname, 'released.json')
const { house } = assembleHeartwood()
const released = readRelease(JSON.parse(readFileSync(file, 'utf8')))

/** A list on one line where it fits, as the formatter of the tree has it. */
const formatted = (text: string): string =>
  text.replace(/^( *"options": )\[\n([^\]]*)\n *\](,?)$/gm, (whole, name: string, items: string, comma: string) => {
    const line = `${name}[${items.trim().replace(/\n */g, ' ')}]${comma}`
    return line.length <= 120 ? line : whole
  })

test('no released step was changed silently, and every step is released', async () => {
  expect(checkReleased(house, released)).toEqual([])
  await expect(formatted(releaseText(releaseOf(house, released)))).toMatchFileSnapshot(file)
})

test('a field, an everyday step or a pathway that went missing would be noticed', () => {
  const { enquiry, ...steps } = released['child-protection']![1]!
  const more = {
    ...released,
    'child-protection': {
      1: { ...steps, enquiry: { ...enquiry, medic: { kind: 'choice', required: true } }, fax: {} },
    },
    'private-fostering': { 1: {} },
  }
  expect(checkReleased(house, more)).toEqual([
    expect.stringContaining('“child-protection.enquiry.medic” was released and is gone'),
    expect.stringContaining('“child-protection.fax” was released and is gone'),
    expect.stringContaining('“private-fostering” was released and is gone'),
  ])
})
