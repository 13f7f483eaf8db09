/**
 * A person is named in a form by their id as the council writes it; the record keeps their number. What was typed stays
 * as it was typed in the form.
 */
import { type Problem, problem } from '../../core/outcomes.ts'
import type { Posted } from '../../core/pathway/posted.ts'
import type { Step } from '../../core/pathway/step.ts'
import { readRecords } from '../../core/people/records.ts'
import type { Request } from '../server/page.ts'

export interface WithPersons {
  /** As posted, with numbers in place of ids. */
  readonly posted: Posted
  readonly problems: readonly Problem[]
}

export async function withPersons(request: Request, step: Step, posted: Posted): Promise<WithPersons> {
  const found: Record<string, string> = {}
  const problems: Problem[] = []
  for (const [name, field] of Object.entries(step.fields)) {
    const typed = String(posted[name] ?? '')
      .trim()
      .toUpperCase()
    // A number is what a correction shows of what was recorded before.
    if (field.kind !== 'reference' || field.to !== 'person' || typed === '' || /^\d+$/.test(typed)) continue
    const read = await readRecords(request.reader, [typed])
    if (read.ok) found[name] = String(read.value[0]!.record)
    else problems.push(problem('person.not-known', { given: typed }, name))
  }
  return { posted: { ...posted, ...found }, problems }
}
