/** The beginning of every page about one child that reads the whole record: find it, fold it, know its flags. */
import { maySeeReaders } from '../../../core/access/audit/looked.ts'
import type { Outcome } from '../../../core/outcomes.ts'
import { done } from '../../../core/outcomes.ts'
import { type Folded, withClocks } from '../../../core/pathway/folded.ts'
import { type KnownPerson, readRecords } from '../../../core/people/records.ts'
import { withholdAddresses } from '../../../core/people/withhold-addresses.ts'
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
  const { definitions, recorder } = request.services
  const history = withholdAddresses(recorder.know(child.record, child.entries))
  const folded = withClocks(definitions.house, history)
  return done({
    child,
    folded,
    identity: {
      ...child,
      flags: flagsOf(definitions.house, folded.history),
      showsReaders: maySeeReaders(request.viewer.role),
    },
  })
}
