/** The files that a command was given, by themselves or in folders. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { done, type Outcome, problem } from '../core/outcomes.ts'

export interface FileAt {
  /** What it is called in messages: its own name, or its name under the folder that was given. Never the same twice. */
  readonly name: string
  readonly path: string
}

export const readWhole = ({ name, path }: FileAt): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: readFileSync(path),
})

/** Tables and messages; a folder may hold anything besides. What we gave back to mend lies there too, and is given by name. */
const readable = /(?<!-to-mend(-\d+)?)\.(csv|tsv|txt|xml|xlsx)$/i

/** In the order given; within a folder, and the folders below it, by name. */
export function filesGiven(paths: readonly string[]): Outcome<FileAt[]> {
  const found: FileAt[] = []
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return problem('import.no-such-file', { path })
    if (!stat.isDirectory()) {
      found.push({ name: basename(path), path })
      continue
    }
    const inside = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => readable.test(name))
      .sort()
    if (inside.length === 0) return problem('import.empty-folder', { path })
    found.push(...inside.map((name) => ({ name: join(basename(path), name), path: join(path, name) })))
  }
  const times = Map.groupBy(found, ({ name }) => name)
  return done(found.map((one) => ((times.get(one.name)?.length ?? 0) > 1 ? { ...one, name: one.path } : one)))
}
