/**
 * `npm run bench -- rebuild`: every projection of the city made anew from the record. The rows it makes are compared with
 * those that the load wrote, table by table, before any time is printed. docs/benchmarks.md says what was measured.
 */
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { rebuild } from '../src/core/projection/rebuild.ts'
import { type TableName, tableNames, tables } from '../src/core/projection/tables.ts'
import { openCity } from './support/city.ts'
import { cpuHere, figure, median, sayMachine, sayTable } from './support/measure.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '1' }, rounds: { type: 'string', default: '3' } },
  })
  sayMachine()
  const city = await openCity(Number(values.size))
  try {
    const live = await digestsOf(city.pool)
    const rounds: { seconds: number; cpuSeconds: number; entriesPerSecond: number }[] = []
    for (let round = 0; round < Number(values.rounds); round++) {
      const [wall, cpu] = [performance.now(), cpuHere()]
      const { entries, records } = await rebuild(city.pool, city.definitions)
      const seconds = (performance.now() - wall) / 1000
      if (entries !== city.entries || records !== city.records)
        throw new Error(
          `${entries} entries of ${records} records were folded, the city has ${city.entries} of ${city.records}`,
        )
      rounds.push({ seconds, cpuSeconds: (cpuHere() - cpu) / 1e6, entriesPerSecond: entries / seconds })
      compare(live, await digestsOf(city.pool))
    }
    sayTable(
      ['Rows, equal after every rebuild', 'count', 'digest'],
      live.map(({ table, rows, digest }) => [table, figure(rows), digest]),
    )
    const middle = (key: keyof (typeof rounds)[number]): string => figure(median(rounds.map((one) => one[key])))
    console.log(
      `\nOf ${rounds.length} rebuilds the median: ${middle('cpuSeconds')} s of CPU of Node, ${middle('seconds')} s by the clock with indexes and swap, ${middle('entriesPerSecond')} entries a second`,
    )
    return 0
  } finally {
    await city.close()
  }
}

interface TableDigest {
  readonly table: TableName
  readonly rows: number
  readonly digest: string
}

/**
 * Of every column of every row. A sum of the rows' own digests does not depend on their order, so
 * nothing has to be sorted.
 */
async function digestsOf(pool: pg.Pool): Promise<TableDigest[]> {
  const digests: TableDigest[] = []
  for (const table of tableNames) {
    const columns = Object.keys(tables[table].columns).map((column) => `"${column}"`)
    const { rows } = await pool.query<{ rows: number; digest: string }>(
      `select count(*)::integer as rows, coalesce(sum(('x' || left(md5(row(${columns})::text), 15))::bit(60)::bigint), 0)::text as digest
       from ${table}`,
    )
    digests.push({ table, ...rows[0]! })
  }
  return digests
}

function compare(live: readonly TableDigest[], rebuilt: readonly TableDigest[]): void {
  for (const [index, { table, rows, digest }] of live.entries()) {
    const made = rebuilt[index]!
    if (made.rows !== rows || made.digest !== digest)
      throw new Error(
        `${table}: ${rows} rows with digest ${digest} stood there, ${made.rows} with ${made.digest} were made`,
      )
  }
}
