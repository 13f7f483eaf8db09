/**
 * `heartwood returns check|mend`: statutory returns on files. A contract with other programs: the arguments, the exit
 * codes (0 no errors, 1 errors found, 2 could not read) and the JSON are described in `docs/returns/README.md`.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import type { Asked, Report } from '../returns/check-return.ts'
import { blankDay, readDayText, unreadableDay } from '../returns/engine/days.ts'
import type { GivenFile } from '../returns/reading/files.ts'
import { type Format, written } from '../returns/report/write.ts'

/** Where a command writes; `process` in production, collected texts in tests. */
export interface Io {
  out(text: string): void
  err(text: string): void
}

const usage = `Usage: heartwood returns check ssda903|cin|sen2 --year YYYY [--previous PATH] [--authority CODE] [--from DATE --to DATE]
         [--providers FILE] [--postcodes FILE] [--format text|json|csv] [--rules CODE,CODE] PATH...
       heartwood returns mend ssda903|cin|sen2 --year YYYY [--write FOLDER] PATH...`

/** The command as a process of its own. */
export function run(args: readonly string[]): Promise<number> {
  // It lives for a second. Hundreds of rules compiled by V8's slowest compiler cost more than their faster code gives back:
  // with this, 10,000 children take a quarter less of the processor. See `bench/returns.ts`.
  setFlagsFromString('--invocation-count-for-turbofan=100000')
  // What a rule makes it forgets at once, so room for young objects is only memory: this takes 70 MB off a large return.
  setFlagsFromString('--max-semi-space-size=4')
  setFlagsFromString('--semi-space-growth-factor=1')
  return returnsCommand(args, {
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
  })
}

const codeOf = (thrown: unknown): unknown => (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined)
const pause = new Int32Array(new SharedArrayBuffer(4))

