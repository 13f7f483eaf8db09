import { expect, test } from 'vitest'
import { moment } from '../core/calendar/index.ts'
import { asJson, inWords, understand } from './comparator.ts'

const now = moment('2026-11-23T09:00:00.000Z')
const derby = { code: '831', name: 'Derby', value: 21.4, marker: null }
const found = {
  series: 'ReReferral',
  area: '331',
  period: '2021',
  value: 25,
  neighbours: { model: '2021-04', mean: 21.4, published: 1, areas: [derby] },
  region: { code: '984', name: 'West Midlands', value: 20.4, marker: null },
  england: { code: '970', name: 'England', value: null, marker: 'x' },
  rank: { position: 2, of: 2 },
}

test('the JSON has the keys other programs count on: figures, with a sign in a key of its own', () => {
  expect(asJson(found)).toEqual({
    series: 'ReReferral',
    area: '331',
    period: '2021',
    value: 25,
    neighbours: { model: '2021-04', mean: 21.4, published: 1, areas: [derby] },
    region: 20.4,
    regionName: 'West Midlands',
    england: null,
    englandMarker: 'x',
    rank: { position: 2, of: 2 },
  })
  expect(
    asJson({ ...found, value: null, marker: 'c', neighbours: null, region: null, england: null, rank: null }),
  ).toEqual({
    series: 'ReReferral',
    area: '331',
    period: '2021',
    value: null,
    marker: 'c',
    neighbours: null,
    note: 'Statistical neighbours: no model in force has any of this area',
    region: null,
    england: null,
    rank: null,
  })
})

test('in words, with the licence', () => {
  expect(inWords(found).split('\n')).toEqual([
    'ReReferral, 331, 2021: 25',
    'Statistical neighbours (2021-04): 21.4, the mean of 1 of 1',
    'West Midlands: 20.4',
    'England: x',
    'Place among them: 2 of 2',
    'Contains public sector information licensed under the Open Government Licence v3.0.',
    '',
  ])
})

test('the day of the model is today where none is given', () => {
  const asked = understand(['ReReferral', '--area', '331', '--period', '2021', '--format', 'json'], now)
  expect(asked).toMatchObject({
    ok: true,
    value: { asked: { on: '2026-11-23', period: '2021', area: '331' }, json: true },
  })
  expect(understand(['ReReferral', '--date', '2022-07-21'], now)).toMatchObject({
    value: { asked: { on: '2022-07-21' } },
  })
})

test.each([[[]], [['A', 'B']], [['A', '--format', 'xml']], [['A', '--date', '2022-02-30']], [['A', '--best']]])(
  '%j is not understood',
  (args) => {
    expect(understand(args, now).ok).toBe(false)
  },
)
