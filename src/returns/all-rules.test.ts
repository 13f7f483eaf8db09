import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules as cinRules } from './cin-census/rules/index.ts'
import type { Layout } from './engine/layout.ts'
import { inForce, type Rule } from './engine/rule.ts'
import { rules as sen2Rules } from './sen2/rules/index.ts'
import { rules as rules903 } from './ssda903/rules/index.ts'

/** The list of rules that the project is developed against lies beside the repository; without it these are skipped. */
const shared = ['../shared/domain', '../../shared/domain']
  .map((path) => new URL(`../../${path}/`, import.meta.url))
  .find(existsSync)

interface Line {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly severity: string
}

function linesOf(file: string): Line[] {
  const [, ...lines] = readFileSync(new URL(file, shared), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [code = '', , years = '', severity = ''] = line.split('\t')
    const [from, to = from] = years.split('-').map(Number)
    return { code, from: from!, to: to!, severity }
  })
}

const described = <L extends Layout>(rule: Rule<L>, newest: number): Line => ({
  code: rule.code,
  from: rule.years.from,
  to: rule.years.to ?? newest,
  severity: rule.severity,
})

const byCode = (a: Line, b: Line): number => (a.code < b.code ? -1 : 1)

describe.skipIf(shared === undefined)('every rule of the lists is implemented with its years and severity', () => {
  test('SSDA903', () => {
    expect(rules903.map((rule) => described(rule, 2027)).sort(byCode)).toEqual(linesOf('rules-903.tsv').sort(byCode))
  })

  test('CIN census', () => {
    expect(cinRules.map((rule) => described(rule, 2026)).sort(byCode)).toEqual(linesOf('rules-cin.tsv').sort(byCode))
  })
})

const counts = <L extends Layout>(rules: readonly Rule<L>[], years: readonly number[]): [number, number][] =>
  years.map((year) => [year, rules.filter((rule) => inForce(rule.years, year)).length])

describe('rules in force, year by year', () => {
  test('SSDA903', () => {
    expect(counts(rules903, [2023, 2024, 2025, 2026, 2027])).toEqual([
      [2023, 293],
      [2024, 312],
      [2025, 305],
      [2026, 311],
      [2027, 322],
    ])
  })

  test('CIN census', () => {
    expect(counts(cinRules, [2023, 2024, 2025, 2026])).toEqual([
      [2023, 105],
      [2024, 105],
      [2025, 109],
      [2026, 109],
    ])
  })

  test('SEN2', () => {
    const [[, in2023], , [, in2025]] = counts(sen2Rules, [2023, 2024, 2025]) as [
      [number, number],
      [number, number],
      [number, number],
    ]
    expect(in2023).toBeLessThan(in2025)
  })
})

describe.each([
  ['SSDA903', rules903 as unknown as readonly Rule<Layout>[]],
  ['CIN census', cinRules as unknown as readonly Rule<Layout>[]],
  ['SEN2', sen2Rules as unknown as readonly Rule<Layout>[]],
])('%s: each rule', (_, rules) => {
  test('has a code of its own', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length)
  })

  test('says what is wrong and what would mend it, in a sentence without its full stop', () => {
    expect(
      rules
        .filter(({ meaning, mend }) => !/^[A-Z“].*[^.]$/.test(meaning) || !/^[A-Z“].*[^.]$/.test(mend))
        .map((rule) => rule.code),
    ).toEqual([])
  })

  test('names the columns it flags', () => {
    const silent = rules.filter((rule) => rule.whole === undefined && Object.keys(rule.fields).length === 0)
    expect(silent.map((rule) => rule.code)).toEqual([])
  })
})
