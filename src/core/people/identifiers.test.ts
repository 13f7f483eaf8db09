import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcomes.ts'
import {
  childIdsAvailable,
  formatNhsNumber,
  issueUpn,
  isTemporaryUpn,
  isTestNhsNumber,
  mintChildId,
  nhsCheckDigit,
  parseChildId,
  parseNhsNumber,
  parseUln,
  parseUpn,
  parseUpnUnknown,
  ulnCheckDigit,
  upnCheckLetter,
} from './identifiers.ts'

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}
const says = (outcome: Outcome<unknown>) => (outcome.ok ? '' : outcome.says)
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
const sequence = fc.integer({ min: 0, max: childIdsAvailable - 1 })

describe('the child id of the council', () => {
  test('is letters and digits, ten characters, and released ids never change', () => {
    expect([0, 1, 2, 1_000_000].map(mintChildId)).toMatchInlineSnapshot(`
      [
        "HWSPP6N0W5",
        "HWK071WKP1",
        "HW85ZXQBGW",
        "HW6KSZV6WF",
      ]
    `)
    fc.assert(fc.property(sequence, (n) => /^[A-Z0-9]{10}$/.test(mintChildId(n))))
  })

  test('is never shared by two sequence numbers', () => {
    const seen = new Set(Array.from({ length: 200_000 }, (_, n) => mintChildId(n)))
    expect(seen.size).toBe(200_000)
    fc.assert(fc.property(sequence, sequence, (a, b) => a === b || mintChildId(a) !== mintChildId(b)))
  })

  test('does not show the order of registration', () => {
    const minted = Array.from({ length: 1000 }, (_, n) => mintChildId(n))
    const rising = minted.filter((id, n) => n > 0 && id > (minted[n - 1] ?? '')).length
    expect(rising).toBeGreaterThan(400)
    expect(rising).toBeLessThan(600)
  })

  test('finds every wrong character and every exchange of neighbours', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    fc.assert(
      fc.property(sequence, fc.integer({ min: 2, max: 9 }), character, (n, at, by) => {
        const id = mintChildId(n)
        return id.charAt(at) === by || !parseChildId(replaced(id, at, by)).ok
      }),
    )
    fc.assert(
      fc.property(sequence, fc.integer({ min: 2, max: 8 }), (n, at) => {
        const id = mintChildId(n)
        const exchanged = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)
        return exchanged === id || !parseChildId(exchanged).ok
      }),
    )
  })

  test('is read in small letters, with spaces around, and with O for 0', () => {
    const id = mintChildId(7)
    expect(value(parseChildId(` ${id.toLowerCase().replace(/0/g, 'o')} `))).toBe(id)
  })

  test('of a former system is kept as it is', () => {
    expect(value(parseChildId('12345678'))).toBe('12345678')
    expect(value(parseChildId('abC9'))).toBe('abC9')
  })

  test.each(['', 'A-1', 'A_1', 'A 1', 'A'.repeat(21), 'é'])('refuses %j', (text) => {
    expect(parseChildId(text)).toMatchObject({ ok: false, code: 'identifier.council' })
  })
})

describe('UPN', () => {
  test.each(['A123456789012', 'H801200001001', ' a1234 5678 9012 '])('reads %s', (text) => {
    expect(parseUpn(text).ok).toBe(true)
  })

  test('issues one from its parts', () => {
    expect(value(issueUpn({ authority: 801, school: 2000, year: 2001, serial: 1 }))).toBe('H801200001001')
    expect(issueUpn({ authority: 801, school: 2000, year: 2001, serial: 1000 }).ok).toBe(false)
  })

  test('knows a temporary number by its last letter', () => {
    const temporary = value(parseUpn(`${upnCheckLetter('80120000100B')}80120000100B`))
    expect(isTemporaryUpn(temporary)).toBe(true)
    expect(isTemporaryUpn(value(parseUpn('H801200001001')))).toBe(false)
  })

  test.each([
    ['H80120000100', 'it must have 13 characters, and this has 12'],
    ['S801200001001', 'it must start with a letter other than I, O and S'],
    ['H8O1200001001', 'the characters after the first letter must be digits'],
    ['H80120000100I', 'the last character must be a digit, or'],
    ['A801200001001', 'its first letter does not agree with the rest'],
  ])('refuses %s: %s', (text, reason) => {
    expect(says(parseUpn(text))).toContain(reason)
  })

  test('finds every wrong digit and every exchange of neighbours', () => {
    fc.assert(
      fc.property(digits(12), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 9 }), (twelve, at, by) => {
        const upn = upnCheckLetter(twelve) + twelve
        return upn.charAt(at + 1) === String(by) || !parseUpn(replaced(upn, at + 1, String(by))).ok
      }),
    )
    fc.assert(
      fc.property(digits(12), fc.integer({ min: 1, max: 11 }), (twelve, at) => {
        const upn = upnCheckLetter(twelve) + twelve
        const exchanged = upn.slice(0, at) + upn.charAt(at + 1) + upn.charAt(at) + upn.slice(at + 2)
        return exchanged === upn || !parseUpn(exchanged).ok
      }),
    )
  })

  test('reads the codes for an unknown UPN and no others', () => {
    expect(value(parseUpnUnknown(' un10 '))).toBe('UN10')
    for (const text of ['UN0', 'UN11', 'UN', 'toString']) {
      expect(parseUpnUnknown(text)).toMatchObject({ ok: false, code: 'identifier.upn-unknown' })
    }
  })
})

describe('NHS number', () => {
  test('is read with and without spaces, and shown 3 3 4', () => {
    const nhs = value(parseNhsNumber('943 476 5919'))
    expect(nhs).toBe('9434765919')
    expect(formatNhsNumber(nhs)).toBe('943 476 5919')
    expect(isTestNhsNumber(nhs)).toBe(false)
  })

  test.each([
    ['943476591', 'this has 9'],
    ['943476591X', 'digits only'],
    ['9434765918', 'does not agree'],
    ['1111111111', 'one digit repeated'],
  ])('refuses %s', (text, reason) => {
    expect(says(parseNhsNumber(text))).toContain(reason)
  })

  test('finds every wrong digit', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (nine, at, by) => {
        const check = nhsCheckDigit(nine)
        if (check === undefined) return !parseNhsNumber(`${nine}0`).ok || nine === '000000000'
        const nhs = nine + check
        return nhs.charAt(at) === String(by) || !parseNhsNumber(replaced(nhs, at, String(by))).ok
      }),
    )
  })
})

describe('ULN', () => {
  test('is valid where the check is 10 less the remainder', () => {
    // 1 x 10 = 10, remainder 10, check 0.  1 x 10 + 1 x 2 = 12, remainder 1, check 9.
    expect(value(parseUln('1000000000'))).toBe('1000000000')
    expect(value(parseUln('1000000019'))).toBe('1000000019')
  })

  test.each([
    ['100000000', 'this has 9'],
    ['1000000001', 'does not agree'],
    ['9999999999', 'not yet known'],
    ['0000000018', 'cannot start with 0'],
  ])('refuses %s', (text, reason) => {
    expect(says(parseUln(text))).toContain(reason)
  })

  test('a remainder of 0 is never valid, and every wrong digit is found', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (nine, at, by) => {
        const check = ulnCheckDigit(nine)
        if (check === undefined) return !parseUln(nine + String(by)).ok
        const uln = nine + check
        return uln.charAt(at) === String(by) || !parseUln(replaced(uln, at, String(by))).ok
      }),
    )
  })
})
