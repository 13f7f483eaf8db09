import { describe, expect, test } from 'vitest'
import { inForce } from '../../engine/rule.ts'
import { rules } from './index.ts'

const inYear = (year: number): string[] => rules.filter((rule) => inForce(rule.years, year)).map((rule) => rule.code)

describe('the rules in force', () => {
  test('are 105 in 2023 and 2024 and 109 from 2025', () => {
    expect([2022, 2023, 2024, 2025, 2026].map((year) => inYear(year).length)).toEqual([0, 105, 105, 109, 109])
  })

  test('the four that came in 2025 are on the child id and on the factors that were replaced', () => {
    const before = inYear(2024)
    expect(
      inYear(2025)
        .filter((code) => !before.includes(code))
        .sort(),
    ).toEqual(['1570', '1580', '8945Q', '8950Q'])
  })

  test('no code stands twice', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length)
  })

  test('those whose code ends in Q are queries, and no others', () => {
    const queries = rules.filter((rule) => rule.severity === 'query').map((rule) => rule.code)
    expect(queries).toEqual(rules.map((rule) => rule.code).filter((code) => code.endsWith('Q')))
  })
})
