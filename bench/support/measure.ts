/** Measuring and saying what was measured. Times of one run are compared with each other, never with another run's. */
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** Ratios are medians of this many rounds in which the things compared take turns. */
export const roundsDefault = 7

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Of each round's own two values, so that a slow minute of the machine touches both sides alike. */
export function medianRatio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((value, i) => value / below[i]!))
}

/**
 * CPU of a PostgreSQL backend in microseconds, by the kernel's books: a backend has one thread, so its main thread's
 * time to the nanosecond is all of it. Zero where there are no such books (macOS): there only our own CPU is counted.
 */
export function cpuOfBackend(pid: number): number {
  const file = `/proc/${pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'latin1').split(' ')[0]) / 1000 : 0
}

export const cpuHere = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

export function sayMachine(): void {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  console.log(
    `${availableParallelism()} cores of ${first?.model ?? 'an unknown processor'}, ${memory} GiB, Node ${process.versions.node}`,
  )
  console.log(`Load average ${loadavg()[0]!.toFixed(1)} before the run`)
}

/** Collects verdicts; the exit code of the benchmark follows from them. */
export class Budgets {
  private failed = 0

  /** @param limit the most it may be, or the least with `atLeast` */
  judge(what: string, value: number, limit: number, atLeast: 'atLeast' | 'atMost' = 'atMost'): void {
    const passed = atLeast === 'atLeast' ? value >= limit : value <= limit
    if (!passed) this.failed++
    const bound = atLeast === 'atLeast' ? 'at least' : 'at most'
    console.log(`${passed ? 'PASS' : 'FAIL'}  ${what}: ${figure(value)} (${bound} ${figure(limit)})`)
  }

  get exitCode(): number {
    return this.failed === 0 ? 0 : 1
  }
}

/** Three significant figures, or all the digits of a large number. */
export const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)))

/** A plain table: the first column to the left, the others to the right. */
export function sayTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  for (const row of all)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
}
