/** Two versions of one form, question by question: where they differ, how each reads, and what both together are. */

import type { Field } from '../../../core/pathway/field.ts'
import type { Posted } from '../../../core/pathway/posted.ts'
import { valueInWords } from '../../../core/pathway/says.ts'
import { referencesFor } from '../../forms/references.ts'
import type { Request } from '../../server/page.ts'
import { type Desk, text, whoFor } from './desk.ts'

export interface Difference {
  /** The name of the control, for a child’s own question with the child’s number. */
  readonly control: string
  readonly label: string
  readonly first: string
  readonly beside: string
  /** Both can be kept: the answers are text, or several may be ticked. */
  readonly canJoin: boolean
}

const parts = ['-day', '-month', '-year', '-time']
const namesOf = (control: string): readonly string[] => [control, ...parts.map((part) => `${control}${part}`)]

const same = (a: Posted, b: Posted, control: string): boolean =>
  namesOf(control).every((name) => [a[name] ?? []].flat().join('\n') === [b[name] ?? []].flat().join('\n'))

/** In the order of the form. */
export function differencesOf(request: Request, desk: Desk, first: Posted, beside: Posted): Difference[] {
  const found: Difference[] = []
  if (desk.family.length > 1 && !same(first, beside, whoFor))
    found.push({
      control: whoFor,
      label: 'Who is this about?',
      first: whoIn(desk, first),
      beside: whoIn(desk, beside),
      canJoin: true,
    })
  for (const [name, field] of Object.entries(desk.step.fields))
    for (const { control, label } of controlsFor(desk, name, field))
      if (!same(first, beside, control))
        found.push({
          control,
          label,
          first: inWords(request, field, first, control),
          beside: inWords(request, field, beside, control),
          canJoin: field.kind === 'several' || field.kind === 'text',
        })
  return found
}

function controlsFor(desk: Desk, name: string, field: Field): { control: string; label: string }[] {
  if (!field.each) return [{ control: name, label: field.label }]
  return desk.family.map((one) => ({ control: `${name}--${one.record}`, label: `${one.name}: ${field.label}` }))
}

const whoIn = (desk: Desk, posted: Posted): string =>
  desk.family
    .filter((one) => [posted[whoFor] ?? []].flat().includes(String(one.record)))
    .map((one) => one.name)
    .join(', ')

/** As it was typed: it may not be a date or a number yet. */
function inWords(request: Request, field: Field, posted: Posted, control: string): string {
  const typed = [posted[control] ?? []].flat().filter((one) => one !== '')
  if (field.kind === 'day' || field.kind === 'moment') {
    const [day, month, year, time] = parts.map((part) => text(posted[`${control}${part}`]))
    return [[day, month, year].filter(Boolean).join(' '), time].filter(Boolean).join(' at ')
  }
  if (typed.length === 0) return ''
  if (field.kind === 'reference') {
    const choices = referencesFor(request.services.directory)(field.to)
    return choices.find(({ value }) => value === typed[0])?.text ?? typed[0]!
  }
  if (field.kind === 'file') return 'A file'
  return valueInWords(field, field.kind === 'several' ? typed : typed[0]!)
}

export type Pick = 'first' | 'beside' | 'both'

/** What was chosen, question by question. What does not differ is as it is in both. */
export function joined(first: Posted, beside: Posted, picks: ReadonlyMap<string, Pick>): Posted {
  const result: Record<string, string | readonly string[] | undefined> = { ...beside, ...first }
  for (const [control, pick] of picks) {
    for (const name of namesOf(control)) {
      const from = pick === 'beside' ? beside : first
      if (from[name] === undefined) delete result[name]
      else result[name] = from[name]
    }
    if (pick === 'both') result[control] = together(first[control], beside[control])
  }
  for (const name of Object.keys(result).filter((one) => one.startsWith('read-to-'))) {
    // As far as both had read: what either had not seen is shown before it is recorded.
    const read = [first, beside].map((one) => Number(text(one[name]) || 0))
    result[name] = String(Math.min(...read) || '')
  }
  return result
}

function together(a: Posted[string], b: Posted[string]): string | readonly string[] {
  if (typeof a === 'object' || typeof b === 'object') return [...new Set([a ?? [], b ?? []].flat())]
  const [one, other] = [a ?? '', b ?? '']
  if (one.includes(other)) return one
  return other.includes(one) ? other : `${one}\n\n${other}`
}
