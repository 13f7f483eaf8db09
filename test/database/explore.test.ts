/** Figures from typed columns, held against PostgreSQL's own sums over the city, and kept up to date as people write. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '../../src/city/index.ts'
import { readerFor } from '../../src/core/access/access.ts'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { type Day, day, moment, monthsOf, yearToDate } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/measure.ts'
import { rebuild } from '../../src/core/projection/rebuild.ts'
import { openDirectory } from '../../src/core/work/directory.ts'
import {
  behind,
  type Columns,
  cubeOf,
  type DimensionId,
  dimensions,
  type Explore,
  exploreOver,
  figureOf,
  groupNames,
  groupsOf,
  monthsOfMeasure,
  rollingAndYearToDate,
} from '../../src/insight/explore/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const definitions = assembleHeartwood()
const { measures } = definitions
const today = day('2026-11-23')
const period = yearToDate(today)
const tenYears = { from: day('2016-12-01'), to: today }

let city: TestDatabase
let explore: Explore
beforeAll(async () => {
  city = await freshDatabase()
  expect(await loadCity(city.pool, { seed: 1, asAt: today, size: 0.02, definitions })).toMatchObject({ ok: true })
  explore = exploreOver(city.pool, measures)
})
afterAll(() => city?.drop())

const reader = () => readerFor(city.pool, { worker: 1, role: 'performance analyst', team: null })

async function columnsNow(): Promise<Columns> {
  const explored = await explore.now(reader(), 'test')
  if (!explored.ok) throw new Error(explored.says)
  return explored.value.columns
}

interface Row {
  readonly group: string | null
  readonly numerator: number
  readonly denominator: number
}

/** How PostgreSQL finds the group of a contribution `c` of the person `p`; `on` is the day on which it is asked. */
const groupInSql: Readonly<Record<DimensionId, (on: string) => string>> = {
  team: () => 'c.team::text',
  school: () => 'p.school::text',
  sex: () => 'p.sex',
  ethnicity: () => 'p.ethnicity',
  ward: (on) => `(select case when a.protected then 'protected' else substr(a.postcode, 1, length(a.postcode) - 4) end
    from address a where a.record = c.record and a.kind = 'home' and coalesce(a.since, '-infinity') <= ${on}
      and coalesce(a.until, 'infinity') > ${on} order by a.since desc nulls last, a.position desc limit 1)`,
  need: (on) => `(select l.kind from listed l where l.record = c.record and l.step in ('referral', 'referralDecision')
    and l.kind is not null and l.day <= ${on} order by l.day desc, l.position desc limit 1)`,
  age: (on) => `case when p.born is null then 'unknown' when p.born > ${on} then 'unborn'
    when extract(year from age(${on}, p.born)) < 1 then 'under-1' when extract(year from age(${on}, p.born)) < 5 then '1-4'
    when extract(year from age(${on}, p.born)) < 10 then '5-9' when extract(year from age(${on}, p.born)) < 16 then '10-15'
    when extract(year from age(${on}, p.born)) < 18 then '16-17' else '18-over' end`,
}

async function inSql(measure: Measure, by: DimensionId | null): Promise<Row[]> {
  const isAtDate = measure.over === 'date'
  const group = by === null ? 'null' : groupInSql[by](isAtDate ? '$4::date' : 'c.day')
  const { rows } = await city.pool.query<Row>(
    `select ${group} as "group", coalesce(sum(c.numerator) filter (where c.measure = $1), 0)::int as numerator,
       coalesce(sum(c.denominator) filter (where c.measure = $2), 0)::int as denominator
     from contribution c join person p using (record)
     where c.measure in ($1, $2) and c.day <= $4 and ($5 or c.day >= $3) group by 1`,
    [measure.from.numerator, measure.from.denominator, period.from, period.to, isAtDate],
  )
  return rows.filter((row) => row.numerator !== 0 || row.denominator !== 0)
}

const sorted = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => String(a.group).localeCompare(String(b.group)))

