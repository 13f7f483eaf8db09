/**
 * Backed up while people write, restored to seconds named on the way: every table as it stood then, row for row, and
 * `verify` satisfied. The backup is encrypted; a wrong passphrase opens nothing, and nothing is written over.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { type Moment, momentFromMillis } from '../src/core/calendar/index.ts'
import { backUp } from '../src/core/database/backup.ts'
import { recipientUnder } from '../src/core/database/backup-envelope.ts'
import { restore } from '../src/core/database/backup-restore.ts'
import { connect } from '../src/core/database/connect.ts'
import { startEmbedded } from '../src/core/database/embedded.ts'
import { migrate } from '../src/core/database/migrate.ts'
import type { Outcome } from '../src/core/outcomes.ts'
import { sealOnce } from '../src/core/record/seal.ts'
import { openSealLog } from '../src/core/record/seal-log.ts'
import { verifyAll } from '../src/core/record/verify.ts'
import { openOwnWeb, randomFrom, register } from './support/own-web.ts'
import { type Proof, type Proved, runProof, type Trial } from './support/proof.ts'

const passphrase = 'seven grey herons at dusk'
const systemNow = (): Moment => momentFromMillis(Date.now())

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}

/** Every row of every table, reckoned as one hash a table. */
async function hashesOf(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const hashes = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${name} t`,
    )
    hashes.set(name, rows[0]?.hash ?? '')
  }
  return hashes
}

interface Named {
  readonly at: Moment
  readonly hashes: ReadonlyMap<string, string>
}

export async function proveRestore({ seed, tries, say }: Trial): Promise<Proved> {
  const folder = mkdtempSync(join(tmpdir(), 'heartwood-prove-restore-'))
  chmodSync(folder, 0o755)
  const failures: string[] = []
  try {
    const named = await workAndBackUp(folder, seed, tries, say)
    const from = join(folder, 'backups')
    const wrong = await restore({ ...target(folder, 'wrong'), from, opener: { passphrase: 'guessed' } })
    if (wrong.ok || wrong.code !== 'restore.wrong-key') failures.push('a wrong passphrase opened the backup')
    const over = await restore({ ...target(folder, 'first'), from, opener: { passphrase } })
    if (over.ok || over.code !== 'restore.not-empty') failures.push('it restored over the data it was made from')
    for (const [at, one] of named.entries()) {
      failures.push(...(await tryOne(folder, from, at, one)))
      say(`  ${at + 1} of ${tries} restored, ${failures.length} failed`)
    }
    return { tries: named.length + 2, failures, counted: `${named[0]?.hashes.size} tables each` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const target = (folder: string, name: string) => ({
  dataDir: join(folder, name, 'data'),
  seals: join(folder, name, 'seals'),
  log: () => {},
})

/** Writes, backs up in the middle of it, goes on writing, and notes how everything stood at each of some moments. */
async function workAndBackUp(
  folder: string,
  seed: number,
  tries: number,
  say: (line: string) => void,
): Promise<readonly Named[]> {
  const { dataDir, seals } = target(folder, 'first')
  const server = must(await startEmbedded({ dataDir, log: say }))
  const database = must(await connect({ embedded: server.connection }))
  const { pool } = database
  must(await migrate(pool))
  const web = await openOwnWeb(pool)
  mkdirSync(seals, { recursive: true })
  const sealLog = openSealLog(seals)
  const random = randomFrom(seed)
  let records = 0
  const write = async (): Promise<void> => {
    for (let n = 1 + Math.floor(random() * 20); n > 0; n--) await register(web, ++records)
    await pool.query(`insert into access_log (worker, what, detail) values (1, 'proof', $1)`, [randomUUID()])
    must(await sealOnce(pool, sealLog, systemNow()))
  }
  const named: Named[] = []
  try {
    await write()
    const writing = write()
    must(
      await backUp({
        dataDir,
        to: join(folder, 'backups'),
        seals: { folder: seals, publicKey: sealLog.publicKey },
        recipient: () => recipientUnder(passphrase),
        keep: 2,
      }),
    )
    await writing
    for (let n = 0; n < tries; n++) {
      await write()
      const hashes = await hashesOf(pool)
      // A commit in the same millisecond would belong to the moment too.
      await new Promise((resolve) => setTimeout(resolve, 30))
      named.push({ at: systemNow(), hashes })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    await write()
  } finally {
    await web.app.close()
    await database.close()
    await server.stop()
  }
  return named
}

async function tryOne(folder: string, from: string, number: number, { at, hashes }: Named): Promise<string[]> {
  const where = target(folder, `restored-${number}`)
  const restored = await restore({ ...where, from, to: at, opener: { passphrase } })
  if (!restored.ok) return [`to ${at}: ${restored.says}`]
  const server = must(await startEmbedded({ dataDir: where.dataDir, log: () => {} }))
  const database = must(await connect({ embedded: server.connection }))
  try {
    const found = await hashesOf(database.pool)
    const differing = [...hashes].filter(([table, hash]) => found.get(table) !== hash).map(([table]) => table)
    const failures = differing.map((table) => `to ${at}: ${table} is not as it stood`)
    const { problems, seals } = await verifyAll(database.pool, openSealLog(where.seals))
    failures.push(...problems.map((one) => `to ${at}: ${one.says}`))
    if (seals === 0) failures.push(`to ${at}: nothing was sealed`)
    return failures
  } finally {
    await database.close()
    await server.stop()
  }
}

export const restoreProof: Proof = {
  name: 'restore',
  claim: 'A backup made while people write is restored to a named second with every table as it stood, and verifies.',
  tries: 10,
  work: proveRestore,
}

export const run = (args: readonly string[]): Promise<number> => runProof(restoreProof, args)
