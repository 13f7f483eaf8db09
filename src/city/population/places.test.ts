import { describe, expect, test } from 'vitest'
import { stream } from '../random.ts'
import { british, cultures, ethnicityOfChild } from './cultures.ts'
import { StreetPlan, wards } from './places.ts'

describe('the invented city', () => {
  test('names no street twice, and keeps a postcode within its ward', () => {
    const streets = new StreetPlan()
    const random = stream(1)
    const wardOf = new Map<string, number>()
    for (const ward of wards) {
      for (let n = 0; n < 2000; n++) {
        const { lines, postcode } = streets.place(ward, random)
        const street = lines[0]?.replace(/^(Flat \d+, )?\d+ /, '') ?? ''
        expect(wardOf.get(street) ?? ward.index).toBe(ward.index)
        wardOf.set(street, ward.index)
        expect(postcode?.startsWith(`ZZ${ward.index + 1} `)).toBe(true)
      }
    }
    expect(wardOf.size).toBe(wards.length * 45)
  })

  test('records a child of two communities as such', () => {
    const of = (ethnicity: string) => {
      const found = cultures.items.find((one) => one.ethnicity === ethnicity)
      if (!found) throw new Error(ethnicity)
      return found
    }
    expect(ethnicityOfChild(british, british)).toBe('WBRI')
    expect(ethnicityOfChild(british, undefined)).toBe('WBRI')
    expect(ethnicityOfChild(british, of('BCRB'))).toBe('MWBC')
    expect(ethnicityOfChild(of('BAFR'), british)).toBe('MWBA')
    expect(ethnicityOfChild(of('APKN'), of('WOTH'))).toBe('MWAS')
    expect(ethnicityOfChild(of('APKN'), of('AIND'))).toBe('MOTH')
    expect(ethnicityOfChild(of('WIRI'), british)).toBe('WOTH')
  })
})
