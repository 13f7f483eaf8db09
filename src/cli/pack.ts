/**
 * `bin/heartwood pack --date DATE --out FILE.html|.pdf|.pptx [--publish] [--data DIR]`: the Scrutiny Board's pack. The
 * published one where there is one, otherwise a draft; `--publish` freezes the draft first. Exit code 0 where the file was
 * written, 2 where it was not.
 */
import { writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { readerFor } from '../core/access/access.ts'
import { type Day, dayOf, inFull, type Moment, moment, parseDay } from '../core/calendar/index.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { openSettings } from '../core/work/settings.ts'
import { type PackContent, type PackSources, packFor, publishPack } from '../insight/pack/index.ts'
import { assembleHeartwood } from '../services/index.ts'
import { isForm, type PackForm, packAs } from '../web/pages/pack/forms.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { ownData } from './start-command.ts'

export async function run(args: readonly string[]): Promise<number> {
  const now = moment(new Date().toISOString())
  const asked = understood(args, dayOf(now))
  if (!asked.ok) return refuse(asked.says)
  const { date, out, form, publish, data } = asked.value
  const database = await openRecord(data)
  if (!database.ok) return refuse(database.says)
  try {
    const content = await contentFor(database.value.pool, date, publish, now)
    if (!content.ok) return refuse(content.says)
    writeFileSync(out, (await packAs(form, content.value)).bytes)
    process.stdout.write(`${summary(content.value, publish)} It is in ${out}.\n`)
    return 0
  } finally {
    await database.value.close()
  }
}

async function contentFor(
  pool: OpenRecord['pool'],
  date: Day,
  publish: boolean,
  now: Moment,
): Promise<Outcome<PackContent>> {
  const settings = await openSettings(pool)
  const sources: PackSources = {
    reader: readerFor(pool, { worker: commandLine, role: 'command line', team: null }),
    pool,
    settings,
    measures: assembleHeartwood({ setting: settings.duration }).measures,
    council: 'Your council',
  }
  if (!publish) return packFor(sources, date)
  const publisher = { worker: null, name: `${userInfo().username}, on the command line` }
  return publishPack(sources, date, null, publisher, now)
}

/** In the access log, where nobody has signed in: no worker has the number 0. */
const commandLine = 0

function summary({ title, date, sections }: PackContent, published: boolean): string {
  const blocks = sections.flatMap((section) => section.blocks)
  const missing = blocks.filter((block) => block.kind === 'missing').length
  const what = `${title}, ${inFull(date)}${published ? ', is published' : ''}.`
  return missing === 0
    ? what
    : `${what} ${missing === 1 ? '1 part is' : `${missing} parts are`} missing, and it says why.`
}

interface Asked {
  readonly date: Day
  readonly out: string
  readonly form: PackForm
  readonly publish: boolean
  readonly data: string
}

/** Exported for its test. Problems: `pack.usage`, `pack.future`, those of `parseDay`. */
export function understood(args: readonly string[], today: Day): Outcome<Asked> {
  let values: ReturnType<typeof parse>['values']
  try {
    values = parse(args).values
  } catch (thrown) {
    return problem('pack.usage', {
      reason: thrown instanceof Error ? thrown.message.replace(/\.$/, '') : String(thrown),
    })
  }
  const { date: written, out, publish = false, data = ownData } = values
  if (written === undefined) return problem('pack.usage', { reason: 'Say for which day the pack is' })
  const date = parseDay(written)
  if (!date.ok) return date
  if (date.value > today) return problem('pack.future', { today: inFull(today) })
  if (out === undefined) return problem('pack.usage', { reason: 'Say into which file the pack goes' })
  const form = extname(out).slice(1).toLowerCase()
  if (!isForm(form)) return problem('pack.usage', { reason: `“${out}” does not end in .html, .pdf or .pptx` })
  return done({ date: date.value, out, form, publish, data })
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      date: { type: 'string' },
      out: { type: 'string' },
      publish: { type: 'boolean' },
      data: { type: 'string' },
    },
  })

function refuse(says: string): 2 {
  process.stderr.write(`${says}\n`)
  return 2
}
