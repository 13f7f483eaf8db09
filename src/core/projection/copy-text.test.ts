import { expect, test } from 'vitest'
import { recordOf } from '../pathway/entries.test-help.ts'
import { contentLine, entryCopyColumns, entryLine, rowLine } from './copy-text.ts'

test('a cell is text, a number, t or f, or nothing; what would end a cell or a line is escaped', () => {
  const row = { a: 'tab\tline\nreturn\rback\\slash', b: 7, c: true, d: false, e: null, f: '' }
  expect(rowLine(['a', 'b', 'c', 'd', 'e', 'missing', 'f'], row)).toBe(
    'tab\\tline\\nreturn\\rback\\\\slash\t7\tt\tf\t\\N\t\\N\t\n',
  )
})

test('a content is JSON whose backslashes survive', () => {
  expect(contentLine(1, 2, { note: 'a\n“b”\\' })).toBe('1\t2\t{"note":"a\\\\n“b”\\\\\\\\"}\n')
})

test('an entry has a cell for each of its columns', () => {
  const record = recordOf('work')
  record.tell('opened', { held: '2024-03-10' })
  record.correct(1, 'held', '2024-03-09')
  for (const entry of record.entries) {
    const cells = entryLine(entry).trimEnd().split('\t')
    const columns = entryCopyColumns.split(/,\s+/)
    expect(cells).toHaveLength(columns.length)
    expect(cells[columns.indexOf('target')]).toBe(entry.target === null ? '\\N' : '1')
    expect(cells.at(-1)).toBe(`\\\\x${entry.link}`)
  }
})
