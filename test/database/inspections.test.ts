/** Ofsted's files in the database; the shared file's figures, recomputed here from the file itself, row by row. */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportContext } from '../../src/core/batches/importer.ts'
import { type Day, day, moment } from '../../src/core/calendar/index.ts'
import type { Outcome } from '../../src/core/outcomes.ts'
import { comparedWith, earlyYears, importOfsted, ofstedProfile, type Profile } from '../../src/insight/ofsted/index.ts'
import { readCsvText } from '../../src/returns/reading/csv-text.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const shared = new URL('../../../shared/data/ofsted/state_funded_schools_2025-08-31.csv', import.meta.url)

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())

const context = (of: TestDatabase): ImportContext => ({
  pool: of.pool,
  now: moment('2026-11-23T10:00:00.000Z'),
  progress: () => {},
})
const given = (name: string, text: string | Uint8Array) => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
})
function expectDone<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}
const profileOf = async (of: TestDatabase, date: string, authority: string | readonly string[]): Promise<Profile> =>
  expectDone(await ofstedProfile(of.pool, { date: day(date), authority }))

describe.skipIf(!existsSync(shared))('the file of ../shared/data/ofsted', () => {
  const [head = [], ...rows] = existsSync(shared) ? readCsvText(readFileSync(shared, 'utf8')) : []
  const cell = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? ''
  const iso = (text: string): string => text.split('/').reverse().join('-')

  beforeAll(async () => {
    const loaded = expectDone(
      await importOfsted([given('schools_2025-08-31.csv', readFileSync(shared))], context(database)),
    )
    expect(loaded).toMatchObject({ loaded: 1816, toMend: [], notes: [] })
  })

  test('Coventry: 88.7 overall, 89.5 primary, 88.1 secondary, 86.4 special', async () => {
    const { schools, percentGoodOrBetter, coverage, inherited } = await profileOf(database, '2025-08-31', '331')
    expect(percentGoodOrBetter).toMatchObject({ overall: 88.7, primary: 89.5, secondary: 88.1, special: 86.4 })
    expect([schools.total, schools.judged]).toEqual([118, 100])
    expect(inherited.without).toMatchObject({ overall: 90.1, primary: 92.9, secondary: 87.3, special: 82.1 })
    expect(coverage).toContain('118 schools of Coventry')
    expect(coverage).toContain('Left out: 18 schools last inspected since 1 September 2024')
  })

  test('at any day, for each authority, some together and all: what adding up the file gives', async () => {
    const authorities = [...new Set(rows.map((row) => cell(row, 'LAESTAB').slice(0, 3)))]
    expect(authorities).toHaveLength(16)
    for (const date of ['2025-08-31', '2026-11-23', '2024-08-31', '2022-07-21', '2015-01-01', '2000-01-01']) {
      for (const authority of [...authorities, 'england', ['831', '350', '874']] as const) {
        const own = rows.filter((row) =>
          authority === 'england' ? true : [authority].flat().includes(cell(row, 'LAESTAB').slice(0, 3)),
        )
        const { schools, percentGoodOrBetter } = await profileOf(database, date, authority)
        expect(schools.total).toBe(own.length)
        for (const [key, phase] of [
          ['primary', 'Primary'],
          ['secondary', 'Secondary'],
          ['special', 'Special'],
          ['overall', ''],
        ] as const) {
          const added = addedUp(
            own.filter((row) => phase === '' || cell(row, 'Ofsted phase') === phase),
            date,
          )
          expect(percentGoodOrBetter[key]).toBe(added.percent)
          if (key === 'overall') expect(schools.judged).toBe(added.judged)
        }
      }
    }
  })

  /** The grade that held on the day, as a person would read it off the two inspections of a row. */
  function addedUp(own: readonly (readonly string[])[], date: string): { judged: number; percent: number | null } {
    let [judged, pupils, good] = [0, 0, 0]
    for (const row of own) {
      const latest = iso(cell(row, 'Inspection start date'))
      const before = iso(cell(row, 'Previous inspection start date'))
      const grade =
        latest !== '' && latest <= date
          ? cell(row, 'Overall effectiveness')
          : before !== '' && before <= date
            ? cell(row, 'Previous graded inspection overall effectiveness')
            : ''
      if (!['1', '2', '3', '4'].includes(grade)) continue
      judged += 1
      pupils += Number(cell(row, 'Total number of pupils'))
      if (Number(grade) <= 2) good += Number(cell(row, 'Total number of pupils'))
    }
    return { judged, percent: pupils === 0 ? null : Math.round((good * 1000) / pupils) / 10 }
  }

  test('eras are apart, and all schools are in one of them or said to be left out', async () => {
    const { eras, schools, percentGoodOrBetter } = await profileOf(database, '2025-08-31', '331')
    expect(eras.map(({ era, schools }) => [era, schools])).toEqual([
      ['grades', 100],
      ['key-judgements', 18],
      ['report-card', 0],
    ])
    expect(eras[0]?.percentMet).toBe(percentGoodOrBetter.overall)
    expect(schools.byPhase.primary.judged + schools.byPhase.secondary.judged).toBe(90)
  })

  test('the same file again adds nothing; half of it, or a renamed column, loads nothing', async () => {
    const file = readFileSync(shared)
    const again = expectDone(await importOfsted([given('again.csv', file)], context(database)))
    expect(again).toMatchObject({ loaded: 0, says: 'again.csv was loaded already.' })
    const half = await importOfsted([given('half.csv', file.subarray(0, file.length / 2))], context(database))
    expect(half).toMatchObject({ ok: false, code: 'import.not-this' })
    const renamed = file.toString('utf8').replace('Ofsted phase', 'Phase of school')
    expect(await importOfsted([given('renamed.csv', renamed)], context(database))).toMatchObject({ ok: false })
    const { rows: batches } = await database.pool.query("select name from batch where kind = 'inspections'")
    expect(batches).toEqual([{ name: 'schools_2025-08-31.csv' }])
  })

  test('an authority that is not in it is said, alone and among others', async () => {
    const none = await ofstedProfile(database.pool, { date: day('2025-08-31'), authority: '999' })
    expect(none).toMatchObject({ ok: false, code: 'inspections.authority-not-in-file' })
    const { coverage } = await profileOf(database, '2025-08-31', ['831', '999'])
    expect(coverage).toContain('Not in the file: authority 999.')
  })
})

