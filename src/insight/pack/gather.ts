/** What a pack is made from, read: standings of its measures, placements, inspections, and the packs before it. */
import { logged, type Reader } from '../../core/access/access.ts'
import { addDays, type Day, inFull, yearOf } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome } from '../../core/outcomes.ts'
import type { Settings } from '../../core/work/settings.ts'
import { threeOrMorePlacements } from '../placements/index.ts'
import { authoritySetting, type Comparison } from '../published/index.ts'
import { type Part, type Standing, standingsOf } from '../standing/index.ts'
import type { PackContent } from './content.ts'
import type { ComparatorFacts, FigureFacts, MeasureFacts, PackFacts, PageFacts, Stretch } from './facts.ts'
import { readOfsted } from './gather-ofsted.ts'
import { type MeasuresPage, measuresPages, publishedYear } from './plan.ts'
import { type Days, stretchesBetween } from './stretches.ts'
import { thresholdOn } from './suppress.ts'

/** Years of placements that the chart shows. */
const placementYears = 6

export interface PackSources {
  readonly reader: Reader
  readonly pool: Queryable
  readonly settings: Settings
  readonly measures: readonly Measure[]
  /** What the council is called where neither it nor any published figure says. */
  readonly council: string
}

/** The three-digit code, from whenever it was set: a council does not become another. */
const authorityOf = (settings: Settings): string | null => settings.history(authoritySetting).at(-1)?.value ?? null

const areaName = statement<{ name: string }>('pack-area-name', 'select name from published_area where code = $1')

/** As the council has named itself; otherwise as the published figures name it; otherwise `unnamed`. */
async function councilName(on: Queryable, settings: Settings, date: Day, unnamed: string): Promise<string> {
  const own = settings.text('council.name', date)
  if (own !== undefined) return own
  const [area] = await query(on, areaName, [authorityOf(settings) ?? ''])
  return area?.name ?? unnamed
}

/** @param earlier packs published before the date, the latest first. Problems: those of reading. */
export async function gather(
  sources: PackSources,
  date: Day,
  earlier: readonly PackContent[],
  asked: string | null,
): Promise<Outcome<PackFacts>> {
  const { pool, settings } = sources
  const authority = authorityOf(settings)
  const pages: PageFacts[] = []
  for (const page of measuresPages) {
    const read = await pageOf(sources, page, date, earlier, authority)
    if (!read.ok) return read
    pages.push(read.value)
  }
  const ofsted = await readOfsted(pool, date, authority)
  if (!ofsted.ok) return ofsted
  const placements = await threeOrMorePlacements(pool, { upTo: date, years: placementYears })
  return done({
    council: await councilName(pool, settings, date, sources.council),
    date,
    threshold: thresholdOn(settings, date),
    pages,
    earlier,
    placements,
    ofsted: ofsted.value,
    asked,
  })
}

async function pageOf(
  { reader, pool, settings, measures }: PackSources,
  { id, title, figures, measures: ids }: MeasuresPage,
  date: Day,
  earlier: readonly PackContent[],
  authority: string | null,
): Promise<Outcome<PageFacts>> {
  const onPage = ids.flatMap((one) => measures.find((measure) => measure.id === one) ?? [])
  const given = { settings, authority, pool }
  const now = await standingsOf(reader, onPage, date, given)
  if (!now.ok) return now
  const year = publishedYear(date)
  const then = figures === 'now' ? now : await standingsOf(reader, onPage, year.to, given)
  if (!then.ok) return then
  const facts: MeasureFacts[] = []
  for (const [i, standing] of now.value.entries()) {
    const asOf = then.value[i] ?? standing
    const own = figures === 'now' ? nowFigures(standing) : yearFigures(asOf, year.title)
    const stretches = await stretchesOf(reader, standing.measure, [
      ...own.map(({ period }) => period),
      ...daysBefore(standing.measure.id, earlier),
    ])
    if (!stretches.ok) return stretches
    facts.push({
      measure: standing.measure,
      figures: own,
      ...(figures === 'now' ? { headline: rolling, before: yearBefore } : { headline: inYear, before: yearBefore }),
      target: asOf.target === null ? null : { value: asOf.target, period: inForce(asOf) },
      comparators: comparatorsIn(standing.comparison, figures === 'now' ? null : String(yearOf(year.to))),
      noComparator: standing.noComparator,
      stretches: stretches.value,
    })
  }
  const isEmpty = facts.every((one) => one.figures.every(({ denominator }) => denominator === 0))
  return done({ id, title, measures: isEmpty ? [] : facts })
}

