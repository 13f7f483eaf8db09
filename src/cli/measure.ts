/**
 * `bin/heartwood measure ID --date DATE`: how a measure stands on a day, from the record and beside what is published; and
 * `measure --list`. A contract with other programs: the keys of the JSON; exit code 0 answered, 2 not understood.
 */
import { parseArgs } from 'node:util'
import { readerFor } from '../core/access/access.ts'
import { type Day, dayOf, inFull, type Moment, moment, parseDay } from '../core/calendar/index.ts'
import type { Measure } from '../core/measures/measure.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { openSettings } from '../core/work/settings.ts'
import { authoritySetting, licenceLine } from '../insight/published/index.ts'
import { type Part, printedValue, type Standing, standingOf } from '../insight/standing/index.ts'
import { assembleHeartwood, measures } from '../services/index.ts'
import { asJson as comparisonAsJson } from './comparator.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { ownData } from './start-command.ts'

const usage = 'Usage: bin/heartwood measure ID [--date DAY] [--data DIR] [--format json], or measure --list'

interface Understood {
  /** Null where the list is asked for. */
  readonly measure: Measure | null
  readonly date: Day
  readonly data: string
  readonly json: boolean
}

export async function run(args: readonly string[]): Promise<number> {
  const understood = understand(args, moment(new Date().toISOString()))
  if (!understood.ok) return refuse(understood.says, args.includes('json'))
  const { measure, date, data, json } = understood.value
  if (measure === null) {
    process.stdout.write(listOf(measures, json))
    return 0
  }
  const database = await openRecord(data)
  if (!database.ok) return refuse(database.says, json)
  try {
    const standing = await standingIn(database.value.pool, measure, date)
    if (!standing.ok) return refuse(standing.says, json)
    process.stdout.write(json ? `${JSON.stringify(asJson(standing.value))}\n` : inWords(standing.value))
    return 0
  } finally {
    await database.value.close()
  }
}

/** In the access log, where nobody has signed in: no worker has the number 0. */
const commandLine = 0

async function standingIn(pool: OpenRecord['pool'], measure: Measure, date: Day): Promise<Outcome<Standing>> {
  const settings = await openSettings(pool)
  const own = assembleHeartwood({ setting: settings.duration }).measures.find(({ id }) => id === measure.id) ?? measure
  const reader = readerFor(pool, { worker: commandLine, role: 'command line', team: null })
  return standingOf(reader, own, date, { settings, authority: settings.text(authoritySetting, date) ?? null, pool })
}

/** Exported for its test. Problems: `start.option`, `measure.unknown`, those of `parseDay`. */
export function understand(args: readonly string[], now: Moment): Outcome<Understood> {
  const wrong = (given: string) => problem('start.option', { given, usage })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (thrown) {
    return wrong(thrown instanceof Error ? thrown.message : String(thrown))
  }
  const { values, positionals } = parsed
  const { list = false, format = 'text', data = ownData } = values
  const [id, ...more] = positionals
  if (format !== 'json' && format !== 'text') return wrong(format)
  if (more.length > 0 || (id === undefined) !== list) return wrong(positionals.join(' '))
  const date = values.date === undefined ? done(dayOf(now)) : parseDay(values.date)
  if (!date.ok) return date
  const measure = list ? null : measures.find((one) => one.id === id)
  if (measure === undefined) {
    const given = id ?? ''
    return problem('measure.unknown', { given, nearest: nearestTo(given, measures).join(', ') })
  }
  return done({ measure, date: date.value, data, json: format === 'json' })
}

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  const options = { date: text, data: text, format: text, list: { type: 'boolean' } } as const
  return parseArgs({ args: [...args], options, allowPositionals: true })
}

/** How many ids are offered where one is not known. */
const offered = 3

/** The ids most like what was written: by how much of it they hold, three letters at a time, then by how little more. */
export function nearestTo(given: string, all: readonly Pick<Measure, 'id' | 'title'>[]): readonly string[] {
  const asked = threesOf(given)
  const likeness = (text: string): number => {
    const threes = threesOf(text)
    const shared = [...asked].filter((three) => threes.has(three)).length
    return shared - threes.size / 1000
  }
  return all
    .map(({ id, title }) => ({ id, like: Math.max(likeness(id), likeness(title)) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, offered)
    .map(({ id }) => id)
}

function threesOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 2) }, (_, i) => letters.slice(i, i + 3)))
}

const unitOf = ({ kind }: Measure): string =>
  kind === 'rate' ? 'per 10,000' : kind === 'share' || kind === 'shareAtDate' ? '%' : 'number'

const partAsJson = ({ period, ...figures }: Part): object => ({
  from: period.from,
  to: period.to,
  period: period.title,
  ...figures,
})

export function asJson(standing: Standing): object {
  const { measure, asAt, comparison, noComparator } = standing
  return {
    measure: measure.id,
    title: measure.title,
    kind: measure.kind,
    unit: unitOf(measure),
    better: measure.better,
    date: asAt,
    yearToDate: partAsJson(standing.yearToDate),
    rolling: partAsJson(standing.rolling),
    lastYear: partAsJson(standing.lastYear),
    target: standing.target,
    comparators: comparison === null ? null : comparisonAsJson(comparison),
    noComparator,
    sentence: standing.sentence,
    definition: { numerator: measure.numerator, denominator: measure.denominator, source: measure.source },
  }
}

export function inWords(standing: Standing): string {
  const { measure, asAt, target, comparison, noComparator } = standing
  const figure = (label: string, { period, printed, numerator, denominator }: Part): string => {
    const counts = denominator === null || measure.kind === 'rate' ? '' : ` (${numerator} of ${denominator})`
    return `${label}: ${printed}${counts}, ${period.title}`
  }
  const published = (label: string, value: number | null | undefined): string[] =>
    value === null || value === undefined ? [] : [`${label}: ${printedValue(measure, value)}`]
  const lines = [
    `${measure.title}, as at ${inFull(asAt)}`,
    figure('Year to date', standing.yearToDate),
    figure('Rolling', standing.rolling),
    figure('The year before', standing.lastYear),
    `Target: ${target === null ? 'none' : printedValue({ ...measure, decimals: Number.isInteger(target) ? 0 : 1 }, target)}`,
    ...(comparison === null
      ? [`Published: ${noComparator ?? 'not loaded'}`]
      : [
          `Published for ${comparison.period} (${comparison.series}): ${comparison.value ?? comparison.marker ?? 'no figure'}`,
          ...published('  Statistical neighbours, mean', comparison.neighbours?.mean),
          ...published(`  ${comparison.region?.name ?? ''}`, comparison.region?.value),
          ...published('  England', comparison.england?.value),
          `  ${licenceLine}`,
        ]),
    standing.sentence,
  ]
  return `${lines.join('\n')}\n`
}

/** With `--list`: the ids and titles, by service. */
export function listOf(all: readonly Measure[], json: boolean): string {
  const rows = all.map((one) => ({
    id: one.id,
    title: one.title,
    service: one.service,
    kind: one.kind,
    unit: unitOf(one),
  }))
  if (json) return `${JSON.stringify(rows)}\n`
  const width = Math.max(...rows.map(({ id }) => id.length))
  return `${rows.map(({ id, title }) => `${id.padEnd(width)}  ${title}`).join('\n')}\n`
}

function refuse(says: string, json: boolean): 2 {
  if (json) process.stdout.write(`${JSON.stringify({ problem: says })}\n`)
  process.stderr.write(`${says}\n`)
  return 2
}
