import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roleScript } from '../../src/cli/roles.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/core/database/embedded.ts'
import { temporaryFolder } from '../support/folder.ts'

/** As an administrator of a managed server is: may make roles and databases, and is no superuser. */
const administrator = 'council_administrator'
const database = 'heartwood "live"'

/** Roles belong to a whole server, so this test has one of its own. */
const folder = temporaryFolder()
let server: EmbeddedServer

async function as(user: string, on: string, commands: string): Promise<void> {
  const client = new pg.Client({ ...server.connection, user, database: on })
  await client.connect()
  try {
    await client.query(commands)
  } finally {
    await client.end()
  }
}

/** The two halves of the script as psql would send them, statement by statement. */
async function runScript(): Promise<void> {
  const script = roleScript(database)
    .replace(":'owner_password'", "'one'")
    .replace(":'app_password'", "'two'")
    .replace(/^--.*$/gm, '')
  const [onPostgres = '', onOwn = ''] = script.split(/^\\connect .*$/m)
  for (const [on, part] of [['postgres', onPostgres] as const, [database, onOwn] as const]) {
    for (const command of part.split(';')) await as(administrator, on, command)
  }
}

beforeAll(async () => {
  const binaries = process.env.HEARTWOOD_TEST_POSTGRES
  const options = { dataDir: join(folder, 'data'), log: () => {}, whenNew: 'loading' as const }
  const started = await startEmbedded({ ...options, ...(binaries ? { binaries } : {}) })
  if (!started.ok) throw new Error(started.says)
  server = started.value
  await as('heartwood', 'postgres', `create role ${administrator} login createrole createdb`)
  await runScript()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('the printed script needs no superuser, and the owner it makes can make a schema for the app', async () => {
  await as(
    'heartwood_owner',
    database,
    `create table entry (id int8 primary key);
     grant select, insert on entry to heartwood_app;
     create function projected() returns int4 language sql as 'select 1';
     alter function projected() owner to heartwood_projector;`,
  )
  await as('heartwood_app', database, 'insert into entry values (1)')
})

test('the app changes no table, and nobody else gets in', async () => {
  await expect(as('heartwood_app', database, 'create table own (id int8)')).rejects.toThrow('permission denied')
  await expect(as('heartwood_app', database, 'drop table entry')).rejects.toThrow('must be owner')
  await expect(as('heartwood_app', database, 'delete from entry')).rejects.toThrow('permission denied')
  await as('heartwood', 'postgres', 'create role stranger login')
  await expect(as('stranger', database, 'select 1')).rejects.toThrow('permission denied for database')
})
