import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { dfeNumber, isMaintained, isOpenOn, parseUrn } from './organisations.ts'

describe('schools', () => {
  test('are known by a URN of six digits', () => {
    expect(parseUrn(' 912345 ')).toEqual({ ok: true, value: '912345' })
    for (const text of ['', '12345', '1234567', '012345', '12345A']) {
      expect(parseUrn(text)).toMatchObject({ ok: false, code: 'identifier.urn' })
    }
  })

  test('have a DfE number, a type and days of opening', () => {
    expect(dfeNumber({ authority: 31, establishment: 201 })).toBe('031/0201')
    expect([isMaintained({ type: 'voluntaryAided' }), isMaintained({ type: 'academy' })]).toEqual([true, false])
    const school = { opened: day('2015-09-01'), closed: day('2020-08-31') }
    expect(['2015-08-31', '2015-09-01', '2020-08-30', '2020-08-31'].map((on) => isOpenOn(school, day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
