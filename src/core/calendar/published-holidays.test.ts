import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const csv = readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8')

test('what the bundle carries is data/bank-holidays.csv (write it again with vitest -u)', async () => {
  const module = [
    '/** `data/bank-holidays.csv`, carried in the bundle. Made by `published-holidays.test.ts`: see `data/README.md`. */',
    `export const publishedBankHolidays = \`${csv}\`\n`,
  ]
  await expect(module.join('\n')).toMatchFileSnapshot('./published-holidays.ts')
})
