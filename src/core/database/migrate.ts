/**
 * Bringing a database to the schema of this version. Migrations are numbered SQL files that are never changed: each runs
 * once, in order, in a transaction of its own under Kysely's advisory lock, so that several starting at once are safe.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type pg from 'pg'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'

export interface Migrated {
  /** The names of those that ran now, in order. */
  readonly applied: readonly string[]
}

interface Source {
  /** File name without its ending, for example `0001-record`. */
  readonly name: string
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly digest: string
}

interface DigestTable {
  schema_digest: { migration: string; digest: string }
}

const ownMigrations = new URL('./migrations/', import.meta.url)

/** Runs what is missing. `folder` holds `NNNN-name.sql` files. */
export async function migrate(pool: pg.Pool, folder: URL = ownMigrations): Promise<Outcome<Migrated>> {
  const sources = await readSources(folder)
  const kysely = new Kysely<DigestTable>({ dialect: new PostgresDialect({ pool: lent(pool) }) })
  try {
    const unlike = await findUnlike(kysely, sources)
    if (unlike !== undefined) return unlike
    return await runMissing(kysely, sources)
  } finally {
    await kysely.destroy()
  }
}

/** Kysely ends the pool it is given; this one is the caller's. */
const lent = (pool: pg.Pool) => ({ connect: () => pool.connect(), end: async () => {}, options: pool.options })

async function readSources(folder: URL): Promise<Source[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.+\.sql$/.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), 'utf8')
      return { name: file.replace(/\.sql$/, ''), text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** A migration that ran here and has since been changed, or that this version does not have at all. */
async function findUnlike(kysely: Kysely<DigestTable>, sources: readonly Source[]): Promise<Problem | undefined> {
  const { rows } = await sql<{ known: boolean }>`select to_regclass('schema_digest') is not null as known`.execute(
    kysely,
  )
  if (rows[0]?.known !== true) return undefined
  const recorded = await kysely.selectFrom('schema_digest').selectAll().orderBy('migration').execute()
  for (const { migration, digest } of recorded) {
    const source = sources.find(({ name }) => name === migration)
    if (source === undefined) return problem('database.newer', { name: migration })
    if (source.digest !== digest) return problem('database.migration-changed', { name: migration })
  }
  return undefined
}

async function runMissing(kysely: Kysely<DigestTable>, sources: readonly Source[]): Promise<Outcome<Migrated>> {
  const provider = { getMigrations: async () => Object.fromEntries(sources.map((s) => [s.name, asMigration(s)])) }
  const migrator = new Migrator({
    db: kysely,
    provider,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  })
  const applied: string[] = []
  for (;;) {
    const { results, error } = await migrator.migrateUp()
    if (error !== undefined) {
      const name = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'of the database'
      return problem('database.migration-failed', {
        name,
        reason: error instanceof Error ? error.message : String(error),
      })
    }
    const ran = results?.filter(({ status }) => status === 'Success') ?? []
    if (ran.length === 0) return done({ applied })
    applied.push(...ran.map(({ migrationName }) => migrationName))
  }
}

function asMigration({ name, text, digest }: Source): Migration {
  return {
    async up(on: Kysely<DigestTable>) {
      await sql
        .raw('create table if not exists schema_digest (migration text primary key, digest text not null)')
        .execute(on)
      await sql.raw(text).execute(on)
      await on.insertInto('schema_digest').values({ migration: name, digest }).execute()
    },
  }
}
