/**
 * The census half of `npm run bench -- import`: 20,000 children into an empty record, from the bytes of the file to the last
 * commit, beside bare parsing of the same bytes into columns; then the same children again, written anew, into the record
 * that holds them. By itself: node bench/import/census.ts
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { moment } from '../../src/core/calendar/index.ts'
import { connect } from '../../src/core/database/connect.ts'
import { startEmbedded } from '../../src/core/database/embedded.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import { importCinCensus } from '../../src/imports/cin-census/index.ts'
import { readCin } from '../../src/returns/cin-census/read.ts'
import { writeCin } from '../returns/files.ts'
import { must, temporaryFolder } from '../support/city.ts'
import { Budgets, figure, sayMachine } from '../support/measure.ts'

const children = 20_000
const seed = 20_261_123
/** Seconds at most for the whole file. */
const budget = 30

export async function censusHalf(budgets: Budgets): Promise<void> {
  const folder = temporaryFolder()
  const written = join(folder, 'census.xml')
  writeCin(written, children, seed)
  const bytes = readFileSync(written)
  const anew = Buffer.concat([bytes, Buffer.from('\n')])
  console.log(`Census of ${children.toLocaleString('en-GB')} children, ${figure(bytes.length / 1e6)} MB`)
  const bare = await seconds(() => {
    if (readCin({ name: 'census.xml', bytes }).store === undefined) throw new Error('The census is not sound')
  })
  const server = must(await startEmbedded({ dataDir: join(folder, 'data'), log: () => {} }))
  try {
    const { pool, close } = must(await connect({ embedded: server.connection }))
    must(await migrate(pool))
    const context = { pool, now: moment('2026-11-23T09:00:00.000Z'), progress: () => {} }
    const load = async (given: Buffer) => must(await importCinCensus([{ name: 'census.xml', bytes: given }], context))
    let entries = 0
    const took = await seconds(async () => {
      entries = (await load(bytes)).loaded
    })
    if (entries < children * 3) throw new Error(`Only ${entries} entries were loaded`)
    const again = await seconds(async () => {
      const { loaded } = await load(anew)
      if (loaded !== 0) throw new Error(`The second time added ${loaded} entries`)
    })
    await close()
    const rate = (time: number): string => `${figure(children / time)} children a second`
    console.log(`Bare parsing            ${bare.toFixed(2)} s, ${rate(bare)}`)
    console.log(
      `Import                  ${took.toFixed(2)} s, ${rate(took)}, ${figure(entries / took)} entries a second:`,
    )
    console.log(`                        ${figure(took / bare)} times bare parsing`)
    console.log(`The same, written anew  ${again.toFixed(2)} s, ${rate(again)}\n`)
    budgets.judge('Seconds to load a census of 20,000 children', took, budget)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  sayMachine()
  const budgets = new Budgets()
  await censusHalf(budgets)
  process.exitCode = budgets.exitCode
}
