/** What a profile rests on, in sentences that stand beside its figures. */
import { type Day, inFull } from '../../core/calendar/index.ts'
import { schoolEras } from './eras.ts'
import type { Group, Holds } from './profile.ts'

export interface Covered {
  readonly date: Day
  readonly asAt: Day
  /** Names of the authorities whose schools are counted. */
  readonly authorities: readonly string[]
  /** Codes that were asked for and that the file does not have. */
  readonly absent: readonly string[]
  readonly groups: readonly Group[]
}

const whole = (value: number): string => value.toLocaleString('en-GB')
const counted = (count: number): string => `${whole(count)} ${count === 1 ? 'school' : 'schools'}`
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
/** Of the whole country nobody reads the names. */
const namedAtMost = 20
const named = (names: readonly string[]): string =>
  names.length > namedAtMost ? `${names.length} authorities` : list(names)
const holding = (groups: readonly Group[], ...holds: readonly Holds[]): readonly Group[] =>
  groups.filter((group) => holds.includes(group.holds))
const schoolsIn = (groups: readonly Group[]): number => groups.reduce((sum, { schools }) => sum + schools, 0)
const pupilsIn = (groups: readonly Group[]): number => groups.reduce((sum, { pupils }) => sum + pupils, 0)
/** To one decimal. */
const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)}%`

export function coverageOf({ date, asAt, authorities, absent, groups }: Covered): string {
  const graded = holding(groups, 'grades')
  const pupils = pupilsIn(groups)
  const inherited = schoolsIn(graded.filter((group) => group.inherited))
  const leftOut = [
    ...schoolEras
      .filter(({ era }) => era !== 'grades')
      .map(({ era, title, from }) => [
        schoolsIn(holding(groups, era)),
        `last inspected since ${inFull(from)}, under ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      ]),
    [schoolsIn(holding(groups, 'no-judgement')), 'inspected without a judgement'],
    [schoolsIn(holding(groups, 'only-later')), 'whose inspections that the file knows are all later'],
    [schoolsIn(holding(groups, 'never')), 'not inspected yet'],
  ] as const
  const out = leftOut.filter(([count]) => Number(count) > 0).map(([count, why]) => `${counted(Number(count))} ${why}`)
  const unnumbered = groups.reduce((sum, group) => sum + group.unnumbered, 0)
  const sentences = [
    `Ofsted’s file as at ${inFull(asAt)}: ${counted(schoolsIn(groups))} of ${named(authorities)}.`,
    `On ${inFull(date)} ${counted(schoolsIn(graded))} held an overall grade, with ${whole(pupilsIn(graded))} of ${whole(pupils)} pupils${pupils === 0 ? '' : ` (${share(pupilsIn(graded), pupils)})`}.`,
    out.length === 0 ? '' : `Left out: ${list(out)}.`,
    inherited === 0 ? '' : `${counted(inherited)} held the grade of a school they were before.`,
    unnumbered === 0 ? '' : `The file gives no number of pupils for ${counted(unnumbered)}.`,
    absent.length === 0 ? '' : `Not in the file: ${absent.length === 1 ? 'authority' : 'authorities'} ${list(absent)}.`,
    date === asAt ? '' : reachOf(date, asAt),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** The file holds two graded inspections a school and one number of pupils: what that means for another day. */
function reachOf(date: Day, asAt: Day): string {
  if (date > asAt) return `Inspections after ${inFull(asAt)} are not in it.`
  return `Schools and pupils are those of ${inFull(asAt)}; of a school inspected more than once since, the grade it held may be missing.`
}
