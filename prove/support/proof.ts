/**
 * What every proof is: a claim, tried many times from a seed that is printed, so that a failure can be had again. Each is
 * `prove/NAME.ts` with `run(args)`; a slice of each with a fixed seed runs among the tests (test/database/proofs.test.ts).
 */
import { parseArgs } from 'node:util'

export interface Trial {
  readonly seed: number
  readonly tries: number
  /** How far it has come, on stderr. */
  readonly say: (line: string) => void
}

export interface Proved {
  readonly tries: number
  /** One plain sentence each: what was tried, what should have been, what was. */
  readonly failures: readonly string[]
  /** What was counted on the way, for example `44,550 cells`. */
  readonly counted?: string
}

export interface Proof {
  readonly name: string
  /** The sentence that is proved. */
  readonly claim: string
  /** How many tries prove it, where nobody asks for another number. */
  readonly tries: number
  readonly work: (trial: Trial) => Promise<Proved>
}

const failuresShown = 20

/** `npm run prove -- NAME [--seed N] [--tries N]`. Exit code 1 where anything failed. */
export async function runProof(proof: Proof, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string', default: '1' }, tries: { type: 'string', default: String(proof.tries) } },
  })
  const seed = Number(values.seed)
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`)
  }
  say(`${proof.claim} Seed ${seed}.`)
  const began = performance.now()
  const { tries, failures, counted } = await proof.work({ seed, tries: Number(values.tries), say })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  for (const failure of failures.slice(0, failuresShown)) say(`  ${failure}`)
  if (failures.length > failuresShown) say(`  and ${failures.length - failuresShown} more`)
  const what = counted === undefined ? '' : ` (${counted})`
  process.stdout.write(`${proof.name}: seed ${seed}, ${tries} tries${what}, ${failures.length} failed, ${seconds} s\n`)
  return failures.length === 0 ? 0 : 1
}
