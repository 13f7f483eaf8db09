/** docs/the-record.md says what is really there. To bring its SQL up to date: UPDATE_DOCS=1 npx vitest run <this file>. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeOfAVisit } from '../../src/core/acts/write-statement.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = `${root}docs/the-record.md`
const migrations = `${root}src/core/database/migrations/`

test('it shows the statement of one write as it is generated', () => {
  const block = /```sql\n([\s\S]*?)\n```/
  if (process.env.UPDATE_DOCS)
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(block, () => `\`\`\`sql\n${writeOfAVisit.text}\n\`\`\``),
    )
  expect(block.exec(readFileSync(page, 'utf8'))?.[1]).toBe(writeOfAVisit.text)
})

test('it has a line for each table', () => {
  const sql = readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(migrations + file, 'utf8'))
    .join('\n')
  const tables = [...sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => name)
  const lines = [...readFileSync(page, 'utf8').matchAll(/^\| `(\w+)` \| .{10,} \|$/gm)].map(([, name]) => name)
  expect(tables.length).toBeGreaterThan(20)
  expect(tables.filter((name) => !lines.includes(name))).toEqual([])
})
