/** Every published figure of the shared data, read back: against a reading of the same files that shares no code with ours. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GivenFile } from '../../src/core/batches/importer.ts'
import { day, moment } from '../../src/core/calendar/index.ts'
import { comparatorOf, importComparators, valuesOver } from '../../src/insight/published/index.ts'
import { readCsvText } from '../../src/returns/reading/csv-text.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const shared = new URL('../../../shared/data/', import.meta.url)
if (!existsSync(shared)) console.log('No ../shared/data: the published figures in it are not read back.')

type Row = Readonly<Record<string, string>>
const bytesOf = (path: string): Uint8Array => readFileSync(new URL(path, shared))
const given = (path: string): GivenFile => ({ name: path, bytes: bytesOf(path) })

function rowsOf(path: string): Row[] {
  const [names = [], ...rows] = readCsvText(new TextDecoder().decode(bytesOf(path)))
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
}

describe.skipIf(!existsSync(shared))('the shared data', () => {
  let database: TestDatabase
  const import_ = (files: readonly GivenFile[]) =>
    importComparators(files, { pool: database.pool, now: moment('2026-11-23T09:00:00.000Z'), progress: () => {} })
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database?.drop())

  test('every series of Coventry is read back with its neighbours’ mean, England and its rank, in both models', async () => {
    const loaded = await import_([given('benchmarks/lait_indicators.csv')])
    expect(loaded).toMatchObject({ ok: true, value: { loaded: 67_878, toMend: [{ refused: [] }] } })
    const cells = new Map<string, Row>()
    const asked = new Set<string>()
    for (const row of rowsOf('benchmarks/lait_indicators.csv')) {
      cells.set(`${row.measure}|${row.period}|${row.area_code}`, row)
      asked.add(`${row.measure}|${row.period}`)
    }
    const neighbours = rowsOf('benchmarks/statistical_neighbours.csv').filter((row) => row.la_code === '331')
    const polarity = new Map<string, string | undefined>()
    for (const row of rowsOf('benchmarks/lait_dictionary.csv')) {
      const name = (row.Measure_short ?? '').toLowerCase().replaceAll(' ', '')
      if (!polarity.has(name)) polarity.set(name, row.Polarity)
    }
    const valueAt = (of: string, area: string): number | null => {
      const text = cells.get(`${of}|${area}`)?.value ?? ''
      return text === '' ? null : Number.parseFloat(text)
    }
    const mismatches: string[] = []
    const check = async (of: string, on: string, model: string): Promise<void> => {
      const [series = '', period = ''] = of.split('|')
      const found = await comparatorOf(database.pool, { series, area: '331', period, on: day(on) })
      const around = neighbours.filter((row) => row.model === model).map((row) => row.neighbour_code ?? '')
      const values = around.map((area) => valueAt(of, area)).filter((value) => value !== null)
      const own = valueAt(of, '331')
      const better = polarity.get(series.toLowerCase().replaceAll(' ', ''))
      const sorted = [own ?? 0, ...values].sort((a, b) => (better === 'High' ? b - a : a - b))
      const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
      const rank =
        own === null || (better !== 'High' && better !== 'Low')
          ? null
          : { position: sorted.indexOf(own) + 1, of: sorted.length }
      const said = found.ok ? found.value : undefined
      const saidMean = said?.neighbours?.mean ?? null
      const same =
        said !== undefined &&
        said.period === period &&
        said.value === own &&
        (said.marker ?? '') === (cells.get(`${of}|331`)?.marker ?? '') &&
        said.neighbours?.model === model &&
        JSON.stringify(said.neighbours.areas.map(({ code, value }) => [code, value])) ===
          JSON.stringify(around.map((code) => [code, valueAt(of, code)])) &&
        (mean === null || saidMean === null
          ? mean === saidMean
          : Math.abs(mean - saidMean) <= 1e-9 * Math.max(1, Math.abs(mean))) &&
        said.region?.value === valueAt(of, '984') &&
        said.england?.value === valueAt(of, '970') &&
        JSON.stringify(said.rank) === JSON.stringify(rank)
      if (!same) mismatches.push(`${of} on ${on}: ${JSON.stringify(found)}`)
    }
    const queue = [...asked]
    const worker = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        await check(next, '2026-11-23', '2025-05')
        await check(next, '2022-07-21', '2021-04')
      }
    }
    await Promise.all(Array.from({ length: 4 }, worker))
    expect(asked.size).toBeGreaterThan(3_700)
    expect(mismatches).toEqual([])
  }, 180_000)

  test('every series of each of its neighbours is read back over all its periods', async () => {
    const expected = Map.groupBy(rowsOf('benchmarks/lait_indicators.csv'), (row) => `${row.measure}|${row.area_code}`)
    const mismatches: string[] = []
    for (const [of, rows] of expected) {
      const [series = '', area = ''] = of.split('|')
      const found = await valuesOver(database.pool, series, area)
      const text = (all: readonly (string | null)[][]): string =>
        all
          .map((one) => one.join('='))
          .sort()
          .join(' ')
      const want = text(
        rows.map((row) => [row.period ?? '', row.value === '' ? null : String(Number(row.value)), row.marker ?? '']),
      )
      const got = text(
        found.map(({ period, value, marker }) => [period, value === null ? null : String(value), marker ?? '']),
      )
      if (want !== got) mismatches.push(of)
    }
    expect(expected.size).toBeGreaterThan(7_000)
    expect(mismatches).toEqual([])
  }, 60_000)

  const tables = ['social-care', 'send', 'education'].flatMap((folder) =>
    existsSync(shared) ? readdirSync(new URL(folder, shared)).map((name) => `${folder}/${name}`) : [],
  )
  const places =
    /^(time_period|time_identifier|geographic_level|country_code|country_name|region_code|region_name|old_la_code|new_la_code|la_name|Year|Region|LANumber|LA_name)$/
  const isFigure = (text: string): boolean =>
    /^([xczuk:-]|low)$/.test(text) || (text !== '' && !Number.isNaN(Number(text)))
  const regionNumber = '984'

  test.each(tables)('every cell of %s is read back', async (path) => {
    const loaded = await import_([given(path)])
    expect(loaded).toMatchObject({ ok: true, value: { toMend: [{ refused: [] }] } })
    const rows = rowsOf(path)
    const indicators = Object.keys(rows[0] ?? {}).filter(
      (name) =>
        !places.test(name) &&
        rows.some((row) => row[name] !== '') &&
        rows.every((row) => row[name] === '' || isFigure(row[name] ?? '')),
    )
    const want = rows.flatMap((row) => {
      const number = row.old_la_code ?? row.LANumber ?? ''
      const area =
        row.geographic_level === 'National' ? '970' : row.geographic_level === 'Regional' ? regionNumber : number
      return indicators
        .filter((name) => row[name] !== '')
        .map((name) => {
          const text = row[name] ?? ''
          const value = Number.isNaN(Number(text)) ? text : String(Number(text))
          return [name.toLowerCase(), row.time_period ?? row.Year, area, value].join('|')
        })
    })
    const { rows: stored } = await database.pool.query<{ cell: string }>(
      `select concat_ws('|', s.indicator, p.label, v.area, coalesce(v.value::text, v.marker)) as cell
       from published_value v join published_series s on s.id = v.series join published_period p on p.id = v.period
       join batch b on b.id = v.batch where b.name = $1`,
      [path],
    )
    const got = stored.map(({ cell }) => {
      const [indicator, period, area, value = ''] = cell.split('|')
      return [indicator, period, area, Number.isNaN(Number(value)) ? value : String(Number(value))].join('|')
    })
    expect(got.length).toBeGreaterThan(200)
    expect(got.sort()).toEqual(want.sort())
  })
})
