/**
 * How long a return takes, whole process and cold, against its budget; the parse against saxes; one child checked again.
 * `npm run bench -- returns [small]` or `node bench/returns.ts [small]`; `small` leaves out the census of 200,000.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { check } from '../src/returns/engine/run.ts'
import { load903 } from '../src/returns/ssda903/index.ts'
import { write903, writeCin, writeSen2 } from './returns/files.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const seed = 20_261_123

interface Case {
  readonly name: string
  readonly args: readonly string[]
  readonly children: number
  /** Budget on the bench machine: seconds of the whole process, and megabytes. */
  readonly seconds: number
  readonly megabytes?: number
}

interface Measured {
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
}

/** Runs the command of the product once, cold. Findings go to a file, as they would to a disk. */
function measure(folder: string, args: readonly string[]): Measured {
  const out = openSync(join(folder, 'out.json'), 'w')
  const usage = join(folder, 'usage.json')
  const preload = pathToFileURL(join(root, 'bench/returns/usage.mjs')).href
  const began = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', preload, join(root, 'bin/heartwood'), 'returns', 'check', ...args, '--format', 'json'],
    { stdio: ['ignore', out, 'pipe'], env: { ...process.env, RETURNS_USAGE: usage } },
  )
  const wall = (performance.now() - began) / 1000
  closeSync(out)
  if (status !== 0 && status !== 1) throw new Error(`returns check answered ${status}: ${stderr.toString()}`)
  return { wall, ...(JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; megabytes: number }) }
}

function run903(folder: string, children: number): Omit<Case, 'seconds' | 'megabytes'> {
  const { files, previous } = write903(join(folder, `903-${children}`), children, seed)
  const name = `SSDA903, ${children.toLocaleString('en-GB')} children, two years`
  return { name, children, args: ['ssda903', '--year', '2027', '--previous', previous, files] }
}

function runXml(
  folder: string,
  kind: 'cin' | 'sen2',
  children: number,
  write: (file: string, count: number, seed: number) => void,
): Omit<Case, 'seconds' | 'megabytes'> {
  const file = join(folder, `${kind}-${children}.xml`)
  write(file, children, seed)
  const name = `${kind === 'cin' ? 'CIN census' : 'SEN2'}, ${children.toLocaleString('en-GB')} children`
  return { name, children, args: [kind, '--year', '2026', file] }
}

const runs = 5

function benchCase(folder: string, one: Case): void {
  const measured = Array.from({ length: runs }, () => measure(folder, one.args)).sort((a, b) => a.wall - b.wall)
  const { wall, cpu, megabytes } = measured[0]!
  const isWithin = wall <= one.seconds && megabytes <= (one.megabytes ?? Number.POSITIVE_INFINITY)
  const budget = `budget ${one.seconds} s${one.megabytes === undefined ? '' : ` and ${one.megabytes} MB`}`
  say(
    `${one.name}: ${wall.toFixed(2)} s (median ${measured[runs >> 1]!.wall.toFixed(2)}), CPU ${cpu.toFixed(2)} s, ${megabytes.toFixed(0)} MB; ${budget}: ${isWithin ? 'kept' : 'MISSED'}; ${Math.round(one.children / wall).toLocaleString('en-GB')} children a second`,
  )
  const { findings, ran } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as {
    findings: { rule: string }[]
    ran: string[]
  }
  const counts = Map.groupBy(findings, ({ rule }) => rule)
  const perRule = [...counts].sort(([, a], [, b]) => b.length - a.length).map(([rule, of]) => `${rule} ${of.length}`)
  say(`  ${ran.length} rules run, ${findings.length.toLocaleString('en-GB')} findings: ${perRule.join(', ')}`)
}

/** Best of five fresh processes each, taken in turns. */
function benchParse(folder: string): void {
  const file = join(folder, 'cin-20000.xml')
  const cpuOf = (who: string) =>
    Number(execFileSync(process.execPath, ['--no-warnings', join(root, 'bench/returns/parse.ts'), who, file]))
  const pairs = Array.from({ length: runs }, () => [cpuOf('ours'), cpuOf('saxes')] as const)
  const ours = Math.min(...pairs.map(([own]) => own))
  const saxes = Math.min(...pairs.map(([, peer]) => peer))
  const megabytes = statSync(file).size / 1e6
  say(
    `Parse of ${megabytes.toFixed(0)} MB of CIN census into columns: CPU ${ours.toFixed(2)} s (${(megabytes / ours).toFixed(0)} MB/s); saxes with empty handlers ${saxes.toFixed(2)} s; ratio ${(ours / saxes).toFixed(2)}, budget 1.6: ${ours / saxes <= 1.6 ? 'kept' : 'MISSED'}`,
  )
}

function benchOneChild(folder: string): void {
  const read = (path: string) => readdirSync(path).map((name) => ({ name, bytes: readFileSync(join(path, name)) }))
  const files = read(join(folder, '903-10000', 'this-year'))
  const last = read(join(folder, '903-10000', 'last-year'))
  const { checked } = load903({ files, last }, { year: 2027 })
  const times: number[] = []
  for (let child = 0; child < 5000; child++) {
    const began = performance.now()
    check(checked.store, checked.rules, checked.collection, child)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)]!
  say(
    `One child of 10,000 checked again: median ${times[times.length >> 1]!.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms; budget 1 ms: ${p95 < 1 ? 'kept' : 'MISSED'}`,
  )
}

/** Runs the benchmark and answers the exit code. */
export async function run([size]: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'returns-bench-'))
  try {
    say(`Seed ${seed}; best of ${runs} whole processes, cold.`)
    const cases: Case[] = [
      { ...run903(folder, 1000), seconds: 0.3 },
      { ...run903(folder, 10_000), seconds: 0.9, megabytes: 250 },
      { ...runXml(folder, 'cin', 2000, writeCin), seconds: 0.3 },
      { ...runXml(folder, 'cin', 20_000, writeCin), seconds: 1.2, megabytes: 250 },
      { ...runXml(folder, 'sen2', 10_000, writeSen2), seconds: 0.6 },
    ]
    measure(folder, cases[0]!.args) // builds the product where that is still to be done
    for (const one of cases) benchCase(folder, one)
    benchParse(folder)
    benchOneChild(folder)
    // No less than the rate of 20,000 children: twelve seconds.
    if (size !== 'small')
      benchCase(folder, { ...runXml(folder, 'cin', 200_000, writeCin), seconds: 12, megabytes: 400 })
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await run(process.argv.slice(2))
}
