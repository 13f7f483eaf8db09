/** Measuring and saying what was measured. Times of one run are compared with each other, never with another run's. */
import { readFileSync } from 'node:fs'
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

/** User and system time of a process in microseconds, by the kernel's books; undefined where it keeps none for us. */
export function cpuOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // After the name, which may hold anything but ends at the last bracket: state is field 3, utime 14, stime 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * tickMicros
  } catch {
    return undefined
  }
}
/** Linux counts in ticks of a hundredth of a second on every machine we run on (`getconf CLK_TCK`). */
const tickMicros = 10_000

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