describe('the columns give what PostgreSQL gives', () => {
  test('for every measure, altogether and by every dimension', async () => {
    const columns = await columnsNow()
    const directory = await openDirectory(city.pool)
    let groups = 0
    for (const measure of measures) {
      const [whole] = await inSql(measure, null)
      const { numerator, denominator } = figureOf(columns, measure, period)
      expect({ numerator, denominator }, measure.id).toEqual({
        numerator: whole?.numerator ?? 0,
        denominator: whole?.denominator ?? 0,
      })
      for (const { id: by } of dimensions) {
        const nameOf = groupNames(columns, by, { directory, definitions })
        const ours = groupsOf(columns, measure, period, by).map(({ code, ...sum }) => {
          const { id } = nameOf(code)
          return { group: id === 'none' ? null : id, ...sum }
        })
        expect(sorted(ours), `${measure.id} by ${by}`).toEqual(sorted(await inSql(measure, by)))
        groups += ours.length
      }
    }
    expect(groups).toBeGreaterThan(measures.length * 5)
  })

  test('for every measure, month by month', async () => {
    const columns = await columnsNow()
    for (const measure of measures.filter((one) => one.over === 'period')) {
      const { rows } = await city.pool.query<{ month: Day; numerator: number; denominator: number }>(
        `select month::date as month, coalesce(sum(numerator) filter (where measure = $1), 0)::int as numerator,
           coalesce(sum(denominator) filter (where measure = $2), 0)::int as denominator
         from generate_series($3::date, $4::date, '1 month') month
         left join contribution on measure in ($1, $2) and date_trunc('month', day) = month and day <= $4
         group by 1 order by 1`,
        [measure.from.numerator, measure.from.denominator, tenYears.from, tenYears.to],
      )
      expect(monthsOfMeasure(columns, measure, tenYears), measure.id).toEqual(rows)
    }
  })

  test('read ahead for nobody, they are there for who asks first, and nobody is in the access log for it', async () => {
    const logged = async () => (await city.pool.query('select from access_log')).rowCount
    const ahead = exploreOver(city.pool, measures)
    const before = await logged()
    await ahead.begin()
    expect(await logged()).toBe(before)
    const [first, then] = [await ahead.now(reader(), 'test'), await explore.now(reader(), 'test')]
    if (!first.ok || !then.ok) throw new Error('The columns are denied')
    for (const measure of measures)
      expect(figureOf(first.value.columns, measure, period), measure.id).toEqual(
        figureOf(then.value.columns, measure, period),
      )
  })

  test('months of one group add up, and at a date follow the group as children grow older', async () => {
    const columns = await columnsNow()
    for (const measure of measures) {
      const whole = monthsOfMeasure(columns, measure, period)
      for (const by of ['age', 'team'] as const) {
        const codes = by === 'age' ? [0, 1, 2, 3, 4, 5, 6, 7] : columns.teams.values.map((_, code) => code)
        const parts = codes.map((code) => monthsOfMeasure(columns, measure, period, { by, code }))
        const added = whole.map((_, at) => parts.reduce((sum, one) => sum + one[at]!.numerator, 0))
        expect(added, `${measure.id} by ${by}`).toEqual(whole.map((one) => one.numerator))
      }
    }
  })

  test('the cube of measures, months and teams holds each figure, and its windows those of PostgreSQL', async () => {
    const columns = await columnsNow()
    const cube = cubeOf(columns, tenYears)
    const { rolling, yearToDate: ytd } = rollingAndYearToDate(cube)
    const months = monthsOf(tenYears)
    for (const [place, id] of cube.measures.entries()) {
      const measure = measures.find((one) => one.id === id)!
      const own = { ...measure, from: { numerator: id, denominator: id } }
      const start = place * cube.months * cube.teams.length
      const totalAt = (of: Int32Array, month: number) =>
        of
          .subarray(start + month * cube.teams.length, start + (month + 1) * cube.teams.length)
          .reduce((sum, one) => sum + one, 0)
      const last = months.length - 1
      for (const month of [0, 40, last - 1])
        expect(totalAt(cube.numerator, month), id).toBe(figureOf(columns, own, months[month]!).numerator)
      // Contributions of measures at a date may lie after today: of the month that runs they are not counted yet.
      expect(totalAt(cube.numerator, last), id).toBe(
        figureOf(columns, own, { from: months[last]!.from, to: today }).numerator,
      )
      if (measure.over === 'date') continue
      const year = { from: months[last - 11]!.from, to: months[last]!.to }
      expect(totalAt(rolling.denominator, last), id).toBe(figureOf(columns, own, year).denominator)
      const since = { from: day('2026-04-01'), to: months[last]!.to }
      expect(totalAt(ytd.numerator, last), id).toBe(figureOf(columns, own, since).numerator)
    }
  })

  test('the children behind a figure are as many as it counts', async () => {
    const columns = await columnsNow()
    for (const measure of measures.filter((one) => one.family === undefined)) {
      const { numerator, denominator } = figureOf(columns, measure, period)
      const lines = behind(columns, measure, period)
      const children = measure.from.denominator === null ? numerator : denominator
      if (measure.over === 'period') expect(lines.length, measure.id).toBe(children)
      else {
        // At a date a child may count twice in one team, in two episodes: it is one line.
        expect(lines.length, measure.id).toBeLessThanOrEqual(children)
        expect(lines.length > 0, measure.id).toBe(children > 0)
        expect(lines.filter((one) => one.meets).length > 0, measure.id).toBe(numerator > 0)
      }
      if (measure.kind === 'share') expect(lines.filter((one) => one.meets).length, measure.id).toBe(numerator)
    }
  })
})

