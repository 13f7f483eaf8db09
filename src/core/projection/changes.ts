/**
 * What an act changes in the projections of one record. Rows are derived only where the act can have changed them: those
 * of the episodes it touched, those of the person, and those of measures that read what it changed. A property test holds
 * that these are the changes between all rows before and all rows after.
 */
import { clocksFor, withClocks } from '../pathway/folded.ts'
import type { ChildHistory, Episode, Subject } from '../pathway/history.ts'
import { personRows, renewedRows } from '../people/projection.ts'
import { type Changes, difference } from './diff.ts'
import type { Names } from './names.ts'
import { contributionRows, type Definitions, episodeRows, isOfService } from './rows.ts'
import { noRows, type Rows } from './tables.ts'
import { askedAgain, type Side, touchedBetween } from './touched.ts'

/** `after` grew from `before` (`GrowingHistory`), so an episode that no entry touched is the same object in both. */
export function changesOf(definitions: Definitions, before: ChildHistory, after: ChildHistory): Changes {
  const { house } = definitions
  const clocksBefore = clocksFor(house, before.subject)
  // A clock may start at a birthday: with another day of birth every episode has to be looked at again.
  const isSameChild = sameSubject(before.subject, after.subject)
  const clocksAfter = isSameChild ? clocksBefore : clocksFor(house, after.subject)
  const [was, is]: [Side, Side] = [
    { history: before, clocksOf: clocksBefore },
    { history: after, clocksOf: clocksAfter },
  ]
  const touched = touchedBetween(house, was, is, isSameChild)
  const names = new Map<Episode, Names>()
  for (const one of touched) for (const side of [one.was, one.is]) if (side !== undefined) names.set(side, one.names)
  const asked = askedAgain(definitions.measures, touched)
  const isRegisterTouched = touched.some((one) => !isOfService((one.is ?? one.was)!))
  const rowsIn = ({ history, clocksOf }: Side): Rows => {
    if (history.episodes.length === 0) return noRows
    const child = withClocks(house, history, clocksOf)
    return {
      ...(isRegisterTouched ? personRows(house, history) : renewedRows(house, history)),
      ...episodeRows(house, child, (episode) => names.get(episode)),
      contribution: contributionRows(asked, child),
    }
  }
  return difference(rowsIn(was), rowsIn(is))
}

function sameSubject(one: Subject, other: Subject): boolean {
  return one.born === other.born && one.expected === other.expected && one.died === other.died
}
