/**
 * Published figures in full size into an empty record, from the bytes of the file to the last commit, beside bare parsing of
 * the same bytes, which keeps nothing and checks nothing.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { moment } from '../../src/core/calendar/index.ts'
import { connect } from '../../src/core/database/connect.ts'
import { startEmbedded } from '../../src/core/database/embedded.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import { importComparators, ownFiles } from '../../src/insight/published/index.ts'
import { readCsvText } from '../../src/returns/reading/csv-text.ts'
import { must, temporaryFolder } from '../support/city.ts'
import { type Budgets, figure } from '../support/measure.ts'

/** Seconds at most for the whole file. */
const budget = 10
/** As the tool's file has them: 434 series, 170 areas, 3,771 series and periods. */
const size = { series: 434, areas: 170, seriesWithNinePeriods: 299 }

export async function benchComparators(budgets: Budgets): Promise<void> {
  const bytes = new TextEncoder().encode(fullFile())
  const rows = 641_070
  console.log(`Published figures: ${rows.toLocaleString('en-GB')} rows, ${figure(bytes.length / 1e6)} MB`)
  const bare = await seconds(() => {
    let cells = 0
    for (const line of new TextDecoder().decode(bytes).split('\n')) cells += line.split(',').length
    if (cells !== rows * 6 + 7) throw new Error(`Bare parsing found ${cells} cells`)
  })
  const folder = temporaryFolder()
  const server = must(await startEmbedded({ dataDir: join(folder, 'data'), log: () => {} }))
  try {
    const { pool, close } = must(await connect({ embedded: server.connection }))
    must(await migrate(pool))
    const load = async (name: string) =>
      must(
        await importComparators([{ name, bytes }], {
          pool,
          now: moment('2026-11-23T09:00:00.000Z'),
          progress: () => {},
        }),
      )
    let loaded = 0
    const took = await seconds(async () => {
      loaded = (await load('lait.csv')).loaded
    })
    if (loaded !== rows) throw new Error(`${loaded} of ${rows} rows were loaded`)
    const again = await seconds(async () => {
      if ((await load('lait.csv')).loaded !== 0) throw new Error('The second time added something')
    })
    await close()
    const rate = (time: number): string => `${figure(rows / time)} rows a second`
    console.log(`Bare parsing    ${bare.toFixed(2)} s, ${rate(bare)}`)
    console.log(`Import          ${took.toFixed(2)} s, ${rate(took)}: ${figure(took / bare)} times bare parsing`)
    console.log(`The same again  ${again.toFixed(2)} s\n`)
    budgets.judge('Seconds to load the published figures in full', took, budget)
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

/** Real series and areas, and figures from a small generator: the same file every time. */
function fullFile(): string {
  const column = (file: string): string[][] => {
    const found = ownFiles().find(({ name }) => name.endsWith(file))
    if (found === undefined) throw new Error(`There is no ${file}`)
    return readCsvText(new TextDecoder().decode(found.bytes)).slice(1)
  }
  const quoted = (name: string): string => (name.includes(',') ? name.replaceAll(',', ' ') : name)
  const series = column('series.csv').map(([name = '']) => quoted(name))
  const areas = column('areas.csv').map(([code, name = '']) => `${code},${quoted(name)}`)
  const label = [(year: number) => `${year}`, (year: number) => `${year}/${(year + 1) % 100}`]
  const lines = ['measure,period,area_code,area_name,value,marker']
  let state = 20_261_123
  for (let s = 0; s < size.series; s++) {
    const periods = s < size.seriesWithNinePeriods ? 9 : 8
    for (let year = 2025 - periods; year < 2025; year++) {
      for (const area of areas.slice(0, size.areas)) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        const value = state % 10 === 0 ? ',-' : `${(state % 10_000) / 10},`
        lines.push(`${series[s]},${label[s % 2]?.(year)},${area},${value}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}
