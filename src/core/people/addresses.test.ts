import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import {
  type Address,
  addressOn,
  districtOf,
  type Place,
  parsePostcode,
  showAddress,
  showKept,
  WithheldPlace,
} from './addresses.ts'

function place(line: string, code = 'ZZ1 1AA'): Place {
  const postcode = parsePostcode(code)
  if (!postcode.ok) throw new Error(postcode.says)
  return { lines: [line], postcode: postcode.value }
}
const home = (line: string, from: string | null, until: string | null): Address => ({
  kind: 'home',
  protected: false,
  place: place(line),
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
})
const refuge: Address = {
  kind: 'home',
  protected: true,
  place: new WithheldPlace(place('7 Hidden Lane')),
  from: day('2022-05-01'),
  until: null,
}

describe('postcodes', () => {
  test.each([
    ['zz11aa', 'ZZ1 1AA', 'ZZ1'],
    [' b 1 2a b', 'B1 2AB', 'B1'],
    ['SW1A2AA', 'SW1A 2AA', 'SW1A'],
    ['gir 0aa', 'GIR 0AA', 'GIR'],
  ])('%j is %s', (text, expected, district) => {
    const parsed = parsePostcode(text)
    expect(parsed).toEqual({ ok: true, value: expected })
    if (parsed.ok) expect(districtOf(parsed.value)).toBe(district)
  })

  test.each(['', 'ZZ1', 'ZZ1 1A', 'ZZ1 1CA', '1ZZ 1AA', 'ABC1 1AA', 'ZZ1 1AAA'])('%j is none', (text) => {
    expect(parsePostcode(text)).toMatchObject({ ok: false, code: 'address.postcode' })
  })
})

describe('addresses', () => {
  const list = [home('1 Old Street', null, '2020-03-02'), home('2 New Street', '2020-03-02', null), refuge]

  test('hold from their first day until the day of the move', () => {
    const on = (text: string) => {
      const found = addressOn(list, day(text))
      return found && showAddress(found)
    }
    expect(on('2020-03-01')).toBe('1 Old Street, ZZ1 1AA')
    expect(on('2020-03-02')).toBe('2 New Street, ZZ1 1AA')
    expect(on('2022-05-01')).toBe('Address protected')
    expect(addressOn(list, day('2022-05-01'), 'placement')).toBeUndefined()
    expect(addressOn([], day('2022-05-01'))).toBeUndefined()
  })

  test('protected are withheld unless a decision reveals them', () => {
    expect(showAddress(refuge)).toBe('Address protected')
    expect(showAddress(refuge, { reveal: false })).toBe('Address protected')
    expect(showAddress(refuge, { reveal: true, rule: 'own worker' })).toBe('7 Hidden Lane, ZZ1 1AA')
  })

  test('a protected one never appears without a decision, whatever its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const hidden: Address = { ...refuge, protected: true, place: new WithheldPlace({ lines, postcode: null }) }
        expect(showAddress(hidden)).toBe('Address protected')
      }),
    )
  })

  test('without lines or postcode is no fixed address', () => {
    expect(showAddress({ ...home('', null, null), protected: false, place: { lines: [], postcode: null } })).toBe(
      'No fixed address',
    )
  })

  test('the list that was given keeps its order', () => {
    const given = [...list].reverse()
    addressOn(given, day('2023-01-01'))
    expect(given[0]).toBe(refuge)
  })
})

describe('a withheld place', () => {
  const hidden = new WithheldPlace(place('7 Hidden Lane', 'ZZ9 9QH'))
  const texts: readonly (readonly [string, unknown])[] = [
    ['in a sentence', `Lives at ${hidden}`],
    ['as JSON', JSON.stringify({ refuge, hidden })],
    ['in a log', inspect({ refuge, hidden }, { depth: 9, showHidden: true })],
    ['spread', JSON.stringify({ ...hidden })],
    ['cloned', JSON.stringify(structuredClone(hidden))],
    ['by its keys', JSON.stringify([Object.entries(hidden), Object.getOwnPropertyNames(hidden)])],
    ['in an error', new Error(String(hidden)).stack],
  ]
  test.each(texts)('%s is not given away', (_, text) => {
    expect(text).not.toMatch(/Hidden|ZZ9|9QH/)
  })

  test('is not a place to the compiler, and opens only to a decision', () => {
    // @ts-expect-error lines are only of what was disclosed
    expect(hidden.lines).toBeUndefined()
    expect(hidden.disclose({ reveal: false })).toBeUndefined()
    expect(hidden.disclose({ reveal: true, rule: 'own worker' })?.lines).toEqual(['7 Hidden Lane'])
  })
})

test('an address as it is kept is shown on one line, or withheld', () => {
  const kept = { lines: '53 Foxglove Court\nAldermere', postcode: 'ZZ2 1FL', protected: false } as const
  expect(showKept(kept)).toBe('53 Foxglove Court, Aldermere, ZZ2 1FL')
  expect(showKept({ ...kept, postcode: null })).toBe('53 Foxglove Court, Aldermere')
  expect(showKept({ protected: true })).toBe('Address protected')
})
