import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import {
  displayName,
  fullName,
  initials,
  nameNotKnown,
  nameOn,
  type PersonNames,
  parseName,
  possessive,
  sortName,
  tidyName,
} from './names.ts'

const names: PersonNames = {
  forename: 'Mohammed Amir',
  surname: 'Ali',
  knownAs: 'Mo',
  former: [{ forename: 'Mohammed', surname: 'Khan', from: null, until: day('2020-03-01') }],
}

describe('names', () => {
  test('are shown as colleagues speak, formally, and for a list', () => {
    expect(displayName(names)).toBe('Mo Ali')
    expect(fullName(names)).toBe('Mohammed Amir Ali')
    expect(sortName(names)).toBe('Ali, Mohammed Amir')
    expect(possessive(names)).toBe('Mo’s')
  })

  test('may be a single one, or unknown', () => {
    const single = { forename: '', surname: 'Sukarno' }
    expect([displayName(single), sortName(single), possessive(single)]).toEqual(['Sukarno', 'Sukarno', 'Sukarno’s'])
    const none = { forename: '', surname: '' }
    expect([displayName(none), fullName(none), sortName(none)]).toEqual([nameNotKnown, nameNotKnown, nameNotKnown])
    expect(initials(none)).toBe('')
  })

  test.each([
    ['Mary-Ann', "O'Neill", 'MAO'],
    ['Zoë', 'Ávila de la Cruz', 'ZÁDLC'],
    ['Łukasz', 'Nowak', 'ŁN'],
  ])('%s %s has the initials %s', (forename, surname, expected) => {
    expect(initials({ forename, surname })).toBe(expected)
  })

  test('change on a day', () => {
    expect(fullName(nameOn(names, day('2020-02-29')))).toBe('Mohammed Khan')
    expect(fullName(nameOn(names, day('2020-03-01')))).toBe('Mohammed Amir Ali')
  })

  test('typed are tidied, and refused when empty or too long', () => {
    expect(parseName('  Amy \n \u200b Rose ', '\u202eJones')).toEqual({
      ok: true,
      value: { forename: 'Amy Rose', surname: 'Jones' },
    })
    expect(parseName(' ', '\u200b')).toMatchObject({ ok: false, code: 'person.name-missing' })
    expect(parseName('A'.repeat(101), 'B')).toMatchObject({ ok: false, code: 'field.too-long' })
  })

  test('tidied are one line with single spaces, and stay as they are when tidied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tidy = tidyName(text)
        expect(tidy).not.toMatch(/[\n\r\t\u202e]| {2}|^ | $/)
        expect(tidyName(tidy)).toBe(tidy)
      }),
    )
  })
})
