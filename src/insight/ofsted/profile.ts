/**
 * The Ofsted profile: how many pupils go to schools that were good or outstanding, as at a day.
 *
 * The counting, which gives Ofsted's latest file for Coventry (31 August 2025) as 88.7 overall, 89.5 primary, 88.1 secondary
 * and 86.4 special:
 * - each school counts with the pupils on its roll, and with the last graded inspection that *began* on or before the day;
 * - the denominator is pupils of schools whose last inspection gave an overall grade (1 to 4), of every phase, nursery schools
 *   and pupil referral units among them; the numerator those of them that were graded 1 or 2;
 * - a school whose last inspection gave no overall grade ("Not judged") is in neither, and its earlier grade is not used:
 *   it no longer holds;
 * - an academy counts with the grade of the school it was, until it is inspected itself. The same without these is beside it;
 * - several authorities are pooled: pupils are added, never percentages.
 */
import { type Day, inFull } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { percentage } from '../../core/measures/figures.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { coverageOf } from './coverage.ts'
import { type Era, schoolEras } from './eras.ts'
import { type Phase, phases } from './schools-file.ts'

export interface PhaseFigures {
  readonly schools: number
  /** Schools that hold an overall grade. */
  readonly judged: number
  /** Pupils of judged schools: the denominator. */
  readonly pupils: number
  readonly pupilsGoodOrBetter: number
}

/** To one decimal; null where no school was judged. */
export type Percents = Readonly<Record<'overall' | Phase, number | null>>

export interface EraFigures {
  readonly era: Era
  readonly title: string
  readonly from: Day
  readonly schools: number
  readonly pupils: number
  /** Of pupils of schools whose last inspection is of this era: those of schools where all that was judged was good, or at
   *  the expected standard, or better. Figures of two eras are never added or compared. */
  readonly percentMet: number | null
}

export interface Profile {
  readonly date: Day
  /** As it was asked for: a code, codes with commas between them, or `england`. */
  readonly authority: string
  /** The day that Ofsted's file is as at. */
  readonly asAt: Day
  /** How many authorities' schools are counted. */
  readonly authorities: number
  readonly schools: {
    readonly total: number
    readonly judged: number
    readonly byPhase: Readonly<Record<Phase, PhaseFigures>>
  }
  readonly percentGoodOrBetter: Percents
  readonly eras: readonly EraFigures[]
  readonly inherited: { readonly schools: number; readonly with: Percents; readonly without: Percents }
  /** What the figures rest on, in sentences. */
  readonly coverage: string
}

/** `england` is every school of the file; several authorities are pooled. */
export type AskedAuthority = string | 'england' | readonly string[]

/** What schools hold on the day: their last inspection's era, or that the file knows none, or only later ones. */
export type Holds = Era | 'no-judgement' | 'only-later' | 'never'

export interface Group {
  readonly phase: Phase
  readonly holds: Holds
  readonly inherited: boolean
  /** Good or better; all judgements good or better; all areas at the expected standard or better. */
  readonly met: boolean
  readonly schools: number
  readonly pupils: number
  /** Schools for which the file gives no number of pupils. */
  readonly unnumbered: number
}

const releaseFor = statement<{ asAt: Day }>(
  'inspected-school-release-for',
  `select as_at as "asAt" from inspected_school where $2::text[] is null or authority = any($2) group by as_at
   order by as_at < $1, case when as_at >= $1 then as_at end, as_at desc limit 1`,
)
const authoritiesIn = statement<{ code: string; name: string }>(
  'inspected-school-authorities',
  `select authority as code, min(authority_name) as name from inspected_school
   where as_at = $1 and ($2::text[] is null or authority = any($2)) group by authority order by 2`,
)
const groupsAt = statement<Group>(
  'inspected-school-groups',
  `with school as (
     select * from inspected_school where as_at = $1 and ($2::text[] is null or authority = any($2))
   ), known as (
     select distinct on (i.urn) i.* from school_inspection i join school using (as_at, urn)
     order by i.urn, inspected <= $3 desc, inspected desc
   ), held as (
     select urn, inherited, grade, judgements, met, case
       when inspected > $3 then 'only-later'
       when case era when 'grades' then grade is null else judgements = 0 end then 'no-judgement'
       else era end as holds
     from known
   )
   select phase, coalesce(holds, 'never') as holds, coalesce(inherited, false) as inherited,
     coalesce(case holds when 'grades' then grade <= 2 else judgements > 0 and met = judgements end, false) as met,
     count(*)::int as schools, coalesce(sum(pupils), 0)::int as pupils, count(*) filter (where pupils is null)::int as unnumbered
   from school left join held using (urn) group by 1, 2, 3, 4`,
)

