/** The beginning of every page about one child that reads the whole record: find it, fold it, know its flags. */
import type { Outcome } from '../../../core/outcomes.ts'
import { done } from '../../../core/outcomes.ts'
import { type Folded, foldWithClocks } from '../../../core/pathway/folded.ts'
import { type KnownPerson, readRecords } from '../../../core/people/records.ts'
import type { Request } from '../../server/page.ts'
import { flagsOf } from './flags.ts'
import type { Identity } from './frame.tsx'

export interface OpenChild {
  readonly child: KnownPerson
  readonly folded: Folded
  readonly identity: Identity
}

/** Problem: `record.not-found`. */
export async function openChild(request: Request): Promise<Outcome<OpenChild>> {
  const read = await readRecords(request.reader, [request.params.child ?? ''])
  if (!read.ok) return read
  const child = read.value[0]!
  request.services.recorder.know(child.record, child.entries)
  const { house } = request.services.definitions
  const folded = foldWithClocks(house, child.record, child.entries)
  return done({ child, folded, identity: { ...child, flags: flagsOf(house, folded.history) } })
}
