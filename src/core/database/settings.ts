/** The settings PostgreSQL is started with. They are given on its command line, so no file of a cluster has to be edited. */
import { totalmem } from 'node:os'

/**
 * `durable` survives a power cut. `loading` does not, and is for filling a new, empty database as fast as the machine
 * can: what it wrote counts for nothing until the switch to `durable` has synced every file.
 */
export type Durability = 'loading' | 'durable'

const megabytes = 1024 * 1024

/** A quarter of the memory, as PostgreSQL's manual advises, within bounds that suit one authority. */
function sharedBuffersMb(): number {
  // constrainedMemory() is the container's limit; 0 or a huge number where there is none.
  const limit = process.constrainedMemory()
  const memory = Math.min(totalmem(), limit > 0 ? limit : Number.POSITIVE_INFINITY)
  return Math.max(64, Math.min(512, Math.floor(memory / megabytes / 4)))
}

/**
 * Keeps a finished piece of the log in the outbox, on disk, before PostgreSQL forgets it. Without an outbox, which the
 * first backup makes, there is nothing to keep it for.
 */
function archiveCommand(outbox: string): string {
  const folder = `'${outbox.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`
  const kept = `${folder}/"%f"`
  return `test ! -d ${folder} || { cp "%p" ${kept}.part && sync ${kept}.part && mv ${kept}.part ${kept}; }`
}

/** So much is lost at most when the whole machine is lost, and less where the log moves fast. */
const archivedWithin = '60s'

export interface ServerFolders {
  readonly socket: string
  /** Where the log goes on its way to the backups. */
  readonly outbox: string
}

/** @param particularly settings of one start, which have the last word */
export function serverSettings(
  durability: Durability,
  { socket, outbox }: ServerFolders,
  particularly: Readonly<Record<string, string>> = {},
): string[] {
  const common = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: 100,
    shared_buffers: `${sharedBuffersMb()}MB`,
    work_mem: '32MB',
    random_page_cost: 1.1,
    // Compiling a plan costs more than any of our statements take.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    lc_messages: 'C',
  }
  const particular =
    durability === 'durable'
      ? {
          wal_level: 'replica',
          archive_mode: 'on',
          archive_command: archiveCommand(outbox),
          archive_timeout: archivedWithin,
          max_wal_size: '2GB',
          checkpoint_timeout: '15min',
          maintenance_work_mem: '128MB',
        }
      : {
          fsync: 'off',
          full_page_writes: 'off',
          synchronous_commit: 'off',
          wal_level: 'minimal',
          max_wal_senders: 0,
          autovacuum: 'off',
          max_wal_size: '16GB',
          checkpoint_timeout: '1h',
          maintenance_work_mem: '512MB',
        }
  return Object.entries({ ...common, ...particular, ...particularly }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
}
