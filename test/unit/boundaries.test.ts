import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

async function check(baseDir: string): Promise<ICruiseResult> {
  const ruleSet: IFlattenedRuleSet = { forbidden }
  const { output } = await cruise(['src'], { ...options, baseDir, ruleSet, validate: true })
  if (typeof output === 'string') throw new Error(output)
  return output
}

describe('the boundaries of the house', () => {
  let seen: ICruiseResult
  beforeAll(async () => {
    seen = await check(root)
  }, 60_000)

  test('hold in every module', () => {
    expect(seen.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
  })

  test('are checked on every source: a checker that cannot read TypeScript sees nothing and finds nothing', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
    const modules = new Set(seen.modules.map(({ source }) => source))
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.filter((source) => !modules.has(source))).toEqual([])
    // And it followed what they import.
    expect(seen.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(sources.length)
  })
})

describe('each rule', () => {
  const house = mkdtempSync(join(tmpdir(), 'hw-house-'))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const broken = async () =>
    (await check(house)).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)

  beforeAll(() => {
    put('package.json', '{ "type": "module", "dependencies": { "pg": "1.0.0" } }')
    put('tsconfig.json', '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }')
    put('node_modules/pg/package.json', '{ "name": "pg", "version": "1.0.0", "main": "index.js" }')
    put('node_modules/pg/index.js', 'module.exports = {}')
    put('src/core/outcomes.ts', 'export const done = 1')
    put('src/core/calendar/day.ts', 'export const day = 1')
    put('src/core/database/pool.ts', "export { default as pg } from 'pg'")
    put('src/services/children/one/index.ts', "export { inside } from './inside.ts'")
    put('src/services/children/one/inside.ts', 'export const inside = 1')
    put('src/services/children/two/store.ts', "export { pg } from '../../../core/database/pool.ts'")
    put('src/services/children/two/pathway.ts', "import { inside } from '../one/index.ts'\nexport const two = inside")
    put('src/returns/census/layout.ts', "export { day } from '../../core/calendar/day.ts'")
    put('src/web/page.ts', "export { two } from '../services/children/two/pathway.ts'")
  })
  afterAll(() => rmSync(house, { recursive: true }))

  test('is silent about a house in order', async () => {
    expect(await broken()).toEqual([])
  })

  test.each([
    ['core-knows-nothing-above', 'src/core/people/a.ts', '../../services/children/one/index.ts'],
    ['only-doors-between-services', 'src/services/children/two/a.ts', '../one/inside.ts'],
    ['nothing-calls-back-up', 'src/insight/a.ts', '../web/page.ts'],
    ['rules-are-pure', 'src/services/children/one/measures.ts', 'pg'],
    ['rules-are-pure', 'src/services/children/one/pathway.ts', '../../../core/database/pool.ts'],
    ['rules-are-pure', 'src/returns/census/rules/first.ts', 'node:http'],
    ['returns-stand-alone', 'src/returns/census/a.ts', '../../core/people/b.ts'],
    ['no-cycles', 'src/core/people/c.ts', './d.ts'],
  ])('%s catches %s importing %s', async (rule, from, to) => {
    put('src/core/people/b.ts', 'export const b = 1')
    put('src/core/people/d.ts', "import './c.ts'\nexport const d = 1")
    put(from, `import * as it from '${to}'\nexport const a = it`)
    expect(await broken()).toContainEqual(expect.stringMatching(`^${rule}: ${from} -> `))
    rmSync(join(house, from))
    rmSync(join(house, 'src/core/people'), { recursive: true })
  })
})
