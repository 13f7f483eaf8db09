/**
 * From a fresh clone to a running command. Plain JavaScript without packages, because it runs before there are any, and
 * on every Node from 20 on:
 *
 * 1. the packages of package-lock.json, where they are missing;
 * 2. Node 24 from npm where the machine's own is older, and the rest of the run on it;
 * 3. the build, where src/ has changed (see build.mjs);
 * 4. the command itself.
 *
 * Each says a line on stderr when it has something to do, and is silent otherwise.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 24
const installedList = join(root, 'node_modules', '.package-lock.json')
const say = (line) => process.stderr.write(`${line}\n`)

/** @param {'product' | 'workshop'} edition which of the two commands; the workshop has the tests and benchmarks */
export async function launch(edition, args) {
  installPackages()
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    await continueOn(installNode(), edition, args)
    return
  }
  endWithParent()
  // A stack names the line of the source; the map is read only when there is a stack to print.
  process.setSourceMapsEnabled(true)
  module.enableCompileCache(join(root, '.heartwood', 'compiled'))
  const { build } = await import('./build.mjs')
  const built = await build(root, edition, say)
  const { main } = await import(pathToFileURL(built.main).href)
  process.exitCode = await main(args, pathToFileURL(join(built.folder, '/')))
}

function installPackages() {
  if (packagesAreThere()) return
  say('Installing packages (once; a minute at most)')
  // `install` and not `ci`: it takes the same versions with the same integrity from package-lock.json, and does not
  // remove first what a server may be running on. No install scripts: what they would do, Heartwood does itself.
  // --force: some packages ask for the Node that the next step brings.
  npm(['install', '--no-save', '--ignore-scripts', '--force'], root)
  utimesSync(installedList, new Date(), new Date())
}

/** npm keeps in node_modules a list of what it installed; it must hold what package-lock.json asks for. */
function packagesAreThere() {
  const wanted = join(root, 'package-lock.json')
  if (!existsSync(installedList)) return false
  if (statSync(installedList).mtimeMs >= statSync(wanted).mtimeMs) return true
  const installed = packagesIn(installedList)
  const complete = Object.entries(packagesIn(wanted)).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
  // A checkout touches the lock file without changing it: remember that we looked.
  if (complete) utimesSync(installedList, new Date(), new Date())
  return complete
}

const packagesIn = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages

/** The program of the pinned Node for this machine, installed with its integrity checked by the lock file. */
function installNode() {
  const folder = join(root, 'bin', 'runtime')
  const pinned = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).optionalDependencies
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = Object.keys(pinned).find((each) => each.endsWith(`-${platform}-${process.arch}`))
  const program = name && join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node')
  if (program === undefined) {
    return fail(`Heartwood needs Node 24 or newer and npm has none for ${platform}-${process.arch}: please install it.`)
  }
  if (installedVersion(folder, name) !== pinned[name]) {
    say(`Fetching Node ${pinned[name]} from npm (once; this machine has ${process.versions.node})`)
    npm(['ci', '--ignore-scripts'], folder)
  }
  if (installedVersion(folder, name) !== pinned[name]) {
    return fail(`Node ${pinned[name]} could not be fetched from npm: please install Node 24 or newer.`)
  }
  return program
}

function installedVersion(folder, name) {
  const manifest = join(folder, 'node_modules', name, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version.replace(/^v/, '') : undefined
}

function npm(args, folder) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  // Under `npm start` npm names its own program; otherwise it is the one on the PATH.
  const self = process.env.npm_execpath
  const [program, first] = self?.endsWith('.js') ? [process.execPath, [self]] : ['npm', []]
  const { status, error, stdout, stderr } = spawnSync(program, [...first, ...args, ...quiet], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32' && program === 'npm',
    env: { ...process.env, npm_config_update_notifier: 'false' },
  })
  if (status === 0) return
  say(`${stdout ?? ''}${stderr ?? ''}`)
  fail(`npm could not install the packages${error ? ` (${error.message})` : ''}. Is the npm registry within reach?`)
}

/** Runs the same command on another Node and ends as it ends. */
function continueOn(program, edition, args) {
  const command = join(root, 'bin', edition === 'product' ? 'heartwood' : 'heartwood-dev')
  // The channel carries nothing. When this process is killed it closes, and the other stops in order.
  const child = spawn(program, [command, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}`))
    child.on('exit', (code, signal) => {
      process.exitCode = signal ? 1 : (code ?? 1)
      resolve()
    })
  })
}

function endWithParent() {
  if (process.channel === undefined) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}
