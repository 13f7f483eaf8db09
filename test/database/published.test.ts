/** Published figures from file to answer: every form of file, revisions, what comes back to mend, and what is refused whole. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mendFile } from '../../src/core/batches/mend-file.ts'
import { day, moment } from '../../src/core/calendar/index.ts'
import {
  comparatorOf,
  importComparators,
  population0to17,
  seriesKnown,
  valuesOver,
} from '../../src/insight/published/index.ts'
import { writeSheets } from '../../src/returns/report/sheets.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database?.drop())

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text
const load = (...files: (readonly [name: string, text: string | Uint8Array])[]) =>
  importComparators(
    files.map(([name, text]) => ({ name, bytes: bytesOf(text) })),
    { pool: database.pool, now: moment('2026-11-23T09:00:00.000Z'), progress: () => {} },
  )
const ask = (series: string, area: string, period?: string, on = '2026-11-23') =>
  comparatorOf(database.pool, { series, area, on: day(on), ...(period === undefined ? {} : { period }) })
const cells = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>('select count(*) as n from published_value')
  return rows[0]?.n ?? -1
}

const header = 'measure,period,area_code,area_name,value,marker\n'
const reReferrals = (coventry: string): string =>
  `${header}ReReferral,2021,331,Coventry,${coventry},\nReReferral,2021,831,Derby,21.4,\nReReferral,2021,852,Southampton,,c\n` +
  'ReReferral,2021,874,Peterborough,30,\nReReferral,2021,984,West Midlands,20.4,\nReReferral,2021,970,England,22.7,\n'
const coventry2021 = {
  ok: true,
  value: { series: 'ReReferral', area: '331', period: '2021', value: 25, england: { value: 22.7 } },
}

describe('the same figures in every form', () => {
  const tool =
    'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n' +
    'ReReferral,Re-referrals,2021,Coventry,25,331,West Midlands\nReReferral,Re-referrals,2021,England,22.7,970,\n'
  const twoByte = (text: string): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2 + 2)
    new DataView(bytes.buffer).setUint16(0, 0xfeff, true)
    for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 + 2 * i, text.charCodeAt(i), true)
    return bytes
  }
  const rows = reReferrals('25')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const workbook = writeSheets([
    { name: 'About', head: ['About this file'], rows: [] },
    { name: 'Figures', head: ['A title'], rows },
  ])
  const trailing = reReferrals('25').replaceAll('\n', ',,\r\n')
  test.each([
    ['measure, period, area', reReferrals('25')],
    ['the tool’s own columns', tool],
    [
      'titles above, blank lines and cells',
      `Local authority data,,\r\n\r\nSource: DfE,,\r\n${trailing},,,,,,,\r\n\r\n`,
    ],
    ['a byte order mark and CRLF', `\uFEFF${reReferrals('25').replaceAll('\n', '\r\n')}`],
    ['UTF-16', twoByte(reReferrals('25'))],
    ['a workbook, on its second sheet', workbook],
    ['semicolons', reReferrals('25').replaceAll(',', ';')],
    ['no last line end', reReferrals('25').trimEnd().replace(/,$/, ',-').replace('22.7,-', '22.7,')],
  ])('%s', async (_, text) => {
    expect(await load(['lait.csv', text])).toMatchObject({ ok: true, value: { toMend: [{ refused: [] }] } })
    expect(await ask('ReReferral', '331', '2021')).toMatchObject(coventry2021)
  })

  test('Windows-1252 names are read as they were', async () => {
    const text = `${header}Caf\u00e9,2021,331,Coventry,5,\n`
    await load(['lait.csv', Uint8Array.from(text, (sign) => sign.charCodeAt(0))])
    expect(await seriesKnown(database.pool, 'CAFÉ')).toMatchObject({ name: 'Café' })
  })
})

describe('asking', () => {
  test('a series by name or title, whatever the case and blanks; the mean says over how many', async () => {
    await load(['lait.csv', reReferrals('25')])
    for (const series of [
      'rereferral',
      ' Re Referral',
      "percentage of re-referrals to children's social care within 12 months",
    ]) {
      expect(await ask(series, '331', '2021'), series).toMatchObject(coventry2021)
    }
    const found = await ask('ReReferral', 'E08000026', '2021')
    expect(found).toMatchObject({ ok: false, code: 'comparator.no-area' })
    expect(await ask('ReReferral', 'coventry')).toMatchObject({
      ok: true,
      value: {
        neighbours: { model: '2025-05', mean: 25.7, published: 2 },
        region: { value: 20.4 },
        rank: { position: 2, of: 3 },
      },
    })
  })

  test('a sign is given as the sign, and has no rank', async () => {
    await load(['lait.csv', reReferrals('').replace('Coventry,,', 'Coventry,,c')])
    const found = await ask('ReReferral', '331', '2021')
    expect(found).toMatchObject({ ok: true, value: { value: null, marker: 'c', rank: null } })
  })

  test('the model in force on the day; none before the first', async () => {
    await load(['lait.csv', reReferrals('25')])
    const models = []
    for (const on of ['2021-03-31', '2021-04-01', '2025-04-30', '2025-05-01']) {
      const found = await ask('ReReferral', '331', '2021', on)
      models.push(found.ok ? found.value.neighbours?.model : found.says)
    }
    expect(models).toEqual([undefined, '2021-04', '2021-04', '2025-05'])
  })

  test('a period in any shape; the latest where none is asked for; what there is where it is not', async () => {
    await load([
      'lait.csv',
      `${header}GLD,2016-17 (OT),331,Coventry,60,\nGLD,2021/22,331,Coventry,64,\nGLD,2017,331,Coventry,1,\n`,
    ])
    for (const [period, value] of [
      ['201617', 60],
      ['2016/17', 60],
      ['2016-17 (ot)', 60],
      ['202122', 64],
      [undefined, 64],
      ['2017', 1],
    ] as const) {
      expect(await ask('GLD', '331', period), period).toMatchObject({ ok: true, value: { value } })
    }
    expect(await ask('GLD', '331', '2022')).toMatchObject({
      ok: false,
      says: 'Nothing of GLD is published for 2022. There is: 2021/22, 2017, 2016-17 (OT).',
    })
    expect(await ask('None', '331')).toMatchObject({ ok: false, code: 'comparator.no-series' })
    expect(await ask('GLD', '830')).toMatchObject({ ok: false, code: 'comparator.no-figures' })
  })
})

describe('loading again', () => {
  test('the same file adds nothing, and neither does the same figures in another file', async () => {
    await load(['lait.csv', reReferrals('25')])
    expect(await load(['lait.csv', reReferrals('25')])).toMatchObject({
      ok: true,
      value: { loaded: 0, says: 'lait.csv was loaded already; nothing is new.' },
    })
    expect(await load(['other.csv', `Title\n${reReferrals('25.0')}`])).toMatchObject({ ok: true, value: { loaded: 0 } })
    expect(await cells()).toBe(6)
  })

  test('a later release says exactly which cells were revised, and what they were; an older file given again changes nothing', async () => {
    await load(['2021.csv', reReferrals('25')])
    const later = await load(['2022.csv', reReferrals('24.8').replace('Southampton,,c', 'Southampton,28,')])
    expect(later).toMatchObject({
      ok: true,
      value: {
        loaded: 2,
        says: '2022.csv: 0 cells new, 2 revised, 4 as before.',
        notes: [
          '2022.csv: Revised: ReReferral, Coventry, 2021: 25 became 24.8',
          '2022.csv: Revised: ReReferral, Southampton, 2021: c became 28',
        ],
      },
    })
    await load(['2021.csv', reReferrals('25')])
    expect(await valuesOver(database.pool, 'ReReferral', '331')).toEqual([
      { period: '2021', value: 24.8, marker: null },
    ])
  })
})

describe('what is not sound', () => {
  test('rows come back with row, column and reason; mended and given again they are loaded', async () => {
    const text =
      `A title\n${header}ReReferral,2021,331,Coventry,25,\nReReferral,20-21,831,Derby,21,\nReReferral,2021,Derby,Derby,21,\n` +
      'ReReferral,2021,831,Derby,"12,,5",\nReReferral,2021,852,Southampton,5,c\nReReferral,2021,874,Peterborough,,q\n' +
      'ReReferral,2021,331,Coventry,26,\nReReferral,2021,350\n,2021,350,Bolton,7,\nReReferral,2021,350,Bolton,-,\n'
    const loaded = await load(['lait.csv', text])
    if (!loaded.ok) throw new Error(loaded.says)
    const [{ header: names, refused } = { header: [], refused: [] }] = loaded.value.toMend
    expect(refused.map(({ row, column }) => [row, column])).toEqual([
      [4, 'period'],
      [5, 'area_code'],
      [6, 'value'],
      [7, 'marker'],
      [8, 'marker'],
      [9, 'value'],
      [10, null],
      [11, 'measure'],
    ])
    expect(refused[2]?.reason).toBe('“12,,5” is neither a number nor one of the signs x, c, z, u, k, low, : or -.')
    expect(await cells()).toBe(2)
    const mended = mendFile(names, [
      { ...refused[2]!, cells: ['ReReferral', '2021', '831', 'Derby', '12.5', ''] },
      { ...refused[3]!, cells: ['ReReferral', '2021', '852', 'Southampton', '-', ''] },
    ])
    expect(await load(['lait-to-mend.csv', mended])).toMatchObject({
      ok: true,
      value: { loaded: 2, toMend: [{ header: names, refused: [] }] },
    })
    expect(await ask('ReReferral', '852', '2021')).toMatchObject({ ok: true, value: { value: null, marker: '-' } })
  })

  test.each([
    [
      'a renamed column',
      reReferrals('25').replace('area_code', 'code'),
      'it looks like the Local Authority Interactive Tool’s figures, but has no column area_code',
    ],
    ['half a file', reReferrals('25').slice(0, 150), 'it ends in the middle of row 5, so a part of it is missing'],
    ['a quotation mark never closed', reReferrals('25').replace('Derby', '"Derby'), 'it ends in the middle of row 3'],
    ['another table', 'colour,shape\nred,round\n', 'its header is of none of these'],
    ['no rows', header, 'it has no rows'],
    ['no sound row', `${header}A,B,331,Coventry,5,\n`, 'no row of it is sound; row 2: “B” is not a period'],
    ['nothing', '', 'its header is of none of these'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254]), 'its header is of none of these'],
    ['a broken workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'it cannot be read: It is not a sound workbook'],
  ])('%s: one sentence, and nothing of it is loaded', async (_, text, says) => {
    const loaded = await load(['lait.csv', text])
    expect(loaded).toMatchObject({
      ok: false,
      says: expect.stringContaining(`Nothing of lait.csv was loaded: ${says}`),
    })
    expect(await cells()).toBe(0)
  })

  test('half a file, cut where a row ends, is known by its last series, which has fewer areas than every other', async () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => `Series ${Math.floor(i / 4)},2021,${331 + (i % 4)},Area,${i},`)
    expect(await load(['lait.csv', `${header}${rows.slice(0, 502).join('\n')}\n`])).toMatchObject({
      ok: false,
      says: 'Nothing of lait.csv was loaded: its last series has figures of 2 areas and every other of 4, so a part of it is missing.',
    })
    expect(await load(['lait.csv', `${header}${rows.join('\n')}\n`])).toMatchObject({
      ok: true,
      value: { loaded: 1_000 },
    })
  })

  test('of two files the sound one is loaded', async () => {
    const loaded = await load(['half.csv', reReferrals('25').slice(0, 150)], ['lait.csv', reReferrals('25')])
    expect(loaded).toMatchObject({ ok: true, value: { loaded: 6, failed: [expect.stringContaining('half.csv')] } })
  })

  test('a model without this authority is refused; a newer one with it holds from its month', async () => {
    await load(['lait.csv', reReferrals('25')])
    await database.pool.query(`insert into setting values ('council.authority', '2020-01-01', '331', null, now())`)
    const model = (authority: string): string =>
      `model,la_code,la_name,rank,neighbour_code,neighbour_name,closeness\n2026-09,${authority},X,1,874,Peterborough,Close\n2026-09,${authority},X,2,831,Derby,Close\n`
    expect(await load(['sn.csv', model('830')])).toMatchObject({
      ok: false,
      says: 'Nothing of sn.csv was loaded: its model of 2026-09 has no neighbours of 331, the authority this record is of.',
    })
    expect(await load(['sn.csv', model('331')])).toMatchObject({ ok: true, value: { loaded: 2 } })
    expect(await ask('ReReferral', '331')).toMatchObject({
      ok: true,
      value: { neighbours: { model: '2026-09', areas: [{ code: '874' }, { code: '831' }] } },
    })
  })
})

describe('Explore Education Statistics', () => {
  const ees =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,age_group,population_estimate,share\n' +
    '2021,Reporting year,National,E92000001,England,,,,,,Children aged 0 to 17 years,12000010,x\n' +
    '2021,Reporting year,Regional,E92000001,England,E12000005,West Midlands,,,,Children aged 0 to 17 years,1300000,5\n' +
    '2021,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,331,E08000026,Coventry,Children aged 0 to 17 years,83012,low\n' +
    '2021,Reporting year,School,E92000001,England,E12000005,West Midlands,331,E08000026,Coventry,Children aged 0 to 17 years,5,5\n'

  test('places are the same in both numberings; an indicator with one breakdown is known by itself', async () => {
    const loaded = await load(['population.csv', ees])
    expect(loaded).toMatchObject({
      ok: true,
      value: { loaded: 6, notes: ['population.csv: Passed over, not of an authority: 1 row of School.'] },
    })
    expect(await ask('population_estimate', 'E08000026', '2021')).toMatchObject({
      ok: true,
      value: { area: '331', value: 83_012, region: { value: 1_300_000 }, england: { value: 12_000_010 } },
    })
    expect(await ask('share', '331', '2021')).toMatchObject({ ok: true, value: { value: null, marker: 'low' } })
    expect(await population0to17(database.pool, '331', 2021)).toBe(83_012)
    expect(await population0to17(database.pool, '331', 2022)).toBeNull()
  })

  test('a cell that is no figure is to be mended, with its column; the rest of the row is loaded', async () => {
    const loaded = await load(['population.csv', ees.replace('83012', '83 thousand')])
    expect(loaded).toMatchObject({
      ok: true,
      value: { loaded: 5, toMend: [{ refused: [{ row: 4, column: 'population_estimate' }] }] },
    })
  })

  test('terms of one year stay apart, and so do breakdowns', async () => {
    const rows = ees.split('\n')
    const term = (name: string, value: string): string =>
      (rows[3] ?? '').replace('Reporting year', name).replace('2021', '202122').replace('83012', value)
    const boys = term('Autumn term', '4').replace('aged 0 to 17 years', 'boys')
    await load(['terms.csv', [rows[0], term('Autumn term', '1'), term('Spring term', '2'), boys, ''].join('\n')])
    const values = (name: string) => valuesOver(database.pool, name, '331')
    expect(
      (await values('population_estimate (age_group: Children aged 0 to 17 years)')).map(({ period }) => period),
    ).toEqual(['202122 Autumn term', '202122 Spring term'])
    expect(await ask('population_estimate', '331')).toMatchObject({ ok: false, code: 'comparator.several-series' })
  })

  test('without the column that says which authority it is, nothing is loaded', async () => {
    expect(await load(['population.csv', ees.replace('old_la_code', 'la')])).toMatchObject({
      ok: false,
      says: expect.stringContaining('has no column old_la_code'),
    })
  })
})
