/**
 * Writes `docs/returns/rules.md` from the rules. `node src/returns/document.ts` writes the file; a test fails when it is
 * stale.
 */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { ReturnKind } from './check-return.ts'
import { cinReturn } from './cin-census/index.ts'
import { topics as cinTopics } from './cin-census/rules/index.ts'
import type { Layout } from './engine/layout.ts'
import { inForce, type Rule } from './engine/rule.ts'
import { sen2Return } from './sen2/index.ts'
import { topics as sen2Topics } from './sen2/rules/index.ts'
import { ssda903Return } from './ssda903/index.ts'
import { topics as topics903 } from './ssda903/rules/index.ts'

/** The whole document. */
export function rulesDocument(): string {
  return [
    '# The rules of the returns',
    '',
    'Made from the rules by `node src/returns/document.ts`: change the rules, not this page. A year is that in which the',
    'period ends; for SEN2, that of the January census. Where we read a rule otherwise than its wording says, see',
    '[differences.md](differences.md).',
    '',
    section(ssda903Return, topics903, false),
    section(cinReturn, cinTopics, false),
    section(sen2Return, sen2Topics, true),
  ].join('\n')
}

function section<L extends Layout>(
  kind: ReturnKind,
  topics: Readonly<Record<string, readonly Rule<L>[]>>,
  withReasons: boolean,
): string {
  const rules = Object.values(topics).flat()
  const years = Array.from({ length: kind.to - kind.rulesFrom + 1 }, (_, place) => kind.rulesFrom + place)
  const counts = years.map((year) => rules.filter((rule) => inForce(rule.years, year)).length)
  const head = withReasons
    ? ['| Rule | What is wrong | Years | Kind | Looks at | Why |', '|---|---|---|---|---|---|']
    : ['| Rule | What is wrong | Years | Kind | Looks at |', '|---|---|---|---|---|']
  return [
    `## ${kind.title}`,
    '',
    `| Year | ${years.join(' | ')} |`,
    `|---|${years.map(() => '---|').join('')}`,
    `| Rules in force | ${counts.join(' | ')} |`,
    '',
    ...head,
    ...[...rules]
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
      .map((rule) => line(rule, withReasons)),
    '',
  ].join('\n')
}

function line<L extends Layout>(rule: Rule<L>, withReasons: boolean): string {
  const { from, to } = rule.years
  const years = to === undefined ? `from ${from}` : from === to ? `${from}` : `${from} to ${to}`
  const looksAt = Object.entries(rule.fields)
    .map(([table, fields]: [string, readonly string[] | undefined]) => `${table} (${(fields ?? []).join(', ')})`)
    .join('; ')
  const cells = [rule.code, rule.meaning, years, rule.severity, looksAt === '' ? 'the whole return' : looksAt]
  return `| ${[...cells, ...(withReasons ? [rule.reason ?? ''] : [])].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** Where the document stands. */
export const documentFile = new URL('../../docs/returns/rules.md', import.meta.url)

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(documentFile, rulesDocument())
}
