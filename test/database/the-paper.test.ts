/**
 * The Scrutiny Board's paper of 21 July 2022, from the files that a council has to an empty database and out again: each
 * figure and each label as the paper prints them. Where the paper is wrong the page is right, and explains itself.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readerFor } from '../../src/core/access/access.ts'
import type { Importer } from '../../src/core/batches/importer.ts'
import { day, moment } from '../../src/core/calendar/index.ts'
import { openSettings } from '../../src/core/work/settings.ts'
import { importCinCensus } from '../../src/imports/cin-census/index.ts'
import { importOfsted } from '../../src/insight/ofsted/index.ts'
import { draftPack, type MeasureLine, type PackContent, type PackTable } from '../../src/insight/pack/index.ts'
import { importSsda903 } from '../../src/insight/placements/index.ts'
import { importComparators } from '../../src/insight/published/index.ts'
import { targetsImporter } from '../../src/insight/targets/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { recordEnquiries } from '../support/paper/enquiries.ts'
import { paperFiles } from '../support/paper/index.ts'
import { lookedAfter, threeOrMore } from '../support/paper/returns.ts'

const now = moment('2022-07-21T09:00:00.000Z')
const definitions = assembleHeartwood()
const { measures } = definitions
const importers: Readonly<Record<keyof ReturnType<typeof paperFiles>, Importer>> = {
  cin: importCinCensus,
  comparators: importComparators,
  ofsted: importOfsted,
  targets: targetsImporter(measures),
  ssda903: importSsda903,
}

let database: TestDatabase
let pack: PackContent

beforeAll(async () => {
  database = await freshDatabase()
  const { pool } = database
  for (const [kind, files] of Object.entries(paperFiles())) {
    const given = files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))
    const imported = await importers[kind as keyof typeof importers](given, { pool, now, progress: () => {} }) // its own keys
    if (!imported.ok) throw new Error(imported.says)
    expect(
      imported.value.toMend.flatMap(({ refused }) => refused),
      kind,
    ).toEqual([])
  }
  await recordEnquiries(pool, definitions)
  const reader = readerFor(pool, { worker: 0, role: 'performance analyst', team: null })
  const settings = await openSettings(pool)
  const drafted = await draftPack({ reader, pool, settings, measures, council: 'Coventry' }, day('2022-07-21'), null)
  if (!drafted.ok) throw new Error(drafted.says)
  pack = drafted.value
})
afterAll(() => database?.drop())

const blocks = () => pack.sections.flatMap((section) => section.blocks)
function line(measure: string): MeasureLine {
  for (const block of blocks())
    if (block.kind === 'measures') {
      const found = block.lines.find((one) => one.measure === measure)
      if (found !== undefined) return found
    }
  throw new Error(`The pack has no ${measure}`)
}
function tableOf(id: string): PackTable {
  const found = blocks().find((block) => block.kind === 'table' && block.table.id === id)
  if (found?.kind !== 'table') throw new Error(`The pack has no table ${id}`)
  return found.table
}
const figures = (measure: string): Record<string, string> =>
  Object.fromEntries(line(measure).figures.map(({ label, printed }) => [label, printed]))

describe('referrals and child protection plans', () => {
  test('repeat plans within two years: 6.0 year to date, 8.5 rolling, target 12', () => {
    expect(figures('repeat-plans-2-years')).toMatchObject({ 'Year to date': '6.0%', 'Rolling twelve months': '8.5%' })
    expect(line('repeat-plans-2-years').target).toMatchObject({ printed: '12%' })
    expect(line('repeat-plans-2-years').sentence).toBe('Better than the target; worse than the year before.')
  })

  test('re-referrals: 22.6 year to date, 23.7 rolling, target 24', () => {
    expect(figures('re-referrals-12-months')).toMatchObject({
      'Year to date': '22.6%',
      'Rolling twelve months': '23.7%',
    })
    expect(line('re-referrals-12-months').target).toMatchObject({ printed: '24%' })
    expect(line('re-referrals-12-months').sentence).toBe('Better than the target; better than the year before.')
  })

  test('second or later plans however long ago are another measure, labelled as such', () => {
    expect(figures('repeat-plans-ever')).toMatchObject({ 'Year to date': '20.0%', 'Rolling twelve months': '20.0%' })
    expect(line('repeat-plans-ever').comparators.map(({ label, printed }) => [label, printed])).toEqual([
      ['Statistical neighbours', '22.2%'],
      ['West Midlands', '22.7%'],
      ['England', '22.1%'],
    ])
  })
})

describe('in time, of the year to March 2021, the last that national figures are out for', () => {
  test.each([
    ['assessments-45-from-start', '84.0%'],
    ['enquiries-15', '98.0%'],
    ['initial-conferences-15', '90.0%'],
    ['conferences-to-plans', '96.0%'],
  ])('%s: %s', (measure, printed) => {
    expect(line(measure).figures[0]).toMatchObject({ label: 'In the year', period: '2020-21', printed })
  })

  test('the paper has assessments over the national average: England published 87.6, and the page says so', () => {
    expect(line('assessments-45-from-start').sentence).toContain('worse than England')
    expect(line('initial-conferences-15').sentence).toContain('better than England')
  })
})

describe('the Ofsted profile', () => {
  test('each figure and label; the overall label comes out below national', () => {
    expect(tableOf('ofsted-profile').rows).toEqual([
      ['Early years*', '98.6%', 'Above statistical neighbours (97.1%)', 'Above national (97.6%)'],
      ['Primary', '91.4%', 'Below statistical neighbours (91.7%)', 'Below national (91.8%)'],
      ['Secondary', '86.4%', 'Above statistical neighbours (81.6%)', 'Above national (85.7%)'],
      ['Special', '78.6%', 'Below statistical neighbours (87.6%)', 'Below national (94.1%)'],
      ['Overall', '89.2%', 'Above statistical neighbours (87.6%)', 'Below national (89.3%)'],
    ])
  })

  test('with the paper’s caveat on early years, and the label explained', () => {
    const { notes, title } = tableOf('ofsted-profile')
    expect(title).toContain('1 July 2022')
    expect(notes.join(' ')).toContain('all three figures as at 31 August 2021')
    expect(notes.join(' ')).toContain('The city’s latest figure is 98.7%, as at 31 March 2022')
    expect(notes).toContain('Overall: 89.2% is below the national 89.3%, by 0.1 of a percentage point.')
  })
})

test('three or more placements, a bar for each year', () => {
  const chart = blocks().find((block) => block.kind === 'chart' && block.chart.id === 'three-or-more-placements-chart')
  expect(chart).toMatchObject({
    chart: {
      categories: Object.keys(threeOrMore),
      series: [{ values: Object.values(threeOrMore).map((count) => Number(((100 * count) / lookedAfter).toFixed(1))) }],
    },
  })
})

test('nothing is missing, and nothing is small enough to withhold', () => {
  expect(blocks().filter((block) => block.kind === 'missing')).toEqual([])
  expect(JSON.stringify(pack.sections)).not.toContain('"c"')
})
