/**
 * Every measure, asked of the record itself in SQL - entries and their contents, with corrections, withdrawals and
 * signatures - against the sums of contributions, for each month of the city's life and for the year to date. To one
 * council's ten years of work some of it is corrected and withdrawn first, as people do.
 */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '../../src/city/index.ts'
import { readerFor } from '../../src/core/access/access.ts'
import { createRecorder, type Part } from '../../src/core/acts/recorder.ts'
import { addDays, day, momentAt, monthsOf, yearToDate } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/index.ts'
import { periodsOf, readSums } from '../../src/insight/standing/sums.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { atDates } from '../support/measures-in-sql/at-a-date.ts'
import { overPeriods } from '../support/measures-in-sql/over-periods.ts'
import { layOut } from '../support/measures-in-sql/tables.ts'

const definitions = assembleHeartwood()
const asAt = day('2026-11-23')
const months = monthsOf({ from: day('2016-01-01'), to: asAt })

let city: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  city = await freshDatabase()
  pool = city.pool
  expect(await loadCity(pool, { seed: 1, asAt, size: 0.04, definitions })).toMatchObject({ ok: true })
  await mend(pool)
  await layOut(pool, definitions.house)
}, 180_000)
afterAll(() => city?.drop())

/** Days moved, answers changed and things taken back that were about another child: some of every twentieth record. */
async function mend(on: pg.Pool): Promise<void> {
  const recorder = createRecorder(on, definitions)
  const { rows } = await on.query<{ record: number; position: number; step: string; value: string }>(
    `select record, position, step, coalesce(day, recorded::date)::text as value from entry e
     where kind = 'record' and record % 20 = 3 and step in ('referral', 'visit', 'reviewConference', 'initialConference')`,
  )
  const moved = { referral: 'received', reviewConference: 'held', initialConference: 'held' } as const
  let mended = 0
  for (const [i, { record, position, step, value }] of rows.entries()) {
    const reason = 'Mistyped'
    const other = step === 'referral' ? day(value.replace(/-\d\d$/, '-01')) : addDays(day(value), 1)
    const part: Part =
      step === 'visit'
        ? { does: 'withdraw', record, position, reason }
        : { does: 'correct', record, position, field: moved[step as keyof typeof moved], value: other, reason }
    if (step === 'visit' && i % 3 > 0) continue
    const hand = { author: 1, now: momentAt(asAt, 11, 0), act: randomUUID() }
    if ((await recorder.record([part], hand)).ok) mended++
  }
  expect(mended).toBeGreaterThan(30)
}

const own = definitions.measures.filter(({ kind }) => kind !== 'rate')
const isShare = ({ from }: Measure): boolean => from.denominator !== null

interface MonthSum {
  readonly month: string
  readonly numerator: number
  readonly denominator: number
}

/** A figure for each month or date, those without one left out; of a number only what it counts. */
const figures = (measure: Measure, rows: readonly MonthSum[]) =>
  rows
    .map(({ month, numerator, denominator }) => [month, numerator, isShare(measure) ? denominator : 0] as const)
    .filter(([, numerator, denominator]) => numerator !== 0 || denominator !== 0)

test('no measure is left out, and none is asked about that is not there', () => {
  expect([...Object.keys(overPeriods), ...Object.keys(atDates)].sort()).toEqual(own.map(({ id }) => id).sort())
  for (const { over, id } of own) expect(id in atDates, id).toBe(over === 'date')
})

describe('over a period', () => {
  test.each(own.filter(({ over }) => over === 'period'))('$id', async (measure) => {
    const ask = (text: string, values: unknown[] = []) => pool.query<MonthSum>(text, values).then(({ rows }) => rows)
    const half = (name: 'numerator' | 'denominator') =>
      `coalesce(sum(${name}) filter (where measure = $${name === 'numerator' ? 1 : 2}), 0)::int`
    const under = [measure.from.numerator, measure.from.denominator ?? '']
    const counted = await ask(
      `select to_char(day, 'YYYY-MM') as month, ${half('numerator')} as numerator, ${half('denominator')} as denominator
       from contribution where measure in ($1, $2) group by 1 order by 1`,
      under,
    )
    const record = overPeriods[measure.id]!
    const asked = await ask(
      `select to_char(day, 'YYYY-MM') as month, (count(*) filter (where met))::int as numerator, count(*)::int as denominator
       from (${record}) one group by 1 order by 1`,
    )
    expect(figures(measure, counted)).toEqual(figures(measure, asked))

    const { from, to } = yearToDate(asAt)
    const [soFar] = await ask(
      `select '' as month, (count(*) filter (where met))::int as numerator, count(*)::int as denominator
       from (${record}) one where day between '${from}' and '${to}'`,
    )
    const sums = await readSums(readerFor(pool, { worker: 1, role: 'analyst', team: null }), [measure], asAt)
    if (!sums.ok || soFar === undefined) throw new Error('Not read')
    const standing = sums.value.over(measure, periodsOf('period', asAt).yearToDate)
    expect(standing).toEqual({ numerator: soFar.numerator, denominator: isShare(measure) ? soFar.denominator : 0 })
  })
})

describe('at a date', () => {
  test.each(own.filter(({ over }) => over === 'date'))('$id', async (measure) => {
    const dates = [...months.map(({ to }) => to), asAt]
    const { met, all } = atDates[measure.id]!
    const holds = (spans: string) =>
      `(select count(*)::int from ${spans} s where s.since <= on_day and (s.until is null or s.until > on_day))`
    const asked = await pool.query<MonthSum>(
      `with met as materialized (${met}), whole as materialized (${all ?? met})
       select on_day::text as month, ${holds('met')} as numerator, ${holds('whole')} as denominator
       from unnest($1::date[]) on_day order by 1`,
      [dates],
    )
    const counted = await pool.query<MonthSum>(
      `select on_day::text as month,
         (select coalesce(sum(numerator), 0)::int from contribution where measure = $2 and day <= on_day) as numerator,
         (select coalesce(sum(denominator), 0)::int from contribution where measure = $3 and day <= on_day) as denominator
       from unnest($1::date[]) on_day order by 1`,
      [dates, measure.from.numerator, measure.from.denominator ?? ''],
    )
    expect(figures(measure, counted.rows)).toEqual(figures(measure, asked.rows))
  })
})

test('the city gives every kind of measure something to count', async () => {
  const { rows } = await pool.query<{ measure: string }>('select distinct measure from contribution')
  const found = new Set(rows.map(({ measure }) => measure))
  const never = own.filter(({ id }) => !found.has(id)).map(({ id }) => id)
  expect(never.filter((id) => !id.startsWith('factor-') && !id.startsWith('referrals-from-'))).toEqual([])
})
