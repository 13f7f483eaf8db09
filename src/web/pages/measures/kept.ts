/**
 * What was asked of published figures, kept until another file is loaded: they change only then, and asking them is most of
 * what the page of a measure takes.
 */
import type pg from 'pg'

interface Kept {
  readonly loads: number
  readonly answers: Map<string, unknown>
}

const byPool = new WeakMap<pg.Pool, Kept>()

/** A question and its answer. The name says everything that the answer depends on, but for the files. */
export interface Question<T> {
  readonly pool: pg.Pool
  /** The number of the last file that was loaded. */
  readonly loads: number
  readonly name: string
  readonly ask: () => Promise<T>
}

/** A question is asked once; who asks it meanwhile waits for the same answer. */
export function keptAnswer<T>({ pool, loads, name, ask }: Question<T>): Promise<T> {
  const known = byPool.get(pool)
  const { answers } = known?.loads === loads ? known : forget(pool, loads)
  const answer = answers.get(name)
  // What stands under a name was put there by a question of that name.
  if (answer !== undefined) return answer as Promise<T>
  const asked = ask()
  answers.set(name, asked)
  asked.catch(() => answers.delete(name))
  return asked
}

function forget(pool: pg.Pool, loads: number): Kept {
  const kept: Kept = { loads, answers: new Map() }
  byPool.set(pool, kept)
  return kept
}