/**
 * The release that is used is the first as at the day or later, which knows what came between; where there is none, the last.
 * Problems: `inspections.not-loaded`, `inspections.authority-not-in-file`.
 */
export async function ofstedProfile(
  on: Queryable,
  { date, authority }: { readonly date: Day; readonly authority: AskedAuthority },
): Promise<Outcome<Profile>> {
  const codes = authority === 'england' ? null : typeof authority === 'string' ? [authority] : authority
  const named = typeof authority === 'string' ? authority : authority.join(',')
  const [release] = await query(on, releaseFor, [date, codes])
  if (release === undefined) {
    const [any] = await query(on, releaseFor, [date, null])
    if (any === undefined) return problem('inspections.not-loaded')
    return problem('inspections.authority-not-in-file', { authority: named, day: inFull(any.asAt) })
  }
  const { asAt } = release
  const authorities = await query(on, authoritiesIn, [asAt, codes])
  const groups = await query(on, groupsAt, [asAt, codes, date])
  const absent = (codes ?? []).filter((code) => !authorities.some((one) => one.code === code))
  return done({
    date,
    authority: named,
    asAt,
    authorities: authorities.length,
    ...figuresOf(groups),
    coverage: coverageOf({ date, asAt, authorities: authorities.map(({ name }) => name), absent, groups }),
  })
}

type Figures = Pick<Profile, 'schools' | 'percentGoodOrBetter' | 'eras' | 'inherited'>

/** Pure: the sums over what the schools hold. */
export function figuresOf(groups: readonly Group[]): Figures {
  const byPhase = byEachPhase((phase) => phaseFigures(groups.filter((group) => group.phase === phase)))
  const graded = groups.filter(({ holds }) => holds === 'grades')
  const percents = percentsOf(graded)
  return {
    schools: { total: schoolsIn(groups), judged: schoolsIn(graded), byPhase },
    percentGoodOrBetter: percents,
    eras: schoolEras.map(({ era, title, from }) => {
      const own = groups.filter(({ holds }) => holds === era)
      return { era, title, from, schools: schoolsIn(own), pupils: pupilsIn(own), percentMet: percentMet(own) }
    }),
    inherited: {
      schools: schoolsIn(graded.filter(({ inherited }) => inherited)),
      with: percents,
      without: percentsOf(graded.filter(({ inherited }) => !inherited)),
    },
  }
}

const schoolsIn = (groups: readonly Group[]): number => groups.reduce((sum, { schools }) => sum + schools, 0)
const pupilsIn = (groups: readonly Group[]): number => groups.reduce((sum, { pupils }) => sum + pupils, 0)

function phaseFigures(groups: readonly Group[]): PhaseFigures {
  const graded = groups.filter(({ holds }) => holds === 'grades')
  return {
    schools: schoolsIn(groups),
    judged: schoolsIn(graded),
    pupils: pupilsIn(graded),
    pupilsGoodOrBetter: pupilsIn(graded.filter(({ met }) => met)),
  }
}

const percentMet = (groups: readonly Group[]): number | null =>
  percentage({ numerator: pupilsIn(groups.filter(({ met }) => met)), denominator: pupilsIn(groups) }, 1)

const percentsOf = (graded: readonly Group[]): Percents => ({
  overall: percentMet(graded),
  ...byEachPhase((phase) => percentMet(graded.filter((group) => group.phase === phase))),
})

const byEachPhase = <T>(value: (phase: Phase) => T): Record<Phase, T> =>
  Object.fromEntries(phases.map((phase) => [phase, value(phase)])) as Record<Phase, T> // every phase is a key
