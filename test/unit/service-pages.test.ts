/**
 * The page of each service: its tables follow from its definition. To make them anew:
 *
 *     npx vitest run -u test/unit/service-pages.test.ts
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Day, type Duration, durationInWords, inFull } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/measure.ts'
import type { Clock, Limit, LocalLimit } from '../../src/core/pathway/clock.ts'
import type { Pathway } from '../../src/core/pathway/pathway.ts'
import { measures, pathways } from '../../src/services/index.ts'

const folder = join(import.meta.dirname, '../../src/services/children')
const services = pathways.filter((one) => one.id !== 'person')

function lengthInWords(limit: Duration | LocalLimit): string {
  if ('unit' in limit) return durationInWords(limit)
  return `${durationInWords(limit.otherwise)}, or as set in \`${limit.setting}\``
}

function limitInWords(limit: Limit): string {
  if (!('limits' in limit)) return lengthInWords(limit)
  return Object.entries(limit.limits)
    .map(([answer, one]) => `${answer}: ${lengthInWords(one)}`)
    .join('<br>')
}

function clockRows(clock: Clock): string[] {
  const then = clock.thenEvery ? `<br>then every ${lengthInWords(clock.thenEvery)}` : ''
  const before = (clock.earlier ?? []).map(
    (rule) =>
      `| … until ${inFull(rule.until as Day)} | ${limitInWords(rule.within)} | ${rule.authority} | ${inFull(rule.since as Day)} |`,
  )
  const now = `| ${clock.title} | ${limitInWords(clock.within)}${then} | ${clock.authority} | ${inFull(clock.since as Day)} |`
  return [now, ...before]
}

const clockTable = ({ clocks }: Pathway): string =>
  [
    '| Clock | Limit | Authority | Since |',
    '| --- | --- | --- | --- |',
    ...Object.values(clocks).flatMap(clockRows),
  ].join('\n')

function measureTable(all: readonly Measure[]): string {
  const rows = all.map(({ title, denominator, target, source }) => {
    const aim = target === null ? 'none' : `${target}%`
    return `| ${title} | ${denominator} | ${aim} | ${source} |`
  })
  return ['| Measure | Counted of | Target | Definition |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

const between = (page: string, marker: string, table: string): string =>
  page.replace(
    new RegExp(`<!-- ${marker} -->[^]*?<!-- /${marker} -->`),
    () => `<!-- ${marker} -->\n${table}\n<!-- /${marker} -->`,
  )

describe.each(services)('$id', (service) => {
  const file = join(folder, service.id, 'README.md')
  const page = readFileSync(file, 'utf8')

  test('its tables are those of its definition', async () => {
    expect(page).toContain('<!-- clocks -->')
    expect(page).toContain('<!-- measures -->')
    const own = measures.filter((one) => one.service === service.id)
    const current = between(between(page, 'clocks', clockTable(service)), 'measures', measureTable(own))
    await expect(current).toMatchFileSnapshot(file)
  })

  test('says who uses it, its law, its steps and its return, on one page', () => {
    for (const heading of ['Who uses it', 'Its law', 'Its steps', 'The return it feeds'])
      expect(page).toContain(`**${heading}.**`)
    expect(page.split('\n').length).toBeLessThan(60)
  })
})

test('each folder of a service has a page, and the page above names it', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  const above = readFileSync(join(folder, 'README.md'), 'utf8')
  expect(folders.map(({ name }) => name).sort()).toEqual(services.map(({ id }) => id).sort())
  for (const { name } of folders) {
    expect(existsSync(join(folder, name, 'README.md'))).toBe(true)
    expect(above).toContain(`(${name}/README.md)`)
  }
})

test('a plain service is under 150 lines with its test', () => {
  const plain = join(folder, 'family-group-conference')
  const code = readdirSync(plain).filter((name) => name.endsWith('.ts'))
  expect(code.sort()).toEqual(['index.ts', 'measures.ts', 'pathway.test.ts', 'pathway.ts'])
  const lines = code.map((name) => readFileSync(join(plain, name), 'utf8').trimEnd().split('\n').length)
  expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThan(150)
})