const rolling = 'Rolling twelve months'
const yearBefore = 'The year before'
const inYear = 'In the year'

const nowFigures = ({ yearToDate, rolling: twelve, lastYear }: Standing): readonly FigureFacts[] => [
  figure('Year to date', yearToDate),
  figure(rolling, twelve),
  figure(yearBefore, lastYear),
]

/** On 31 March the year to date is the whole year, and the twelve months before the rolling ones are the year before. */
const yearFigures = ({ yearToDate, lastYear }: Standing, title: string): readonly FigureFacts[] => [
  figure(inYear, { ...yearToDate, period: { ...yearToDate.period, title } }),
  figure(yearBefore, lastYear),
]

const figure = (label: string, { period, numerator, denominator }: Part): FigureFacts => ({
  label,
  period,
  numerator,
  denominator: denominator ?? 0,
})

const inForce = ({ asAt }: Standing): string => `in force on ${inFull(asAt)}`

function comparatorsIn(comparison: Comparison | null, year: string | null): readonly ComparatorFacts[] {
  if (comparison === null) return []
  const { period, neighbours, region, england } = comparison
  const isLike = year !== null && period.startsWith(year)
  const figures: ComparatorFacts[] = []
  if (neighbours !== null)
    figures.push({ label: 'Statistical neighbours', period, value: neighbours.mean, marker: null, isLike })
  if (region !== null)
    figures.push({ label: region.name, period, value: region.value, marker: region.marker, isLike: false })
  if (england !== null) figures.push({ label: 'England', period, value: england.value, marker: england.marker, isLike })
  return figures
}

/** The periods that earlier packs printed a figure of the measure for. */
const daysBefore = (measure: string, earlier: readonly PackContent[]): readonly Days[] =>
  earlier
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.kind === 'measures' ? block.lines : []))
    .filter((line) => line.measure === measure)
    .flatMap(({ figures }) => figures.flatMap(({ counted }) => counted ?? []))

const byStretch = logged<{ measure: string; bucket: number; numerator: number; denominator: number }>(
  'pack-stretches',
  `select measure, width_bucket(day, $4::date[]) as bucket, sum(numerator)::int as numerator,
     sum(denominator)::int as denominator
   from contribution where measure = any($5) and day >= $6 and day < $7 group by 1, 2`,
)

/** What a measure over a period counts in each stretch between the days at which any of the periods begins or ends. */
async function stretchesOf(
  reader: Reader,
  { id, from }: Measure,
  periods: readonly Days[],
): Promise<Outcome<readonly Stretch[]>> {
  const stretches = stretchesBetween(periods)
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (first === undefined || last === undefined) return done([])
  const cuts = [...new Set(stretches.flatMap((one) => [one.from, addDays(one.to, 1)]))].sort()
  const ids = [from.numerator, from.denominator ?? from.numerator]
  const end = addDays(last.to, 1)
  const read = await reader.read(byStretch, [cuts, ids, first.from, end], { detail: id })
  if (!read.ok) return read
  const of = (measure: string | null, bucket: number) =>
    read.value.find((row) => row.measure === measure && row.bucket === bucket)
  return done(
    stretches.map(({ from: begins, to }) => {
      const bucket = cuts.indexOf(begins) + 1
      return {
        from: begins,
        to,
        numerator: of(from.numerator, bucket)?.numerator ?? 0,
        denominator: of(from.denominator, bucket)?.denominator ?? 0,
      }
    }),
  )
}
