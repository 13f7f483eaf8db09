/** Values that only one row of a return may have: what rules on repeated UPNs and ids share. */
import { type RowReference, refer } from './child.ts'
import { blank, type Code, type CodeSet } from './codes.ts'
import type { Child, Columns, Layout, RowBase } from './layout.ts'
import type { WholeFlag } from './rule.ts'

/** By value: the number of the one row that has it, or all the rows that do. */
type Holders = Map<Code, number | RowReference[]>

type CodeColumn<C extends Columns> = { [K in keyof C]: C[K] extends 'code' ? K : never }[keyof C] & string

/**
 * The three parts of a rule on the whole return that flags all rows of `table` which share their value of `column`. Blank
 * cells and the codes of `leftOut` are shared by nobody.
 */
export function rowsThatShare<L extends Layout, T extends keyof L & string>(
  table: T,
  column: CodeColumn<L[T]>,
  leftOut?: CodeSet,
): {
  begin(): Holders
  each(child: Child<L>, seen: Holders): void
  end(seen: Holders, flag: WholeFlag): void
} {
  return {
    begin: () => new Map(),
    each(child, seen) {
      const rows: readonly (RowBase & { readonly [K in string]: unknown })[] = child[table]
      for (const row of rows) {
        // The column is one of codes, by its type.
        const value = row[column] as Code
        if (value === blank || leftOut?.has(value)) continue
        const held = seen.get(value)
        const own = refer(row)
        if (held === undefined) seen.set(value, row.row)
        else if (Array.isArray(held)) held.push(own)
        else seen.set(value, [{ ...own, row: held }, own])
      }
    },
    end(seen, flag) {
      for (const held of seen.values()) if (Array.isArray(held)) flag.rows(held)
    },
  }
}
