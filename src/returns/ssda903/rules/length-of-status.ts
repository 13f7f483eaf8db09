/** How long a legal status may last. */
import { type Code, code } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type ChildOf903, type Episode, episodesInOrder } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

const begins = code('S')
const policeProtection = code('L1')
const emergencyProtection = code('L2')
const childAssessment = code('L3')
const policeDetention = code('J2')
const shortBreak = code('V3')

/** Children Act 1989, section 46(6), in force since 14 October 1991: 72 hours, which the return can see as days alone. */
const policeProtectionDays = 3
/** The limit of rule 362. (Children Act 1989, section 45: eight days, which a court may extend once by seven.) */
const emergencyProtectionDays = 21
/** Children Act 1989, section 43(5), in force since 14 October 1991. */
const childAssessmentDays = 7
/** The limit of rule 364. */
const policeDetentionDays = 21
/**
 * Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48, in force since 1 April 2011: no
 * short break of more than 17 days, and not more than 75 days in any period of twelve months.
 */
const oneShortBreakDays = 17
const shortBreakDaysInTwelveMonths = 75

type Run = readonly Episode[]

/** The end of the episode, for an open one the end of the year; NaN for an end that cannot be read. */
const until = (episode: Episode, { end }: Collection): number => (episode.blank('DEC') ? end : episode.DEC)
/** As above, with the end of the year also for an end that cannot be read. */
const endOrYearEnd = ({ DEC }: Episode, { end }: Collection): number => (Number.isNaN(DEC) ? end : DEC)

/** Runs of episodes of one status that follow each other on the same day, with no other episode between. */
function runsOf(status: Code, child: ChildOf903, collection: Collection): Run[] {
  const runs: Episode[][] = []
  let before: Episode | undefined
  for (const episode of episodesInOrder(child, collection)) {
    if (episode.LS === status) {
      const goesOn = before?.LS === status && episode.DECOM === endOrYearEnd(before, collection)
      if (goesOn) runs.at(-1)!.push(episode)
      else runs.push([episode])
    }
    before = episode
  }
  return runs
}

/** Runs of episodes of one status that touch or overlap, whatever other episodes stand between. */
function overlappingRunsOf(status: Code, child: ChildOf903, collection: Collection): Run[] {
  const runs: Episode[][] = []
  for (const episode of episodesInOrder(child, collection)) {
    if (episode.LS !== status) continue
    const before = runs.at(-1)?.at(-1)
    if (before !== undefined && episode.DECOM <= until(before, collection)) runs.at(-1)!.push(episode)
    else runs.push([episode])
  }
  return runs
}

/** Days from the start of a run to its latest end. */
const spanOf = (run: Run, collection: Collection): number =>
  Math.max(...run.map((episode) => endOrYearEnd(episode, collection))) - run[0]!.DECOM

/** Days of all the episodes of a run together; one whose end cannot be read adds none. */
const sumOf = (run: Run, collection: Collection): number =>
  run
    .map((episode) => until(episode, collection) - episode.DECOM)
    .reduce((sum, days) => (Number.isNaN(days) ? sum : sum + days), 0)

interface Stay {
  readonly from: number
  readonly to: number
  /** The row of this year; absent for a stay of last year's file alone. */
  readonly episode?: Episode
}

/** Short breaks of both years, each once; none goes beyond the end of its file's year. */
function shortBreakStays(child: ChildOf903, { start, end }: Collection): Stay[] {
  const isBreak = ({ LS, DECOM }: Episode) => LS === shortBreak && !Number.isNaN(DECOM)
  const stayOf = (episode: Episode, yearEnd: number): Stay => ({
    from: episode.DECOM,
    to: episode.blank('DEC') ? yearEnd : Math.min(episode.DEC, yearEnd),
  })
  const here = child.Episodes.filter(isBreak)
  const before = child.last.Episodes.filter(isBreak).filter((row) => !here.some(({ DECOM }) => DECOM === row.DECOM))
  return [
    ...here.map((episode) => ({ ...stayOf(episode, end), episode })),
    ...before.map((episode) => stayOf(episode, start - 1)),
  ].filter(({ from, to }) => to > from)
}

/** The rows of this year that lie in some twelve months with more short breaks than are allowed. */
function inTooManyBreaks(stays: readonly Stay[], { start }: Collection): ReadonlySet<Episode> {
  const found = new Set<Episode>()
  // The sum changes its slope only where a stay begins or ends, so these twelve months hold the largest sum.
  const beginnings = [start, ...stays.flatMap(({ from, to }) => [from, addYears(to, -1)])]
  for (const first of beginnings) {
    const last = addYears(first, 1)
    const daysIn = ({ from, to }: Stay) => Math.max(0, Math.min(to, last) - Math.max(from, first))
    const sum = stays.reduce((days, stay) => days + daysIn(stay), 0)
    if (sum <= shortBreakDaysInTwelveMonths) continue
    for (const stay of stays) if (stay.episode !== undefined && daysIn(stay) > 0) found.add(stay.episode)
  }
  return found
}

export const lengthOfStatus: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '361',
    meaning: 'Police protection lasted for more than 72 hours',
    mend: 'Correct the dates or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
    check(child, flag, collection) {
      for (const run of runsOf(policeProtection, child, collection)) {
        if (spanOf(run, collection) > policeProtectionDays) flag.together(run)
      }
    },
  }),
  eachChild({
    code: '362',
    meaning: 'An emergency protection order lasted for more than 21 days',
    mend: 'Correct the dates or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
    check(child, flag, collection) {
      for (const run of runsOf(emergencyProtection, child, collection)) {
        if (spanOf(run, collection) > emergencyProtectionDays) flag.together(run)
      }
    },
  }),
  eachChild({
    code: '363',
    meaning: 'A child assessment order lasted for more than 7 days',
    mend: 'Correct the dates or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
    check(child, flag, collection) {
      for (const run of overlappingRunsOf(childAssessment, child, collection)) {
        if (sumOf(run, collection) > childAssessmentDays) flag.together(run)
      }
    },
  }),
  eachChild({
    code: '364',
    meaning: 'Accommodation under the Police and Criminal Evidence Act lasted for more than 21 days',
    mend: 'Correct the dates or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
    check(child, flag, collection) {
      for (const run of overlappingRunsOf(policeDetention, child, collection)) {
        if (sumOf(run, collection) > policeDetentionDays) flag.together(run)
      }
    },
  }),
  eachRow({
    code: '365',
    meaning: 'One short break lasted for more than 17 days',
    mend: 'Correct the dates or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['LS', 'DECOM', 'DEC'],
    check: (row, collection) => row.LS === shortBreak && until(row, collection) > row.DECOM + oneShortBreakDays,
  }),
  eachRow({
    code: '366',
    meaning: 'The placement or the legal status changed in the midst of a short break',
    mend: 'Record each short break as one episode that begins with S',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['RNE'],
    check: ({ LS, RNE }) => LS === shortBreak && RNE !== begins,
  }),
  eachChild({
    code: '367',
    meaning: 'The short breaks of the child come to more than 75 days in twelve months',
    mend: 'Correct the dates, or the legal status: such a child is looked after',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
    check(child, flag, collection) {
      const tooMany = inTooManyBreaks(shortBreakStays(child, collection), collection)
      if (tooMany.size > 0) flag.together([...tooMany])
    },
  }),
]
