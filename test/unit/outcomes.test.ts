/**
 * The index of everything that can go wrong, `docs/outcomes.md`, follows from `src/core/outcomes.ts`:
 *
 *     npx vitest run -u test/unit/outcomes.test.ts
 *
 * And the sources hold to it: no code that nothing says, no sentence said with a gap in it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { type ProblemCode, problem, problems } from '../../src/core/outcomes.ts'

const root = join(import.meta.dirname, '../..')
const vocabulary = 'src/core/outcomes.ts'
const codes = Object.keys(problems) as ProblemCode[]

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && file !== vocabulary)

/** The groups and their headings are those of the source. */
function groups(): Map<string, ProblemCode[]> {
  const found = new Map<string, ProblemCode[]>()
  let heading = ''
  for (const line of readFileSync(join(root, vocabulary), 'utf8').split('\n')) {
    heading = /^ {2}\/\/ (.*)/.exec(line)?.[1] ?? heading
    const code = codes.find((one) => line.startsWith(`  '${one}': kind(`))
    if (code) found.set(heading, [...(found.get(heading) ?? []), code])
  }
  return found
}

function page(): string {
  const sections = [...groups()].map(([heading, members]) => {
    const rows = members.map((code) => `| \`${code}\` | ${problems[code].status} | ${problems[code].says} |`)
    const title = heading.charAt(0).toUpperCase() + heading.slice(1)
    return `## ${title}\n\n| Code | HTTP | Sentence |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `# What can go wrong

Every error that a person or another program can meet, made from \`src/core/outcomes.ts\`; do not edit this page, but run
\`npx vitest run -u test/unit/outcomes.test.ts\`. A code is never renamed or given another meaning. A word in braces is
filled in where the error happens. The status is that of the web's answer; a command prints the sentence and ends with
a code other than 0.

${sections.join('\n')}`
}

interface Said {
  readonly where: string
  readonly code: ProblemCode
  /** The details that are given; undefined where they come from elsewhere and cannot be read here. */
  readonly details: readonly string[] | undefined
}

/** Each `problem('code', { … })` that is written out in the sources. */
function said(): Said[] {
  const all: Said[] = []
  for (const file of sources) {
    const text = readFileSync(join(root, file), 'utf8')
    if (!text.includes('problem(')) continue
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText(source) === 'problem') {
        const [code, details] = node.arguments
        const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`
        for (const name of codes.filter((one) => code && namesOf(code).includes(one)))
          all.push({ where, code: name, details: detailsOf(details) })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return all
}

/** The code, or both where a question mark chooses between two. */
function namesOf(code: ts.Expression): readonly string[] {
  if (ts.isConditionalExpression(code)) return [...namesOf(code.whenTrue), ...namesOf(code.whenFalse)]
  return ts.isStringLiteral(code) ? [code.text] : []
}

function detailsOf(details: ts.Expression | undefined): readonly string[] | undefined {
  if (details === undefined) return []
  if (!ts.isObjectLiteralExpression(details)) return undefined
  const names = details.properties.map((one) => one.name?.getText())
  return names.every((one) => one !== undefined) ? names : undefined
}

const bracesOf = (code: ProblemCode): string[] =>
  [...problems[code].says.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

test('the page of outcomes is current', async () => {
  const listed = [...groups().values()].flat()
  expect(listed).toEqual(codes)
  await expect(page()).toMatchFileSnapshot(join(root, 'docs/outcomes.md'))
})

describe('the sources', () => {
  test('say every code somewhere', () => {
    const texts = sources.map((file) => readFileSync(join(root, file), 'utf8'))
    expect(codes.filter((code) => !texts.some((text) => text.includes(`'${code}'`)))).toEqual([])
  })

  test('fill every brace of a sentence, and give no detail that it does not have', () => {
    const all = said()
    expect(all.length).toBeGreaterThan(codes.length)
    const wrong = all.flatMap(({ where, code, details }) => {
      if (details === undefined) return []
      const gaps = bracesOf(code).filter((name) => !details.includes(name))
      const idle = details.filter((name) => !bracesOf(code).includes(name))
      return gaps.length + idle.length === 0 ? [] : `${where}: ${code} lacks [${gaps}], does not have [${idle}]`
    })
    expect(wrong).toEqual([])
  })
})

test('a sentence is filled, and begins with a capital', () => {
  expect(problem('field.missing', { label: 'date held' }, 'held')).toEqual({
    ok: false,
    code: 'field.missing',
    says: 'Enter date held.',
    status: 422,
    field: 'held',
  })
  expect(problem('record.limit', { what: 'the record', limit: 5 }).says).toBe('The record is over the limit of 5.')
})
