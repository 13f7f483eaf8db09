/**
 * The early-years row of the profile: registered childcare providers graded good or outstanding, of those that hold a grade.
 * It counts providers, not children, for the register has no children on it; the places they are registered for are beside it.
 */
import { type Day, inFull } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { percentage } from '../../core/measures/figures.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import type { Provider } from './childcare-file.ts'
import type { AskedAuthority } from './profile.ts'

export interface EarlyYears {
  readonly date: Day
  readonly asAt: Day
  readonly providers: number
  /** Providers whose last inspection gave an overall grade. */
  readonly judged: number
  readonly goodOrBetter: number
  readonly percentGoodOrBetter: number | null
  /** Of the registered places of judged providers, those with providers graded good or outstanding. */
  readonly percentOfPlaces: number | null
  readonly coverage: string
}

const releaseFor = statement<{ asAt: Day }>(
  'childcare-release-for',
  `select as_at as "asAt" from childcare_provider group by as_at
   order by as_at < $1, case when as_at >= $1 then as_at end, as_at desc limit 1`,
)
/** The register names authorities and does not number them; the schools file has both. */
const namesOf = statement<{ name: string }>(
  'inspected-school-authority-names',
  'select distinct lower(authority_name) as name from inspected_school where authority = any($1)',
)
const figuresAt = statement<{
  providers: number
  judged: number
  good: number
  places: number
  goodPlaces: number
  reportCards: number
}>(
  'childcare-figures',
  `with held as (
     select distinct on (i.urn) i.* from childcare_inspection i
     where as_at = $1 and inspected <= $3 order by i.urn, inspected desc
   )
   select count(*)::int as providers, count(h.grade)::int as judged,
     count(*) filter (where h.grade <= 2)::int as good,
     coalesce(sum(p.places) filter (where h.grade is not null), 0)::int as places,
     coalesce(sum(p.places) filter (where h.grade <= 2), 0)::int as "goodPlaces",
     count(*) filter (where h.era = 'report-card')::int as "reportCards"
   from childcare_provider p left join held h using (as_at, urn)
   where p.as_at = $1 and ($2::text[] is null or lower(p.authority_name) = any($2))`,
)

/** Null where no childcare file is loaded. Problem: `inspections.authority-not-in-file`. */
export async function earlyYears(
  on: Queryable,
  { date, authority }: { readonly date: Day; readonly authority: AskedAuthority },
): Promise<Outcome<EarlyYears | null>> {
  const [release] = await query(on, releaseFor, [date])
  if (release === undefined) return done(null)
  const codes = authority === 'england' ? null : typeof authority === 'string' ? [authority] : authority
  const names = codes === null ? null : (await query(on, namesOf, [codes])).map(({ name }) => name)
  const [found] = await query(on, figuresAt, [release.asAt, names, date])
  if (found === undefined || found.providers === 0) {
    return problem('inspections.authority-not-in-file', {
      authority: typeof authority === 'string' ? authority : authority.join(','),
      day: inFull(release.asAt),
    })
  }
  const { providers, judged, good, places, goodPlaces, reportCards } = found
  const others = providers - judged - reportCards
  return done({
    date,
    asAt: release.asAt,
    providers,
    judged,
    goodOrBetter: good,
    percentGoodOrBetter: percentage({ numerator: good, denominator: judged }, 1),
    percentOfPlaces: percentage({ numerator: goodPlaces, denominator: places }, 1),
    coverage: [
      `Ofsted’s register as at ${inFull(release.asAt)}: on ${inFull(date)}, ${judged} of ${providers} providers held an overall grade.`,
      reportCards === 0 ? '' : `${reportCards} had a report card, which has no overall grade.`,
      others === 0 ? '' : `${others} held none: not inspected yet, inspected with no child on roll, or later.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  })
}

const removeProviders = statement<never>(
  'childcare-providers-remove',
  `delete from childcare_provider where as_at = $1
     and (urn = any($2) or ($3 and lower(authority_name) = any($4)))`,
)
const putProviders = statement<never>(
  'childcare-providers-put',
  `insert into childcare_provider (as_at, urn, batch, authority_name, type, places)
   select $1, urn, $2, "authorityName", type, places
   from jsonb_to_recordset($3::jsonb) as r(urn text, "authorityName" text, type text, places integer)`,
)
const putInspections = statement<never>(
  'childcare-inspections-put',
  `insert into childcare_inspection (as_at, urn, inspected, era, grade)
   select $1, urn, inspected, era, grade
   from jsonb_to_recordset($2::jsonb) as r(urn text, inspected date, era text, grade smallint)`,
)

/** @param whole the file holds every provider of its authorities, so that what it lacks is gone */
export async function writeProviders(
  on: Queryable,
  asAt: Day,
  batch: number,
  providers: readonly Provider[],
  whole: boolean,
): Promise<void> {
  const authorities = [...new Set(providers.map(({ authorityName }) => authorityName.toLowerCase()))]
  await query(on, removeProviders, [asAt, providers.map(({ urn }) => urn), whole, authorities])
  await query(on, putProviders, [asAt, batch, JSON.stringify(providers.map(({ inspections: _, ...rest }) => rest))])
  const inspections = providers.flatMap(({ urn, inspections }) => inspections.map((one) => ({ urn, ...one })))
  await query(on, putInspections, [asAt, JSON.stringify(inspections)])
}
