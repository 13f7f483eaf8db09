/** Children in need at a date, for how long, and whether their plans are visited and reviewed in time. */
import { addYears, compare, type Day } from '../../../core/calendar/index.ts'
import {
  counted,
  episodesOf,
  fromDayOn,
  lasts,
  type Measure,
  partAtDate,
  rate,
  type Span,
  share,
  spansIn,
  stock,
  stockOfSpans,
  upToDate,
} from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'
import type { Episode } from '../../../core/pathway/history.ts'

const service = 'children-in-need'
/** Being in need is reckoned over both. */
const pathways = ['children-in-need', 'child-protection']
const only = ['referralDecision', 'planOpen', 'closing']
const national = 'Department for Education, characteristics of children in need'

/** Time in need without a break: from the first referral of it to the last closing, whichever episodes it was made of. */
interface Need {
  readonly since: Day
  readonly spans: readonly Span[]
}

const turnedAway = ({ events }: Episode): boolean =>
  events.some((one) => one.step === 'referralDecision' && one.values.response === 'none')

/**
 * Open referrals that were not turned away, and protection plans (a child with one is in need, also after a transfer in
 * without a referral). A child is counted once: of two that overlap, the later holds only where the earlier has ended.
 */
function needsOf(child: Folded): readonly Need[] {
  const referred = episodesOf(child, service).filter((episode) => !turnedAway(episode))
  const spans = [
    ...referred.map((episode): Span => ({ episode, from: episode.opened, until: episode.closed })),
    ...spansIn(child, 'child-protection', 'planOpen'),
  ].filter(lasts)
  spans.sort((a, b) => compare(a.from, b.from) || a.episode.id - b.episode.id)
  const needs: { since: Day; spans: Span[] }[] = []
  let until: Day | null = null
  for (const span of spans) {
    const last = needs.at(-1)
    if (last === undefined || (until !== null && span.from > until)) {
      needs.push({ since: span.from, spans: [span] })
      until = span.until
    } else if (until !== null) {
      const rest = fromDayOn(span, until)
      last.spans.push(...rest)
      if (rest.length > 0) until = span.until
    }
  }
  return needs
}

const inNeed = stockOfSpans(
  {
    id: 'children-in-need',
    title: 'Children in need',
    service,
    pathways,
    only,
    numerator: 'children with an open referral that was not turned away, or a child protection plan',
    better: 'neither',
    source: `${national}: at a date. Children looked after and care leavers are among them where their referral is open`,
    comparable: null,
    decimals: 0,
  },
  (child) => needsOf(child).flatMap(({ spans }) => spans),
)

const plans = stock(service, 'planOpen', {
  id: 'children-with-in-need-plans',
  title: 'Children with a child in need plan',
  service,
  numerator: 'children with an open child in need plan',
  better: 'neither',
  source: 'Local: children in need statistics count every open referral, plans apart are not published',
  comparable: null,
  decimals: 0,
})

export const needMeasures: readonly Measure[] = [
  inNeed,
  rate(inNeed, {
    id: 'children-in-need-rate',
    title: 'Children in need for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: { series: 'CIN', name: 'Children in need per 10,000 children, at 31 March' },
  }),
  partAtDate(
    inNeed,
    {
      id: 'children-in-need-two-years',
      title: 'Children in need for two years or more',
      service,
      only,
      numerator: 'those in need without a break for two years or more',
      better: 'lower',
      source: `${national}: duration of open episodes`,
      comparable: { series: 'CINTime2more', name: 'Children in need by duration: two years or more' },
      decimals: 1,
    },
    (child) =>
      needsOf(child).flatMap(({ since, spans }) => spans.flatMap((span) => fromDayOn(span, addYears(since, 2)))),
  ),
  share(
    {
      id: 'children-in-need-ended-two-years',
      title: 'Children no longer in need after two years or more',
      service,
      pathways,
      only,
      numerator: 'those in need without a break for two years or more',
      denominator: 'children who ceased to be in need',
      better: 'neither',
      source: `${national}: duration of ended episodes`,
      comparable: { series: 'CINCease2more', name: 'Children who ceased to be in need by duration: two years or more' },
      target: null,
      decimals: 1,
    },
    (child) =>
      needsOf(child).flatMap(({ since, spans }) => {
        const { episode, until } = spans.at(-1) ?? { until: null }
        return until === null || episode === undefined
          ? []
          : counted(episode, episode.id, until, until >= addYears(since, 2))
      }),
  ),
  plans,
  partAtDate(
    plans,
    {
      id: 'in-need-plans-visited-in-time',
      title: 'Children with a child in need plan whose visits are up to date',
      service,
      only: ['planOpen', 'visit'],
      numerator: 'those for whom no visit at which the child is seen is overdue',
      better: 'higher',
      source: 'Local policy; the limit is a dated setting, four weeks unless the council has set another',
      comparable: null,
      decimals: 1,
    },
    (child) => upToDate(child, service, 'planOpen', 'visit'),
  ),
  partAtDate(
    plans,
    {
      id: 'in-need-plans-reviewed-in-time',
      title: 'Children with a child in need plan whose reviews are up to date',
      service,
      only: ['planOpen', 'planReview'],
      numerator: 'those for whom no review of the plan is overdue',
      better: 'higher',
      source:
        'Local policy; the limits are dated settings, three months and then six unless the council has set others',
      comparable: null,
      decimals: 1,
    },
    (child) => upToDate(child, service, 'planOpen', 'planReview'),
  ),
]
