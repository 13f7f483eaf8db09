/** A cluster: the folder in which PostgreSQL keeps its databases. Made here, and told whether it is safely on disk. */
import { execFile } from 'node:child_process'
import { access, chmod, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { Binaries, Unprivileged } from './binaries.ts'
import { type Layout, superuser } from './postmaster.ts'
import type { Durability } from './settings.ts'

const run = promisify(execFile)

/** The major version that made the cluster; `undefined` where there is none. */
export async function majorOf(layout: Layout): Promise<number | undefined> {
  const text = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** Made beside its place and renamed, so that a cluster half made is never taken for one. */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  as: Unprivileged | undefined,
  durability: Durability,
): Promise<Outcome<void>> {
  const unfinished = `${layout.cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  // Sorting by code point is the same on every machine and in every version; names are sorted by a collation we choose.
  // PostgreSQL 15 and 16 have no collations of their own, so there it is the C library's.
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8']
  // What is loaded next is synced as a whole at its end, and this with it.
  const sync = durability === 'loading' ? ['--no-sync'] : []
  const flags = [
    '-D',
    unfinished,
    '-U',
    superuser,
    '-E',
    'UTF8',
    '--auth-local=trust',
    '--auth-host=reject',
    ...locale,
    ...sync,
  ]
  try {
    await run(join(binaries.folder, 'initdb'), flags, { cwd: layout.root, ...as })
  } catch (error) {
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined
    const reason = said ?? String(error)
    return problem('database.did-not-start', { directory: layout.root, reason, file: layout.log })
  }
  await chmod(unfinished, 0o700)
  await rename(unfinished, layout.cluster)
  await syncFolder(layout.root)
  return done(undefined)
}

/** True while a load is under way, or was when the machine or the launcher was stopped. */
export const isMarked = (layout: Layout): Promise<boolean> =>
  access(layout.marker).then(
    () => true,
    () => false,
  )

/** On disk before the first page that is not. */
export async function mark(layout: Layout): Promise<void> {
  await writeFile(layout.marker, '')
  await syncFolder(layout.root)
}

/** With fsync off nothing was ever asked to reach the disk: asks for every file of the cluster, which must be stopped. */
export async function syncCluster(layout: Layout, binaries: Binaries, as: Unprivileged | undefined): Promise<void> {
  await run(join(binaries.folder, 'initdb'), ['--sync-only', '-D', layout.cluster], { ...as })
}

/** On disk before anything is acknowledged: after a power cut a marker that came back would drop the cluster. */
export async function unmark(layout: Layout): Promise<void> {
  await rm(layout.marker, { force: true })
  await syncFolder(layout.root)
}

/** Makes what was created, renamed or removed in a folder survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
