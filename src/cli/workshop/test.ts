/**
 * `npm test`: every check and every suite, one line each, stopping at nothing. What fails is printed in full; the last
 * line is always `N passed, N failed`.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findChromium, installChromium } from './chromium.ts'
import { type Count, closingLine, countOfCheck, countOfReport, none, type Ran, runNode, sum } from './suite.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

interface Suite {
  readonly name: string
  readonly run: () => Promise<{ readonly ran: Ran; readonly count: Count }>
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { postgres: { type: 'string', multiple: true } } })
  const strict = Boolean(process.env.CI)
  const counts: Count[] = []
  for (const suite of suitesFor(values.postgres ?? [])) counts.push(await runSuite(suite))
  const total = sum(counts)
  const wrongly = strict ? total.skippedNames.filter((name) => !mayBeSkipped(name)) : []
  for (const name of wrongly) say(`Skipped, which a full run may not: ${name}`)
  const result: Count = { ...total, failed: total.failed + wrongly.length, skipped: total.skipped - wrongly.length }
  say(closingLine(result))
  return result.failed === 0 ? 0 : 1
}

async function runSuite({ name, run: runIt }: Suite): Promise<Count> {
  const began = performance.now()
  const { ran, count } = await runIt()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (count.failed > 0) say(ran.output)
  say(`${name.padEnd(28)} ${closingLine(count)}  ${seconds} s`)
  return count
}

/** The figures some tests compare with lie beside the repository, and are not there for everybody. */
const mayBeSkipped = (name: string): boolean =>
  name.includes('../shared/data') && !existsSync(join(root, '../shared/data'))

function suitesFor(otherPostgres: readonly string[]): Suite[] {
  return [
    check('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check']),
    check('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
    vitest('unit'),
    vitest('database'),
    ...otherPostgres.map((folder) => vitest('database', ` on ${folder}`, { HEARTWOOD_TEST_POSTGRES: folder })),
    browser(),
  ]
}

function check(name: string, args: readonly string[]): Suite {
  return {
    name,
    run: async () => {
      const ran = await runNode(root, args)
      return { ran, count: countOfCheck(ran) }
    },
  }
}

function vitest(project: string, suffix = '', environment: NodeJS.ProcessEnv = {}): Suite {
  return {
    name: `${project}${suffix}`,
    run: async () => {
      const report = join(tmpdir(), `heartwood-${process.pid}-${project}.json`)
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const ran = await runNode(
        root,
        ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', ...reporters],
        { ...process.env, ...environment },
      )
      const json = existsSync(report) ? readFileSync(report, 'utf8') : undefined
      rmSync(report, { force: true })
      return { ran, count: countOfReport(json, ran.code) }
    },
  }
}

function browser(): Suite {
  return {
    name: 'browser',
    run: async () => {
      if (findChromium(process.env) === undefined) installChromium(say)
      const chromium = findChromium(process.env)
      if (chromium !== undefined) return vitest('browser', '', { CHROMIUM: chromium }).run()
      const output = 'No Chromium was found, so the browser suite is skipped. CHROMIUM=/path/to/chromium names one.'
      say(output)
      return { ran: { code: 0, output }, count: { ...none, skipped: 1, skippedNames: ['the browser suite'] } }
    },
  }
}
