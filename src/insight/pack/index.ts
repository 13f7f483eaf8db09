/** The Scrutiny Board's pack: drafted for any day, published once, and what was corrected since shown beside it. */
import type { Day, Moment } from '../../core/calendar/index.ts'
import { done, type Outcome } from '../../core/outcomes.ts'
import { assemble } from './assemble.ts'
import { changesBetween } from './changes.ts'
import type { PackChange, PackContent } from './content.ts'
import { type PublishedPack, type Publisher, publish, publishedPack, publishedPacks } from './freeze.ts'
import { gather, type PackSources } from './gather.ts'

export type * from './content.ts'
export { type PublishedPack, type Publisher, publishedPack, publishedPacks } from './freeze.ts'
export type { PackSources } from './gather.ts'

/**
 * The pack for a day, as it would be published now.
 * @param asked what the Board asked last time and what happened, in paragraphs; null for none
 * Problems: those of reading.
 */
export async function draftPack(sources: PackSources, date: Day, asked: string | null): Promise<Outcome<PackContent>> {
  const packs = await publishedPacks(sources.pool)
  if (!packs.ok) return packs
  const earlier = packs.value.filter((pack) => pack.date < date).map(({ content }) => content)
  const [previous, ...before] = earlier
  const changes = previous === undefined ? done([]) : await changesSince(sources, previous, before)
  if (!changes.ok) return changes
  const facts = await gather(sources, date, earlier, asked)
  return facts.ok ? done(assemble(facts.value, changes.value)) : facts
}

/** Drafts and freezes. Problems: `pack.published-already`, those of reading. */
export async function publishPack(
  sources: PackSources,
  date: Day,
  asked: string | null,
  publisher: Publisher,
  now: Moment,
): Promise<Outcome<PackContent>> {
  const content = await draftPack(sources, date, asked)
  if (!content.ok) return content
  const published = await publish(sources.pool, content.value, publisher, now)
  return published.ok ? content : published
}

/** What of a published pack would be printed otherwise today. */
export async function revisionsOf(
  sources: PackSources,
  { date, content }: PublishedPack,
): Promise<Outcome<readonly PackChange[]>> {
  const packs = await publishedPacks(sources.pool)
  if (!packs.ok) return packs
  const before = packs.value.filter((pack) => pack.date < date).map((pack) => pack.content)
  return changesSince(sources, content, before)
}

/** The published pack of a date, or the draft where there is none. */
export async function packFor(sources: PackSources, date: Day): Promise<Outcome<PackContent>> {
  const published = await publishedPack(sources.pool, date)
  if (published.ok) return done(published.value.content)
  return published.code === 'pack.not-found' ? draftPack(sources, date, null) : published
}

async function changesSince(
  sources: PackSources,
  then: PackContent,
  before: readonly PackContent[],
): Promise<Outcome<readonly PackChange[]>> {
  const facts = await gather(sources, then.date, before, null)
  return facts.ok ? done(changesBetween(then, assemble(facts.value, []))) : facts
}
