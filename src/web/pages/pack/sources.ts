/** What the pages of the pack have of a request, and who may publish: those who answer for the figures. */
import { type Day, parseDay } from '../../../core/calendar/index.ts'
import { done, type Outcome, problem } from '../../../core/outcomes.ts'
import type { PackSources } from '../../../insight/pack/index.ts'
import type { Request } from '../../server/page.ts'

const publishers: readonly string[] = ['director of children’s services', 'performance analyst']

export const mayPublish = ({ viewer }: Request): boolean => publishers.includes(viewer.role)

export const sourcesOf = ({ services, reader }: Request): PackSources => ({
  reader,
  pool: services.pool,
  settings: services.settings,
  measures: services.definitions.measures,
  council: services.council,
})

/** Problems: those of `parseDay`, and `pack.future`. */
export function packDate(text: string, today: Day): Outcome<Day> {
  const read = parseDay(text)
  if (!read.ok) return read
  return read.value > today ? problem('pack.future', { today }) : done(read.value)
}
