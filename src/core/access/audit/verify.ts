/**
 * Checks the access log against its seals, and these against the signed log outside the database. It finds every change,
 * deletion, insertion, reordering and truncation of rows that were sealed, and says under which seal.
 */
import type pg from 'pg'
import { inTransaction, type Queryable, query, statement } from '../../database/statement.ts'
import { type Problem, problem } from '../../outcomes.ts'
import { noRoot, type Seal } from '../../record/root.ts'
import type { SealLog } from '../../record/seal-log.ts'
import { againstLog } from '../../record/verify.ts'
import { type Line, linesBetween, rootOfLines } from './lines.ts'
import { accessSealColumns } from './seal.ts'

export interface VerifiedAccess {
  readonly rows: number
  /** Rows that no seal covers yet: whoever changes one of these is not found. */
  readonly unsealed: number
  readonly seals: number
  /** Seals that had not reached the log outside the database. */
  readonly unlogged: number
  /** Empty where all agrees. */
  readonly problems: readonly Problem[]
}

const problemsMax = 100

export function verifyAccess(pool: pg.Pool, log: SealLog): Promise<VerifiedAccess> {
  return inTransaction(pool, async (on) => {
    await on.query('set transaction isolation level repeatable read read only')
    return verifyAccessOn(on, log)
  })
}

const allSeals = statement<Seal>('verify-access-seals', `select ${accessSealColumns} from access_seal order by number`)
/** Above every transaction there can be. */
const endOfLog = (2n ** 64n - 1n).toString()

/** On a connection whose transaction sees one state throughout. */
export async function verifyAccessOn(on: Queryable, log: SealLog): Promise<VerifiedAccess> {
  const problems: Problem[] = []
  const wrong = (number: number, reason: string): void => {
    if (problems.length < problemsMax) problems.push(problem('access-log.tampered', { number, reason }))
  }
  const seals = await query(on, allSeals)
  const gap = seals.findIndex((seal, index) => seal.number !== index + 1)
  if (gap >= 0) wrong(gap + 1, 'it is missing')
  const counted = await compareRows(on, seals, wrong)
  return { ...counted, seals: seals.length, unlogged: againstLog(seals, log, wrong), problems }
}

async function compareRows(
  on: Queryable,
  seals: readonly Seal[],
  wrong: (number: number, reason: string) => void,
): Promise<{ rows: number; unsealed: number }> {
  let [rows, unsealed, place] = [0, 0, 0]
  let block = blockOf(seals, place)
  for await (const lines of linesBetween(on, '0', endOfLog)) {
    for (const line of lines) {
      while (block !== undefined && BigInt(line.committed) >= block.upto) {
        block.close(wrong)
        place += 1
        block = blockOf(seals, place)
      }
      if (block === undefined) unsealed += 1
      else block.add(line)
    }
    rows += lines.length
  }
  for (; block !== undefined; block = blockOf(seals, place)) {
    block.close(wrong)
    place += 1
  }
  return { rows, unsealed }
}

/** The rows of one seal, summed as they come; each from the root that stands before it, so that one fault is said once. */
function blockOf(seals: readonly Seal[], place: number) {
  const seal = seals[place]
  if (seal === undefined) return undefined
  const sum = rootOfLines(seals[place - 1]?.root ?? noRoot)
  let covers = 0
  return {
    upto: BigInt(seal.upto),
    add: ({ line }: Line): void => {
      sum.add(line)
      covers += 1
    },
    close: (wrong: (number: number, reason: string) => void): void => {
      if (covers !== seal.covers) wrong(seal.number, `it covers ${seal.covers} rows and there are ${covers}`)
      else if (sum.root(seal) !== seal.root) wrong(seal.number, 'a row was changed, or they are in another order')
    },
  }
}
