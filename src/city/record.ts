/** The families of a city recorded with a writer: all of them, or the share of one of several threads. */
import type { BulkWriter } from '../core/projection/bulk-writer.ts'
import type { City, Share } from './make.ts'

export async function recordCity(city: City, writer: BulkWriter, share?: Share): Promise<void> {
  for (const family of city.families(share)) {
    family.record(writer.act)
    await writer.finish(family.records)
  }
}