describe('the columns follow the record', () => {
  const referrals = measures.find((one) => one.id === 're-referrals-12-months')!
  const refer = (record: number, received: Day) => ({
    does: 'record' as const,
    record,
    pathway: 'children-in-need',
    step: 'referral',
    episode: null,
    values: { received, source: '2A', need: 'N2' },
  })
  const hand = () => ({ author: 1, now: moment('2026-11-23T12:00:00.000Z'), act: randomUUID() })

  async function neverReferred(): Promise<number> {
    const { rows } = await city.pool.query<{ record: number }>(
      `select record from person p where not adult and born < '2020-01-01'
         and not exists (select from episode e where e.record = p.record) order by record limit 1`,
    )
    return rows[0]!.record
  }

  test('what is recorded counts at the next question, with its groups, and only once', async () => {
    const before = figureOf(await columnsNow(), referrals, period)
    const recorder = createRecorder(city.pool, definitions)
    const record = await neverReferred()
    expect(await recorder.record([refer(record, today)], hand())).toMatchObject({ ok: true })
    for (const _ of ['the first time', 'and asked again']) {
      const columns = await columnsNow()
      expect(figureOf(columns, referrals, period).denominator).toBe(before.denominator + 1)
      const code = columns.children.needs.find('N2')!
      expect(groupsOf(columns, referrals, { from: today, to: today }, 'need')).toEqual([
        { code, numerator: 0, denominator: 1 },
      ])
    }
  })

  test('a correction moves exactly what it should', async () => {
    const asked = await city.pool.query<{ record: number; key: number }>(
      `select record, key from contribution where measure = $1 and day between '2026-05-01' and '2026-05-31' limit 1`,
      [referrals.id],
    )
    const { record, key } = asked.rows[0]!
    const monthly = async () => monthsOfMeasure(await columnsNow(), referrals, tenYears).map((one) => one.denominator)
    const before = await monthly()
    const correct = {
      does: 'correct' as const,
      record,
      position: key,
      field: 'received',
      value: '2026-04-30',
      reason: 'Mistyped',
    }
    const outcome = await createRecorder(city.pool, definitions).record([correct], hand())
    expect(outcome).toMatchObject({ ok: true })
    const after = await monthly()
    const changed = after.flatMap((value, at) =>
      value === before[at] ? [] : [[monthsOf(tenYears)[at]!.from, value - before[at]!]],
    )
    expect(changed).toEqual([
      ['2026-04-01', 1],
      ['2026-05-01', -1],
    ])
  })

  test('a transaction that began first and committed last is not missed', async () => {
    const before = figureOf(await columnsNow(), referrals, period).denominator
    const late = await city.pool.connect()
    try {
      await late.query('begin')
      const { rows } = await late.query<{ record: number; key: number }>(
        `select c.record, c.key from contribution c join entry e on e.record = c.record and e.position = c.key
         where measure = $1 and c.day between $2 and $3 limit 1`,
        [referrals.id, period.from, period.to],
      )
      const { record, key } = rows[0]!
      const nothing = `\\x${'00'.repeat(32)}`
      await late.query(
        `insert into entry (record, position, act, part, kind, pathway, step, version, episode, target, recorded, author, digest, link)
         values ($1, 40000, $2, 0, 'withdraw', 'children-in-need', 'referral', 1, $3, $3, now(), 1, $4, $4)`,
        [record, randomUUID(), key, nothing],
      )
      await late.query('delete from contribution where measure = $1 and record = $2 and key = $3', [
        referrals.id,
        record,
        key,
      ])
      const recorder = createRecorder(city.pool, definitions)
      expect(await recorder.record([refer(await neverReferred(), today)], hand())).toMatchObject({ ok: true })
      expect(figureOf(await columnsNow(), referrals, period).denominator).toBe(before + 1)
      await late.query('commit')
      expect(figureOf(await columnsNow(), referrals, period).denominator).toBe(before)
      await city.pool.query('delete from entry where position = 40000')
    } finally {
      late.release()
    }
  })

  test('projections built anew are read anew', async () => {
    await rebuild(city.pool, definitions)
    const [whole] = await inSql(referrals, null)
    expect(figureOf(await columnsNow(), referrals, period).denominator).toBe(whole?.denominator)
  })

  test('each question is in the access log', async () => {
    await explore.now(reader(), 'this very one')
    const { rows } = await city.pool.query(`select what from access_log where detail = 'this very one'`)
    expect(rows).toEqual([{ what: 'measure-explore' }])
  })
})
