/** SSDA903 returns kept as batches; three or more placements, recomputed here in SQL by another road. */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportContext } from '../../src/core/batches/importer.ts'
import { day, moment } from '../../src/core/calendar/index.ts'
import { importSsda903, threeOrMorePlacements } from '../../src/insight/placements/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const shared = new URL('../../../shared/data/returns/ssda903/', import.meta.url)
const folders = ['2017', '2018', '2019', '2020', '2021']

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
const load = async (of: TestDatabase, files: readonly { name: string; bytes: Uint8Array }[]) => {
  const loaded = await importSsda903(files, context(of))
  if (!loaded.ok) throw new Error(loaded.says)
  return loaded.value
}

/** One sum over each child's rows, where the code under test walks histories. The shared files hold no
 *  temporary placements, so that rule is left to the unit tests. */
const bySql = `
  with lasting as (
    select *, year_ending - interval '1 year' as before from returned_episode where legal_status not in ('V3', 'V4')
  ), placements as (
    select year_ending, child, count(*) filter (
        where started > before and started <= year_ending
          and (reason = 'S' or (reason in ('P', 'B') and placement not in ('A3', 'A5')))
      ) + (bool_or(started <= before and (ended is null or ended > before)))::int as placements,
      bool_or(started <= year_ending and (ended is null or ended > year_ending)) as here
    from lasting group by year_ending, child
  )
  select year_ending as ending, count(*)::int as children, count(*) filter (where placements >= 3)::int as "threeOrMore"
  from placements where here group by 1 order by 1`

describe.skipIf(!existsSync(shared))('the returns of ../shared/data/returns/ssda903', () => {
  const files = ['header', 'episodes', 'reviews'].flatMap((table) =>
    folders.map((folder) => ({
      name: `ssda903/${folder}/${table}.csv`,
      bytes: existsSync(shared) ? readFileSync(new URL(`${folder}/${table}.csv`, shared)) : new Uint8Array(),
    })),
  )

  test('five years, each from its own return: what SQL counts another way', async () => {
    const loaded = await load(database, files)
    expect(loaded).toMatchObject({ loaded: 1460 + 974 + 648 + 402 + 253, toMend: [], failed: [] })
    expect(loaded.notes.at(-1)).toBe('Passed over, having no episodes: 10 files.')
    const counted = await threeOrMorePlacements(database.pool, { upTo: day('2026-11-23'), years: 5 })
    const { rows } = await database.pool.query(bySql)
    expect(rows.map(({ ending }) => ending)).toEqual(['2018', '2019', '2020', '2021', '2022'].map((y) => `${y}-03-31`))
    expect(counted?.years.map(({ percent: _, ...year }) => year)).toEqual(rows)
    for (const { percent, threeOrMore, children } of counted?.years ?? []) {
      expect(percent).toBeCloseTo((100 * threeOrMore) / children, 1)
      expect(threeOrMore).toBeGreaterThan(0)
    }
  })

  test('years that had ended by a day; the same files again add nothing', async () => {
    const early = await threeOrMorePlacements(database.pool, { upTo: day('2020-03-30'), years: 5 })
    expect(early?.years.map(({ ending }) => ending)).toEqual(['2018-03-31', '2019-03-31'])
    const last = await threeOrMorePlacements(database.pool, { upTo: day('2026-11-23'), years: 1 })
    expect(last?.years.map(({ ending }) => ending)).toEqual(['2022-03-31'])
    expect(await load(database, files)).toMatchObject({ loaded: 0 })
  })
})

describe('one year loaded again, and rows that were mended', () => {
  const head = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
  const row = (child: string, decom: string) => `${child},${decom},S,C2,N1,U4,PR1,,,,CV1 1AA,CV2 2BB,SC1`
  const file = (name: string, ...lines: readonly string[]) => ({
    name,
    bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
  })

  test('a later return of a year takes the place of the earlier, a mended file joins it', async () => {
    const of = await freshDatabase()
    try {
      const children = async () =>
        (await threeOrMorePlacements(of.pool, { upTo: day('2022-12-31'), years: 1 }))?.years.map(
          (year) => year.children,
        )
      expect(await threeOrMorePlacements(of.pool, { upTo: day('2022-12-31'), years: 1 })).toBeNull()
      const first = await load(of, [file('episodes.csv', head, row('A1', '01/05/2021'), row('A2', '31/02/2022'))])
      expect(first.toMend).toMatchObject([{ refused: [{ row: 3, column: 'DECOM' }] }])
      expect(await children()).toEqual([1])
      const mended = `3,,,${row('A2', '28/02/2022')}`
      expect(await load(of, [file('episodes-to-mend.csv', `Row,Column,Reason,${head}`, mended)])).toMatchObject({
        loaded: 1,
        notes: [],
      })
      expect(await children()).toEqual([2])
      const later = [row('A1', '01/05/2021'), row('A2', '28/02/2022'), row('A3', '01/03/2022')]
      const { notes } = await load(of, [file('episodes-2.csv', head, ...later)])
      expect(notes).toEqual(['They take the place of those loaded before for the year ending 31 March 2022.'])
      expect(await children()).toEqual([3])
    } finally {
      await of.drop()
    }
  })

  test('a file that cannot be read loads nothing', async () => {
    const refused = await importSsda903([file('other.csv', 'a,b', '1,2')], context(database))
    expect(refused).toMatchObject({ ok: false, code: 'import.not-this' })
  })
})
