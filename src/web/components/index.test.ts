import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as components from './index.ts'

const docs = readFileSync(new URL('../../../docs/components.md', import.meta.url), 'utf8')
const names = Object.keys(components).filter((name) => /^[A-Z]/.test(name))

test('docs/components.md lists every component, and no other', () => {
  const listed = [...docs.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(listed.toSorted()).toEqual(names.toSorted())
})
