/**
 * `bin/heartwood import KIND FILE...`: loads files into the record. A contract with other programs: exit code 0 where all was
 * loaded, 1 where some came back to mend, 2 where nothing could be; progress on stderr, one line of what was done on stdout,
 * or with `--format json` one object. Rows that were refused stand in `NAME-to-mend.csv`, beside the file or in `--mend DIR`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Imported, Importer, ToMend } from '../core/batches/importer.ts'
import { mendFile } from '../core/batches/mend-file.ts'
import { type Moment, moment } from '../core/calendar/index.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { type FileAt, filesGiven, readWhole } from './given-files.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { progressOn } from './progress.ts'
import { ownData } from './start-command.ts'

/** Each is loaded only when it is asked for. */
const kinds: Kinds = {
  comparators: async () => (await import('../insight/published/index.ts')).importComparators,
  cin: async () => (await import('../imports/cin-census/index.ts')).importCinCensus,
  ofsted: async () => (await import('../insight/ofsted/index.ts')).importOfsted,
  targets: async () => {
    const [{ targetsImporter }, { measures }] = await Promise.all([
      import('../insight/targets/index.ts'),
      import('../services/index.ts'),
    ])
    return targetsImporter(measures)
  },
  ssda903: async () => (await import('../insight/placements/index.ts')).importSsda903,
}

export type Kinds = Readonly<Record<string, () => Promise<Importer>>>

/** What the command has of the world around it; the tests give their own. */
export interface Surroundings {
  readonly kinds: Kinds
  readonly open: (data: string) => Promise<Outcome<OpenRecord>>
  readonly now: () => Moment
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True where stderr is a terminal, on which progress is shown in place. */
  readonly inPlace: boolean
}

export function run(args: readonly string[]): Promise<number> {
  return importCommand(args, {
    kinds,
    open: openRecord,
    now: () => moment(new Date().toISOString()),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    inPlace: process.stderr.isTTY === true,
  })
}

interface Asked {
  readonly kind: string
  readonly load: () => Promise<Importer>
  readonly files: readonly FileAt[]
  readonly data: string
  readonly mend: string | undefined
  readonly json: boolean
}

export async function importCommand(args: readonly string[], around: Surroundings): Promise<number> {
  const asked = understood(args, around.kinds)
  if (!asked.ok) return refuse(asked.says, args.includes('json'), around)
  const { kind, load, files, data, json } = asked.value
  const database = await around.open(data)
  if (!database.ok) return refuse(database.says, json, around)
  try {
    const screen = progressOn({ write: around.err, inPlace: around.inPlace, now: () => performance.now() })
    const importer = await load()
    const imported = await screen.step(`Loading ${kind}`, (count) =>
      importer(files.map(readWhole), {
        pool: database.value.pool,
        now: around.now(),
        progress: (done, total, what) => count({ what, done, ...(total === null ? {} : { of: total }) }),
      }),
    )
    if (!imported.ok) return refuse(imported.says, json, around)
    return told(asked.value, imported.value, around)
  } finally {
    await database.value.close()
  }
}

function understood(args: readonly string[], kinds: Kinds): Outcome<Asked> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.replace(/\.$/, '') : String(thrown)
    return problem('import.usage', { reason, kinds: Object.keys(kinds).join('|') })
  }
  const { values, positionals } = parsed
  const [kind = '', ...paths] = positionals
  const load = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  const usage = (reason: string) => problem('import.usage', { reason, kinds: Object.keys(kinds).join('|') })
  if (load === undefined)
    return usage(kind === '' ? 'Say what to load' : `“${kind}” is not something that can be loaded`)
  if (paths.length === 0) return usage('Name a file or a folder to load')
  const format = values.format ?? 'text'
  if (format !== 'text' && format !== 'json') return usage('--format must be text or json')
  const files = filesGiven(paths)
  if (!files.ok) return files
  return done({
    kind,
    load,
    files: files.value,
    data: values.data ?? ownData,
    mend: values.mend,
    json: format === 'json',
  })
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, mend: { type: 'string' }, format: { type: 'string' } },
    allowPositionals: true,
  })

function refuse(says: string, json: boolean, { out, err }: Surroundings): 2 {
  if (json) out(`${JSON.stringify({ problem: says })}\n`)
  err(`${says}\n`)
  return 2
}

/** Writes what is to mend, and says what was done. */
function told({ kind, files, mend, json }: Asked, imported: Imported, { out, err }: Surroundings): 0 | 1 {
  const { says, loaded, notes, failed = [] } = imported
  const toMend = imported.toMend.filter(({ refused }) => refused.length > 0)
  const written = toMend.map((one) => ({
    file: one.file,
    rows: one.refused.length,
    path: writeMend(one, files.find(({ name }) => name === one.file)?.path ?? one.file, mend),
  }))
  if (json) out(`${JSON.stringify({ kind, says, loaded, toMend: written, notes, failed })}\n`)
  else out(`${[says, ...notes].join('\n')}\n`)
  for (const sentence of failed) err(`${sentence}\n`)
  for (const { file, rows, path } of written) {
    err(`${file}: ${rows === 1 ? '1 row was' : `${rows} rows were`} not loaded. See ${path}\n`)
  }
  return failed.length > 0 || written.length > 0 ? 1 : 0
}

/** Never over a file that someone may be mending: one that says something else gets a number beside it. */
function writeMend({ file, header, refused }: ToMend, source: string, folder: string | undefined): string {
  const text = mendFile(header, refused)
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  // In a folder for all of them, files of several folders are told apart by the folder in their name.
  const name = (folder === undefined ? basename(source) : file.replaceAll(/[/\\]+/g, '-')).replace(/\.[^.]*$/, '')
  for (let number = 1; ; number++) {
    const path = join(folder ?? dirname(source), `${name}-to-mend${number === 1 ? '' : `-${number}`}.csv`)
    if (writeNew(path, text) || readFileSync(path, 'utf8') === text) return path
  }
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false
    throw thrown
  }
}
