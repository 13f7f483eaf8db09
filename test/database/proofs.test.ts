/** A slice of each proof with a fixed seed: `npm run prove -- NAME` runs the whole of it. */
import { afterEach, expect, test } from 'vitest'
import { proveAccess } from '../../prove/access.ts'
import { proveRaces } from '../../prove/races.ts'
import type { Proved, Trial } from '../../prove/support/proof.ts'
import { proveTamper } from '../../prove/tamper.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

interface Slice {
  readonly name: string
  readonly tries: number
  /** At the least: a proof that tries nothing fails nothing. */
  readonly counts: number
  readonly prove: (database: TestDatabase, trial: Trial) => Promise<Proved>
}

const slices: readonly Slice[] = [
  { name: 'races', tries: 150, counts: 149, prove: ({ pool }, trial) => proveRaces(pool, trial) },
  { name: 'tamper', tries: 64, counts: 63, prove: ({ pool }, trial) => proveTamper(pool, trial) },
  { name: 'access', tries: 800, counts: 30_000, prove: ({ pool }, trial) => proveAccess(pool, trial) },
]

let database: TestDatabase | undefined
afterEach(() => database?.drop())

test.each(slices)('$name', async ({ tries, counts, prove }) => {
  database = await freshDatabase()
  const proved = await prove(database, { seed: 20_260_401, tries, say: () => {} })
  expect(proved.failures.slice(0, 20)).toEqual([])
  expect(proved.tries).toBeGreaterThan(counts)
})
