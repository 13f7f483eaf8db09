/**
 * What an act changes in the projections of one record. Rows are derived only where the act can have changed them: those
 * of the episodes it touched, those of the person, and those of measures that read what it changed. A property test holds
 * that these are the changes between all rows before and all rows after.
 */
import { type ClocksOf, clocksFor, withClocks } from '../pathway/folded.ts'
import type { ChildHistory, Subject } from '../pathway/history.ts'
import { personRows } from '../people/projection.ts'
import { type Changes, difference } from './diff.ts'
import { contributionRows, type Definitions, episodeRows } from './rows.ts'
import { noRows, type Rows } from './tables.ts'
import { askedAgain, touchedBetween } from './touched.ts'

/** `after` grew from `before` (`GrowingHistory`), so an episode that no entry touched is the same object in both. */
export function changesOf(definitions: Definitions, before: ChildHistory, after: ChildHistory): Changes {
  const { house } = definitions
  const clocksBefore = clocksFor(house, before.subject)
  // A clock may start at a birthday: with another day of birth every episode has to be looked at again.
  const isSameChild = sameSubject(before.subject, after.subject)
  const clocksAfter = isSameChild ? clocksBefore : clocksFor(house, after.subject)
  const known = new Set(isSameChild ? before.episodes : [])
  const kept = new Set(after.episodes.filter((episode) => known.has(episode)))
  const touched = touchedBetween(
    { history: before, clocksOf: clocksBefore },
    { history: after, clocksOf: clocksAfter },
    kept,
  )
  const asked = askedAgain(definitions.measures, touched)
  const rowsIn = (history: ChildHistory, clocksOf: ClocksOf): Rows => {
    if (history.episodes.length === 0) return noRows
    const child = withClocks(house, history, clocksOf)
    return {
      ...personRows(house, history),
      ...episodeRows(
        house,
        child.part((episode) => !kept.has(episode)),
      ),
      contribution: contributionRows(asked, child),
    }
  }
  return difference(rowsIn(before, clocksBefore), rowsIn(after, clocksAfter))
}

function sameSubject(one: Subject, other: Subject): boolean {
  return one.born === other.born && one.expected === other.expected && one.died === other.died
}
