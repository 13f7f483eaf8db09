/**
 * `bin/heartwood comparator SERIES --area 331 --period 2021`: one published figure beside its neighbours, its region and
 * England. A contract with other programs: the keys of the JSON; exit code 0 answered, 1 nothing published, 2 not understood.
 */
import { parseArgs } from 'node:util'
import { type Day, dayOf, type Moment, moment, parseDay } from '../core/calendar/index.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { openSettings } from '../core/work/settings.ts'
import { type Asked, authoritySetting, type Comparison, comparatorOf, licenceLine } from '../insight/published/index.ts'
import { openRecord } from './open-record.ts'
import { ownData } from './start-command.ts'

const usage =
  'Usage: bin/heartwood comparator SERIES --area 331 [--period 2021] [--date DAY] [--data DIR] [--format json]'

interface Understood {
  readonly asked: Omit<Asked, 'area'> & { readonly area: string | undefined }
  readonly data: string
  readonly json: boolean
}

export async function run(args: readonly string[]): Promise<number> {
  const understood = understand(args, moment(new Date().toISOString()))
  if (!understood.ok) return refuse(understood.says, args.includes('json'), 2)
  const { asked, data, json } = understood.value
  const database = await openRecord(data)
  if (!database.ok) return refuse(database.says, json, 2)
  try {
    const { pool } = database.value
    const area = asked.area ?? (await openSettings(pool)).text(authoritySetting, asked.on)
    if (area === undefined) return refuse(`Give the area with --area. ${usage}`, json, 2)
    const comparison = await comparatorOf(pool, { ...asked, area })
    if (!comparison.ok) return refuse(comparison.says, json, 1)
    process.stdout.write(json ? `${JSON.stringify(asJson(comparison.value))}\n` : inWords(comparison.value))
    return 0
  } finally {
    await database.value.close()
  }
}

/** Exported for its test. */
export function understand(args: readonly string[], now: Moment): Outcome<Understood> {
  const wrong = (given: string) => problem('start.option', { given, usage })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (thrown) {
    return wrong(thrown instanceof Error ? thrown.message : String(thrown))
  }
  const { values, positionals } = parsed
  const [series, ...more] = positionals
  if (series === undefined || more.length > 0) return wrong(more.join(' '))
  if (values.format !== undefined && values.format !== 'json' && values.format !== 'text') return wrong(values.format)
  let on: Day = dayOf(now)
  if (values.date !== undefined) {
    const read = parseDay(values.date)
    if (!read.ok) return read
    on = read.value
  }
  const period = values.period === undefined ? {} : { period: values.period }
  return done({
    asked: { series, area: values.area, on, ...period },
    data: values.data ?? ownData,
    json: values.format === 'json',
  })
}

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  const options = { area: text, period: text, date: text, data: text, format: text }
  return parseArgs({ args: [...args], options, allowPositionals: true })
}

const noNeighbours = 'Statistical neighbours: no model in force has any of this area'

/** The figures themselves for the region and England, as for the area: a sign stands in a key of its own. */
export function asJson({ neighbours, region, england, rank, ...own }: Comparison): object {
  return {
    ...own,
    neighbours,
    ...(neighbours === null ? { note: noNeighbours } : {}),
    region: region?.value ?? null,
    ...(region?.marker == null ? {} : { regionMarker: region.marker }),
    ...(region === null ? {} : { regionName: region.name }),
    england: england?.value ?? null,
    ...(england?.marker == null ? {} : { englandMarker: england.marker }),
    rank,
  }
}

export function inWords(comparison: Comparison): string {
  const { series, area, period, neighbours, region, england, rank } = comparison
  const shown = (one: { value: number | null; marker?: string | null } | null): string =>
    one === null ? 'none published' : String(one.value ?? one.marker ?? 'none published')
  const lines = [
    `${series}, ${area}, ${period}: ${shown(comparison)}`,
    neighbours === null
      ? noNeighbours
      : `Statistical neighbours (${neighbours.model}): ${neighbours.mean ?? 'none published'}, the mean of ${neighbours.published} of ${neighbours.areas.length}`,
    ...(region === null ? [] : [`${region.name}: ${shown(region)}`]),
    `England: ${shown(england)}`,
    ...(rank === null ? [] : [`Place among them: ${rank.position} of ${rank.of}`]),
    licenceLine,
  ]
  return `${lines.join('\n')}\n`
}

function refuse(says: string, json: boolean, code: 1 | 2): number {
  if (json) process.stdout.write(`${JSON.stringify({ problem: says })}\n`)
  process.stderr.write(`${says}\n`)
  return code
}
