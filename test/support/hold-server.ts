/**
 * A launcher to be killed: starts the embedded server on argv[2] (argv[3] `loading` or `durable` for a new one), prints one
 * line of JSON, and stops in order at SIGINT. Run by Node itself, without a build.
 */
import { startEmbedded } from '../../src/core/database/embedded.ts'

const [dataDir = '', whenNew] = process.argv.slice(2)
const binaries = process.env.HEARTWOOD_TEST_POSTGRES
const started = await startEmbedded({
  dataDir,
  log: () => {},
  whenNew: whenNew === 'loading' ? 'loading' : 'durable',
  ...(binaries ? { binaries } : {}),
})
if (started.ok) {
  const server = started.value
  server.announce('http://localhost:4321')
  process.on('SIGINT', () => server.stop().then(() => process.exit(0)))
  const { connection, isNew, adopted, directory, durability } = server
  process.stdout.write(`${JSON.stringify({ connection, isNew, adopted, directory, durability })}\n`)
} else {
  process.stdout.write(`${JSON.stringify({ code: started.code, says: started.says })}\n`)
}
