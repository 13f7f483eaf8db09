/**
 * `bin/heartwood ofsted-profile --date DATE --authority 331|england`: the percentage of pupils in good or outstanding schools
 * as at a day. A contract with other programs: with `--format json` one object on stdout; exit code 0 answered, 2 not.
 * Several codes with commas between them are pooled.
 */
import { parseArgs } from 'node:util'
import { inFull, parseDay } from '../core/calendar/index.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { type EarlyYears, earlyYears, ofstedProfile, type Profile, phases } from '../insight/ofsted/index.ts'
import { openRecord } from './open-record.ts'
import { ownData } from './start-command.ts'

const usage =
  'Usage: bin/heartwood ofsted-profile --date DATE --authority 331|331,831|england [--data DIR] [--format json]'

export async function run(args: readonly string[]): Promise<number> {
  const asked = understood(args)
  if (!asked.ok) return refuse(asked.says, args.includes('json'))
  const { date, authority, data, json } = asked.value
  const database = await openRecord(data)
  if (!database.ok) return refuse(database.says, json)
  try {
    const profile = await ofstedProfile(database.value.pool, { date, authority })
    if (!profile.ok) return refuse(profile.says, json)
    const early = await earlyYears(database.value.pool, { date, authority })
    // The schools are answered all the same where the register does not have the authority.
    const row = early.ok ? early.value : null
    process.stdout.write(json ? `${JSON.stringify({ ...profile.value, earlyYears: row })}\n` : text(profile.value, row))
    return 0
  } finally {
    await database.value.close()
  }
}

function refuse(says: string, json: boolean): 2 {
  if (json) process.stdout.write(`${JSON.stringify({ problem: says })}\n`)
  process.stderr.write(`${says}\n`)
  return 2
}

/** Exported for its test. Problems: `start.option`, those of `parseDay`. */
export function understood(args: readonly string[]) {
  const option = (given: string) => problem('start.option', { given, usage })
  let values: ReturnType<typeof parse>['values']
  try {
    values = parse(args).values
  } catch {
    return option(args.join(' '))
  }
  const day = parseDay(values.date ?? '')
  if (!day.ok) return option(`--date ${values.date ?? ''}`.trim())
  const authority = authorityOf(values.authority ?? '')
  if (!authority.ok) return option(`--authority ${values.authority ?? ''}`.trim())
  const format = values.format ?? 'text'
  if (format !== 'text' && format !== 'json') return option(`--format ${format}`)
  return done({ date: day.value, authority: authority.value, data: values.data ?? ownData, json: format === 'json' })
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      date: { type: 'string' },
      authority: { type: 'string' },
      data: { type: 'string' },
      format: { type: 'string' },
    },
  })

function authorityOf(text: string): Outcome<string | readonly string[]> {
  const codes = text.split(',').map((code) => code.trim())
  const [only] = codes
  if (codes.length === 1 && only !== undefined && (/^\d{3}$/.test(only) || only === 'england')) return done(only)
  return codes.every((code) => /^\d{3}$/.test(code)) ? done(codes) : problem('start.option', { given: text, usage })
}

const titles = {
  nursery: 'Nursery schools',
  primary: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
  alternativeProvision: 'Pupil referral units and alternative provision',
  overall: 'Overall',
} as const
const printed = (percent: number | null): string => (percent === null ? 'none' : `${percent.toFixed(1)}%`)

/** Exported for its test. */
export function text(
  { date, percentGoodOrBetter, eras, inherited, coverage }: Profile,
  early: EarlyYears | null,
): string {
  const line = (title: string, value: string) => `  ${title.padEnd(titles.alternativeProvision.length)}  ${value}`
  const lines = [
    `Pupils in good or outstanding schools on ${inFull(date)}`,
    line('Early years (providers)', early === null ? 'not loaded' : printed(early.percentGoodOrBetter)),
    ...[...phases, 'overall' as const].map((phase) => line(titles[phase], printed(percentGoodOrBetter[phase]))),
    line('Overall, without inherited grades', printed(inherited.without.overall)),
    ...eras
      .filter(({ era, schools }) => era !== 'grades' && schools > 0)
      .map(
        ({ title, schools, percentMet }) => `${title}: ${schools} schools, all judgements met ${printed(percentMet)}`,
      ),
    coverage,
  ]
  return `${lines.join('\n')}\n`
}
