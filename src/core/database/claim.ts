/**
 * The claim of one launcher on a data directory: a small file, made exclusively, that names the process. It covers the
 * moments in which no server is up and so no advisory lock can be held (making the cluster, switching durability), and
 * carries the address that a second start prints.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const claimShape = z.object({ pid: z.number(), identity: z.string(), address: z.string().optional() })
type ClaimContent = z.infer<typeof claimShape>

export interface Claim {
  /** Writes down the address at which this launcher serves. */
  announce(address: string): void
  release(): void
}

/**
 * What tells this process from a later one with the same number: the moment it started. `undefined` for no such process.
 * A container restarts with the same few numbers each time, so the number alone would mistake a stranger for ourselves.
 */
function identityOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name in brackets may hold spaces; the start time is the 20th field after it (proc(5), field 22).
      const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (afterName[0] === 'Z') return undefined
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${afterName[19]}`
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

function read(file: string): ClaimContent | undefined {
  try {
    return claimShape.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** The address another living launcher gave, or '' when it has not come so far; `undefined` when there is no other. */
export function addressOfHolder(file: string): string | undefined {
  const holder = read(file)
  if (holder === undefined || identityOf(holder.pid) !== holder.identity) return undefined
  return holder.address ?? ''
}

/** Claims the directory, or answers `undefined` because a living launcher holds it. */
export function claim(file: string): Claim | undefined {
  const mine: ClaimContent = { pid: process.pid, identity: identityOf(process.pid) ?? 'unknown' }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return {
        announce: (address) => writeFileSync(file, JSON.stringify({ ...mine, address })),
        release: () => rmSync(file, { force: true }),
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (addressOfHolder(file) !== undefined) return undefined
      rmSync(file, { force: true })
    }
  }
  return undefined
}
