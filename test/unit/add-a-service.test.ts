/** Takes the example out of docs/add-a-service.md, compiles it as it stands and records a child's way through it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { type Day, englishCalendars, moment } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/measure.ts'
import { decide, decideSignOff } from '../../src/core/pathway/decide.ts'
import { foldWithClocks } from '../../src/core/pathway/folded.ts'
import { assemble } from '../../src/core/pathway/house.ts'
import type { Pathway } from '../../src/core/pathway/pathway.ts'
import { register } from '../../src/core/people/register.ts'
import { chain, emptyHead } from '../../src/core/record/chain.ts'
import type { Entry } from '../../src/core/record/entry.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/add-a-service.md'), 'utf8')
mkdirSync(join(root, '.heartwood'), { recursive: true })
const folder = mkdtempSync(join(root, '.heartwood/example-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The code of the page, with the one change that it lies elsewhere. */
const files = [...page.matchAll(/```ts file=(\S+)\n([\s\S]*?)```/g)].map(([, name, code]) => {
  const path = join(folder, name!)
  writeFileSync(path, code!.replaceAll("'../../../core/", `'${join(root, 'src/core')}/`))
  return path
})

test('the example compiles', () => {
  expect(files).toHaveLength(3)
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(files, options)
  const found = ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'))
  expect(found).toEqual([])
}, 60_000)

test('a child’s way through it', async () => {
  const door = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.ts')).href)) as {
    privateFostering: Pathway
    privateFosteringMeasures: Measure[]
  }
  const house = assemble({ pathways: [register, door.privateFostering], handovers: [], calendars: englishCalendars })
  const entries: Entry[] = []
  const folded = () => foldWithClocks(house, 1, entries)
  const hand = (now: string, author = 1) => ({ author, now: moment(now), act: '00000000-0000-4000-8000-000000000000' })
  const take = (decision: ReturnType<typeof decide>) => {
    if (!decision.ok) throw new Error(decision.problems.map((one) => one.says).join(' '))
    for (const draft of decision.drafts) entries.push(chain(draft, 0, entries.at(-1) ?? emptyHead))
  }
  const record = (step: string, episode: number | null, values: Record<string, string>, now: string) =>
    take(decide(house, folded().history, { pathway: 'private-fostering', step, episode, values }, hand(now)))

  record(
    'notified',
    null,
    { told: '2026-03-02', by: 'carer', carer: 'Nell Farrow', began: '2026-02-20' },
    '2026-03-02T10:00:00.000Z',
  )
  record('visit', 1, { visited: '2026-03-10', seen: 'yes', alone: 'yes', bedroom: 'yes' }, '2026-03-10T16:00:00.000Z')
  record(
    'decision',
    1,
    { decided: '2026-03-20', outcome: 'suitable', reason: 'A good home' },
    '2026-03-20T10:00:00.000Z',
  )
  take(decideSignOff(house, folded().history, 3, { decision: 'authorise' }, hand('2026-03-23T10:00:00.000Z', 2)))

  const { history, clocks } = folded()
  expect(history.episodes[0]?.states.arranged).toEqual([{ from: '2026-03-20', until: null }])
  expect(clocks.map(({ instance }) => [instance.clock, instance.due, instance.met])).toEqual([
    ['firstVisit', '2026-03-11', '2026-03-10'],
    ['visit', '2026-05-04', null],
  ])
  const [contribution] = door.privateFosteringMeasures[0]!.contributions(folded())
  expect(contribution).toEqual({ key: 2, day: '2026-03-10' as Day, denominator: 1, numerator: 1, team: null })
})
