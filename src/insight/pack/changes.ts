/** Figures of a pack that would be printed otherwise today, for the same period: late recording and corrections. */
import type { PackBlock, PackChange, PackContent } from './content.ts'
import { suppressed } from './suppress.ts'

/**
 * @param then as it was published @param now the same pack made from the record of today
 * What was withheld then or must be now is left out: what became of it would tell what it was.
 */
export function changesBetween(then: PackContent, now: PackContent): readonly PackChange[] {
  const today = new Map(figuresOf(now))
  return figuresOf(then).flatMap(([what, before]) => {
    const after = today.get(what)
    if (after === undefined || after === before || [before, after].some(isWithheld)) return []
    return [{ what, before, now: after }]
  })
}

const isWithheld = (printed: string): boolean => printed === suppressed

type Figure = readonly [what: string, printed: string]

const figuresOf = ({ sections }: PackContent): readonly Figure[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(figuresIn))

function figuresIn(block: PackBlock): readonly Figure[] {
  if (block.kind === 'measures') {
    return block.lines.flatMap(({ title, figures, comparators, target }) =>
      [...figures, ...comparators, ...(target === null ? [] : [target])].map(
        (one): Figure => [`${title}: ${one.label.toLowerCase()}, ${one.period}`, one.printed],
      ),
    )
  }
  if (block.kind !== 'table') return []
  const { title, head, rows } = block.table
  return rows.flatMap(([name, ...cells]) =>
    cells.map((cell, i): Figure => [`${title}: ${name}, ${(head[i + 1] ?? '').toLowerCase()}`, cell]),
  )
}
