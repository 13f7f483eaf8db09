/** The data directory of the embedded server: where it can be, and what is in it. */
import { createHash } from 'node:crypto'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { openToAll, type Unprivileged } from './binaries.ts'
import type { Layout } from './postmaster.ts'

/** Under root, where an unprivileged server can reach its data whatever the permissions of root's own folders. */
const systemFolder = '/var/lib/heartwood'

/** A Unix socket's path has 108 bytes on Linux and 104 on macOS, and PostgreSQL adds `/.s.PGSQL.5432` and a lock's ending. */
const longestSocketFolderBytes = 80

/**
 * Makes the data directory. It is at `asked`, except that root's server must not need to enter a private folder (a clone
 * below /root, say): it is then under /var/lib/heartwood, by a name that is always the same for `asked`.
 */
export async function makeDirectory(asked: string, as: Unprivileged | undefined): Promise<Layout> {
  const wanted = resolve(asked)
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  await mkdir(dirname(wanted), { recursive: true })
  const reachable = as === undefined || (await openToAll(dirname(wanted)))
  const root = reachable ? wanted : join(systemFolder, name)
  await mkdir(root, { recursive: true, mode: 0o755 })
  const ownSocketFolder = join(root, 'socket')
  const short = Buffer.byteLength(ownSocketFolder) <= longestSocketFolderBytes
  const socketFolder = short ? ownSocketFolder : join(tmpdir(), `heartwood-${process.getuid?.() ?? 0}-${name}`)
  await mkdir(socketFolder, { recursive: true, mode: 0o700 })
  if (as !== undefined) {
    await chown(root, as.uid, as.gid)
    await chown(socketFolder, as.uid, as.gid)
  }
  await chmod(socketFolder, 0o700)
  return {
    root,
    socketFolder,
    cluster: join(root, 'cluster'),
    log: join(root, 'postgres.log'),
    marker: join(root, 'loading.marker'),
    claim: join(root, 'launcher.json'),
  }
}
