import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { bornOf, describeAge, disabilities, ethnicities, everAged, isUnborn } from './person.ts'

const born = (text: string, died: string | null = null) => ({
  birth: { born: day(text) },
  died: died === null ? null : day(died),
})

describe('a person', () => {
  test('has an age in words, which stops at death', () => {
    const on = day('2026-11-23')
    expect(describeAge(born('2019-11-24'), on)).toBe('6 years')
    expect(describeAge({ birth: { expected: day('2027-05-03') }, died: null }, on)).toBe('Unborn, due 3 May 2027')
    expect(describeAge({ birth: null, died: null }, on)).toBe('Age not known')
    expect(describeAge(born('2016-01-01', '2020-05-03'), on)).toBe('Died 3 May 2020, aged 4 years')
    expect(describeAge({ birth: null, died: day('2020-05-03') }, on)).toBe('Died 3 May 2020')
    expect(describeAge(born('2016-01-01', '2020-05-03'), day('2019-01-01'))).toBe('3 years')
  })

  test('unborn has no day of birth', () => {
    const unborn = { birth: { expected: day('2027-05-03') } }
    expect(isUnborn(unborn)).toBe(true)
    expect(bornOf(unborn)).toBeNull()
    expect(bornOf(born('2019-11-24'))).toBe('2019-11-24')
  })

  test('was a child during a period, or was not', () => {
    const child = { from: 0, to: 17 }
    const decade = { from: day('2016-11-23'), to: day('2026-11-23') }
    expect(everAged(born('1998-11-24'), child, decade)).toBe(true)
    expect(everAged(born('1998-11-23'), child, decade)).toBe(false)
    expect(everAged(born('2026-11-23'), child, decade)).toBe(true)
    expect(everAged(born('2026-11-24'), child, decade)).toBe(false)
    expect(everAged(born('2010-01-01', '2015-01-01'), child, decade)).toBe(false)
    expect(everAged(born('2010-01-01', '2017-01-01'), { from: 8, to: 8 }, decade)).toBe(false)
    expect(everAged({ birth: { expected: day('2026-01-01') }, died: null }, child, decade)).toBe(false)
  })

  test('has one of the twenty ethnicity codes and the thirteen disability codes of the returns', () => {
    expect(Object.keys(ethnicities)).toHaveLength(20)
    expect(Object.keys(disabilities)).toHaveLength(13)
  })
})