describe('releases, what was mended, and the register of childcare', () => {
  const columns = [
    'URN,LAESTAB,School name,Ofsted phase,Local authority,Total number of pupils,Inspection start date',
    'Does the latest graded inspection relate to the URN of the current school?,Overall effectiveness',
    'Previous inspection start date,Does the previous graded inspection relate to the URN of the current school?',
    'Previous graded inspection overall effectiveness',
  ].join(',')
  const ash = '100001,3312001,Ash,Primary,Coventry,100,03/07/2023,Yes,2,04/03/2019,Yes,3'
  const elm = '100002,3312002,Elm,Primary,Coventry,300,03/07/2022,Yes,3,,,'
  const own = () => freshDatabase()
  const load = async (of: TestDatabase, name: string, ...lines: readonly string[]) =>
    expectDone(await importOfsted([given(name, `${lines.join('\n')}\n`)], context(of)))

  test('the first release as at the day or later is asked, and the last where there is none', async () => {
    const of = await own()
    try {
      expect(await ofstedProfile(of.pool, { date: day('2025-01-01'), authority: 'england' })).toMatchObject({
        ok: false,
        code: 'inspections.not-loaded',
      })
      await load(
        of,
        'a-2022-08-31.csv',
        columns,
        ash.replace('03/07/2023,Yes,2,04/03/2019,Yes,3', '04/03/2019,Yes,3,,,'),
      )
      await load(of, 'b-2023-08-31.csv', columns, ash, elm)
      const asked = async (date: string) => {
        const { asAt, percentGoodOrBetter } = await profileOf(of, date, '331')
        return [asAt, percentGoodOrBetter.overall]
      }
      expect(await asked('2022-07-31')).toEqual(['2022-08-31', 0])
      expect(await asked('2022-09-01')).toEqual(['2023-08-31', 0])
      expect(await asked('2024-09-01')).toEqual(['2023-08-31', 25])
      const revised = await load(of, 'c-2023-08-31.csv', columns, ash, elm.replace(',300,', ',100,'))
      expect(revised).toMatchObject({ loaded: 1, notes: ['Revised: Elm (100002), pupils: 300, now 100.'] })
      expect(await asked('2024-09-01')).toEqual(['2023-08-31', 50])
    } finally {
      await of.drop()
    }
  })

  test('a row that was mended joins the release it came from, and a row to mend takes no school away', async () => {
    const of = await own()
    try {
      const first = await load(of, 'a-2023-08-31.csv', columns, ash, elm.replace(',3,,,', ',9x,,,'))
      expect(first.toMend).toMatchObject([{ refused: [{ row: 3, column: 'Overall effectiveness' }] }])
      const mended = await load(of, 'mended.csv', `Row,Column,Reason,${columns}`, `3,,,${elm}`)
      expect(mended).toMatchObject({ loaded: 1, toMend: [] })
      expect((await profileOf(of, '2023-08-31', '331')).percentGoodOrBetter.overall).toBe(25)
      const again = await load(of, 'b-2023-08-31.csv', columns, ash.replace('100001', '1x'), elm)
      expect(again).toMatchObject({ loaded: 0, notes: [] })
      expect((await profileOf(of, '2023-08-31', '331')).schools.total).toBe(2)
    } finally {
      await of.drop()
    }
  })

  test('early years: not loaded, then providers that hold a grade; compared as printed', async () => {
    const of = await own()
    try {
      const asked = async (date: string, authority: string) =>
        expectDone(await earlyYears(of.pool, { date: date as Day, authority }))
      expect(await asked('2023-03-31', '331')).toBeNull()
      await load(of, 'schools-2023-08-31.csv', columns, ash, elm)
      const register = await load(
        of,
        'childcare_2025-12-31.csv',
        'Childcare providers and inspections',
        'Web link,Provider URN,Local authority,Provider status,Provider type,Places,Most recent inspection: Inspection date,Most recent inspection: Overall effectiveness',
        ',EY100001,Coventry,Active,Childminder,6,03/05/2022,Good',
        ',EY100002,Coventry,Active,Childcare on non-domestic premises,54,03/05/2022,4',
        ',EY100003,Coventry,Active,Childminder,6,03/05/2022,Met',
        ',EY100004,Coventry,Resigned,Childminder,6,03/05/2022,1',
        ',EY100005,Coventry,Active,Childminder,6,,',
        ',EY100006,Coventry,Active,Childminder,6,01/12/2025,',
        ',EY100007,Leeds,Active,Childminder,6,03/05/2022,Outstanding',
        ',EY100008,Leeds,Active,Childminder,six,03/05/2022,Outstanding',
      )
      expect(register).toMatchObject({ loaded: 6, notes: ['1 provider that is not active was passed over.'] })
      expect(register.toMend).toMatchObject([{ refused: [{ row: 10, column: 'Places' }] }])
      expect(await asked('2025-12-31', '331')).toMatchObject({
        providers: 5,
        judged: 2,
        goodOrBetter: 1,
        percentGoodOrBetter: 50,
        percentOfPlaces: 10,
      })
      expect(await asked('2025-12-31', 'england')).toMatchObject({ providers: 6, percentGoodOrBetter: 66.7 })
      expect((await asked('2022-01-01', '331'))?.percentGoodOrBetter).toBeNull()
      expect(comparedWith(50, 66.7)).toBe('below')
    } finally {
      await of.drop()
    }
  })
})
