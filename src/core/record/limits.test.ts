import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { limits } from './limits.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

test('docs/limits.md states every limit, with its value and a reason', () => {
  const rows = read('../../../docs/limits.md').matchAll(/^\| `(\w+)` \| ([\d,]+) \w+ \| (.{20,}) \|$/gm)
  const stated = Object.fromEntries([...rows].map(([, name, value]) => [name, Number(value!.replaceAll(',', ''))]))
  expect(stated).toEqual(limits)
})

test('the database guards those that it repeats', () => {
  const schema = read('../database/migrations/0001-record.sql')
  expect(schema).toContain(`length(bytes) <= ${limits.fileBytesMax}`)
  const guarded = Number(/pg_column_size\(body\) <= (\d+)/.exec(schema)?.[1])
  expect(guarded).toBeGreaterThan(limits.contentBytesMax)
})
