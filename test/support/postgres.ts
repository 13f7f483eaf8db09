/**
 * Global set-up of the suites that need PostgreSQL: one server a run, with one migrated template that every test file
 * copies (73 ms). `HEARTWOOD_TEST_POSTGRES` names a folder of other PostgreSQL programs to run the same tests on.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '../../src/core/database/connect.ts'
import { startEmbedded } from '../../src/core/database/embedded.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import type { SocketConnection } from '../../src/core/database/postmaster.ts'
import type { Outcome } from '../../src/core/outcomes.ts'
import { temporaryFolder } from './folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated template: connect to the same server under another `database`, never to this one. */
    template: SocketConnection
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder()
  const binaries = process.env.HEARTWOOD_TEST_POSTGRES
  const server = expectDone(
    await startEmbedded({
      dataDir: join(folder, 'data'),
      log: () => {},
      whenNew: 'loading',
      ...(binaries ? { binaries } : {}),
    }),
  )
  const template = expectDone(await connect({ embedded: server.connection }))
  expectDone(await migrate(template.pool))
  await template.close()
  project.provide('template', server.connection)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function expectDone<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}
