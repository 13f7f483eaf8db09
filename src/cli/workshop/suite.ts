/** Running one suite in a process of its own and counting what passed. */
import { spawn } from 'node:child_process'
import { z } from 'zod'

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The full names of the tests that were skipped. */
  readonly skippedNames: readonly string[]
}

export const none: Count = { passed: 0, failed: 0, skipped: 0, skippedNames: [] }

export const sum = (counts: readonly Count[]): Count =>
  counts.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      skippedNames: [...a.skippedNames, ...b.skippedNames],
    }),
    none,
  )

/** The line every test run ends with. */
export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

export interface Ran {
  readonly code: number
  readonly output: string
}

/** Runs a JavaScript program on this Node, keeping what it prints. */
export function runNode(
  cwd: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const kept: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => kept.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => kept.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(kept).toString('utf8') }))
  })
}

/** A check that is all or nothing counts as one test. */
export const countOfCheck = ({ code }: Ran): Count => (code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 })

/** The part we read of what Vitest's `json` reporter writes. */
const reportShape = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

/**
 * Counts Vitest's report. A file that fails without a failing test in it (it could not be loaded, its set-up threw) counts
 * as one failure, and so does a run that ended badly without naming anything, or that wrote no report.
 */
export function countOfReport(json: string | undefined, code: number): Count {
  const report = json === undefined ? undefined : reportShape.safeParse(JSON.parse(json)).data
  if (report === undefined) return { ...none, failed: 1 }
  const files = report.testResults.map(({ status, assertionResults }): Count => {
    const having = (wanted: readonly string[]) => assertionResults.filter((each) => wanted.includes(each.status))
    const failed = having(['failed']).length
    const skipped = having(['pending', 'skipped', 'todo', 'disabled'])
    return {
      passed: having(['passed']).length,
      failed: failed === 0 && status === 'failed' ? 1 : failed,
      skipped: skipped.length,
      skippedNames: skipped.map(({ fullName }) => fullName),
    }
  })
  const total = sum(files)
  const endedBadly = !report.success || code !== 0
  return endedBadly && total.failed === 0 ? { ...total, failed: 1 } : total
}
