/** A slice of `npm run prove -- drafts`, with a fixed seed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveDrafts } from '../../prove/drafts.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase({ max: 10 })
})
afterAll(() => database?.drop())

test('whatever interrupts, nothing typed is lost and no window overwrites another', async () => {
  const proved = await proveDrafts(database.pool, { seed: 20_261_123, tries: 8, say: () => {} })
  expect(proved.failures).toEqual([])
  expect(proved.tries).toBe(8)
})
