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

type Cells = readonly string[]

/** In columns, as the formatter of the tree has tables. */
function table(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]!.length)))
  const lineOf = (cells: Cells): string => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  return [lineOf(head), lineOf(widths.map((width) => '-'.repeat(width))), ...rows.map(lineOf)].join('\n')
}

function clockRows(clock: Clock): Cells[] {
  const then = clock.thenEvery ? `<br>then every ${lengthInWords(clock.thenEvery)}` : ''
  const before = (clock.earlier ?? []).map(({ within, authority, since, until }) => {
    return [`… until ${inFull(until as Day)}`, limitInWords(within), authority, inFull(since as Day)]
  })
  const now = [clock.title, `${limitInWords(clock.within)}${then}`, clock.authority, inFull(clock.since as Day)]
  return [now, ...before]
}

const clockTable = ({ clocks }: Pathway): string =>
  table(['Clock', 'Limit', 'Authority', 'Since'], Object.values(clocks).flatMap(clockRows))

/** The titles; of a question with many answers the question. Each is defined on one page for all services. */
function measureTitles(service: string, all: readonly Measure[]): string {
  const titles = [...new Set(all.map(({ family, title }) => family ?? title))]
  const defined = `[docs/measures.md](../../../../docs/measures.md#${service.toLowerCase().replaceAll(' ', '-')})`
  return `Defined in ${defined}:\n\n${titles.map((title) => `- ${title}`).join('\n')}`
}

const between = (page: string, marker: string, table: string): string =>
  page.replace(
    new RegExp(`<!-- ${marker} -->[\\s\\S]*?<!-- /${marker} -->`),
    () => `<!-- ${marker} -->\n${table}\n<!-- /${marker} -->`,
  )

describe.each(services)('$id', (service) => {
  const file = join(folder, service.id, 'README.md')
  const page = readFileSync(file, 'utf8')

  test('its tables are those of its definition', async () => {
    expect(page).toContain('<!-- clocks -->')
    expect(page).toContain('<!-- measures -->')
    const own = measures.filter((one) => one.service === service.id)
    const current = between(between(page, 'clocks', clockTable(service)), 'measures', measureTitles(service.title, own))
    await expect(current).toMatchFileSnapshot(file)
  })

  test('says who uses it, its law, its steps and its return, on one page', () => {
    for (const heading of ['Who uses it', 'Its law', 'Its steps', 'The return it feeds'])
      expect(page).toContain(`**${heading}.**`)
    expect(page.split('\n').length).toBeLessThan(90)
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