/** Writes to a file or a pipe, and waits for a reader that is slower. One that has gone away is no failure of ours. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (thrown) {
      if (codeOf(thrown) === 'EPIPE') return
      if (codeOf(thrown) !== 'EAGAIN') throw thrown
      Atomics.wait(pause, 0, 0, 2)
    }
  }
}

/** Runs the command and answers its exit code. */
export async function returnsCommand(args: readonly string[], io: Io): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${usage}\n`)
    return 0
  }
  const command = understood(args)
  if (!command.ok) {
    io.err(`${command.says}\n${usage}\n`)
    return 2
  }
  return command.value.action === 'check' ? checkCommand(command.value, io) : mendCommand(command.value, io)
}

interface Command {
  readonly action: 'check' | 'mend'
  readonly kind: 'ssda903' | 'cin' | 'sen2'
  readonly asked: Asked
  readonly format: Format
  readonly paths: readonly string[]
  readonly previous: readonly string[]
  readonly providers?: string
  readonly postcodes?: string
  readonly write?: string
}

const options = {
  year: { type: 'string' },
  previous: { type: 'string', multiple: true },
  authority: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  providers: { type: 'string' },
  postcodes: { type: 'string' },
  format: { type: 'string' },
  rules: { type: 'string', multiple: true },
  write: { type: 'string' },
} as const

/** First and last year of each return: the year in which the period ends; SEN2, the year of the January census. */
const years = { ssda903: [2018, 2027], cin: [2017, 2026], sen2: [2023, 2027] } as const

const refused = (reason: string) => problem('return.usage', { reason })

function understood(args: readonly string[]): Outcome<Command> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (thrown) {
    return refused(thrown instanceof Error ? thrown.message.replace(/\.$/, '') : String(thrown))
  }
  const { values, positionals } = parsed
  const [action, kind, ...paths] = positionals
  if (action !== 'check' && action !== 'mend') return refused('Say what to do: check or mend')
  if (kind !== 'ssda903' && kind !== 'cin' && kind !== 'sen2') return refused('Name the return: ssda903, cin or sen2')
  if (paths.length === 0) return refused('Name a folder or files to read')
  const [first, last] = years[kind]
  const year = Number(values.year)
  if (!Number.isInteger(year) || year < first || year > last) {
    return refused(`--year must be a year from ${first} to ${last}`)
  }
  const from = dayOf(values.from)
  const to = dayOf(values.to)
  if (from === unreadableDay || to === unreadableDay) return refused('--from and --to must be dates such as 2025-04-01')
  const format = values.format ?? 'text'
  if (format !== 'text' && format !== 'json' && format !== 'csv') return refused('--format must be text, json or csv')
  const only = values.rules?.flatMap((codes) => codes.split(',')).map((one) => one.trim())
  return done({
    action,
    kind,
    format,
    paths,
    previous: values.previous ?? [],
    asked: {
      year,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(values.authority === undefined ? {} : { authority: values.authority }),
      ...(only === undefined ? {} : { only }),
    },
    ...(values.providers === undefined ? {} : { providers: values.providers }),
    ...(values.postcodes === undefined ? {} : { postcodes: values.postcodes }),
    ...(values.write === undefined ? {} : { write: values.write }),
  })
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const day = readDayText(text)
  return day === blankDay ? unreadableDay : day
}

async function checkCommand(command: Command, io: Io): Promise<number> {
  const unread: string[] = []
  const report = await reportOn(command, unread)
  for (const says of unread) io.err(`${says}\n`)
  for (const { file, says } of report.notes) io.err(`${file}: ${says}\n`)
  for (const { file, says } of report.faults) io.err(`${file}: ${says}\n`)
  for (const text of written(report, command.format)) io.out(text)
  if (unread.length > 0 || report.faults.length > 0) return 2
  return report.counts.error > 0 ? 1 : 0
}

/** Only the return that is asked for is loaded: its rules are most of the time a small return takes. */
async function reportOn(command: Command, unread: string[]): Promise<Report> {
  const { kind, asked, paths } = command
  if (kind === 'ssda903') {
    const { check903 } = await import('../returns/ssda903/index.ts')
    const providers = oneFile(command.providers, unread)
    const postcodes = oneFile(command.postcodes, unread)
    return check903(
      {
        files: filesAt(paths, unread).map(readWhole),
        last: filesAt(command.previous, unread).map(readWhole),
        ...(providers === undefined ? {} : { providers }),
        ...(postcodes === undefined ? {} : { postcodes }),
      },
      asked,
    )
  }
  const files = filesAt(paths, unread)
  if (kind === 'cin') {
    const { loadCin } = await import('../returns/cin-census/index.ts')
    const { CinReader } = await import('../returns/cin-census/read.ts')
    return loadCin(
      files.map((file) => readInPieces(file, new CinReader(basename(file)))),
      asked,
    ).report
  }
  const { loadSen2 } = await import('../returns/sen2/index.ts')
  const { Sen2Reader } = await import('../returns/sen2/read.ts')
  return loadSen2(
    files.map((file) => readInPieces(file, new Sen2Reader(basename(file)))),
    asked,
  ).report
}

/** The files of the paths given: those named, and the returns in folders named. */
function filesAt(paths: readonly string[], unread: string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) {
      unread.push(`${path}: There is no such file or folder.`)
      return []
    }
    if (!found.isDirectory()) return [path]
    const files = readdirSync(path)
      .filter((name) => /\.(csv|txt|xml|xlsx)$/i.test(name))
      .sort()
    if (files.length === 0) unread.push(`${path}: There is no CSV, XML or XLSX file in this folder.`)
    return files.map((name) => join(path, name))
  })
}

function oneFile(path: string | undefined, unread: string[]): GivenFile | undefined {
  if (path === undefined) return undefined
  const [file] = filesAt([path], unread)
  return file === undefined ? undefined : readWhole(file)
}

const readWhole = (path: string): GivenFile => ({ name: basename(path), bytes: readFileSync(path) })

interface PieceReader<R> {
  push(piece: Uint8Array): void
  end(): R
}

/** A return of a usual size is read in one piece; a larger one in pieces, so that one of any size needs little memory. */
const usualBytes = 32 * 1024 * 1024
const pieceBytes = 4 * 1024 * 1024

/** Reads a message piece by piece; one in UTF-16 in one piece, because it cannot be cut just anywhere. */
function readInPieces<R>(path: string, reader: PieceReader<R>): R {
  const descriptor = openSync(path, 'r')
  try {
    const size = statSync(path).size
    const head = new Uint8Array(2)
    readSync(descriptor, head, 0, 2, 0)
    const isCuttable = head[0] === 60 && head[1] !== 0
    const isWhole = size <= usualBytes || !(isCuttable || head[0] === 0xef)
    const length = isWhole ? Math.max(size, 1) : pieceBytes
    for (let at = 0; at < size; at += length) {
      const piece = new Uint8Array(Math.min(length, size - at))
      readSync(descriptor, piece, 0, piece.length, at)
      reader.push(piece)
    }
    return reader.end()
  } finally {
    closeSync(descriptor)
  }
}

async function mendCommand(command: Command, io: Io): Promise<number> {
  const { mend } = await import('../returns/mend/index.ts')
  const unread: string[] = []
  const files = filesAt(command.paths, unread).map(readWhole)
  const mended = mend(command.kind, files, command.asked.year)
  for (const says of unread) io.err(`${says}\n`)
  for (const { file, says } of mended.faults) io.err(`${file}: ${says}\n`)
  for (const { file, row, column, from, to, why } of mended.changes) {
    const place = [file, row === undefined ? '' : `row ${row}`, column ?? ''].filter((part) => part !== '').join(', ')
    io.out(`${place}: ${why}${from === undefined ? '' : ` (“${from}” becomes “${to ?? ''}”)`}\n`)
  }
  if (command.write === undefined) {
    io.out(`${mended.changes.length} changes. Nothing was written; add --write FOLDER to write the mended files.\n`)
  } else {
    mkdirSync(command.write, { recursive: true })
    for (const { name, bytes } of mended.files) writeFileSync(join(command.write, name), bytes, { flag: 'wx' })
    io.out(`${mended.changes.length} changes; ${mended.files.length} files written to ${command.write}.\n`)
  }
  return unread.length > 0 || mended.faults.length > 0 ? 2 : 0
}
