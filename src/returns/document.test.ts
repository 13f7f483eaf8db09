import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentFile, rulesDocument } from './document.ts'

test('docs/returns/rules.md says what the rules say (node src/returns/document.ts writes it)', () => {
  expect(readFileSync(documentFile, 'utf8')).toBe(rulesDocument())
})
