/** Child protection plans: how many began, stand and ended, how long they lasted, and how well they were kept. */
import { addDays, addMonths, addYears, type Day, min } from '../../../core/calendar/index.ts'
import {
  count,
  counted,
  episodesOf,
  eventsOf,
  type FoundInstance,
  fromDayOn,
  instancesOf,
  lasts,
  type Measure,
  part,
  partAtDate,
  proportion,
  rate,
  type Span,
  share,
  spansIn,
  stock,
  stockOfSpans,
  timeliness,
  upToDate,
} from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'
import type { Episode, Event } from '../../../core/pathway/history.ts'
import type { ClockInstance } from '../../../core/pathway/instances.ts'
import type { categoriesOfAbuse } from '../code-lists.ts'

const service = 'child-protection'
const national = 'Department for Education, characteristics of children in need'
const reviewLaw = 'Working Together to Safeguard Children: within three months, then at most six months apart'
const number = { service, better: 'neither', decimals: 0 } as const
const ofStarted = { service, denominator: 'child protection plans started', better: 'lower', decimals: 1 } as const

type Start = { readonly episode: Episode; readonly event: Event; readonly day: Day }

const startsOf = (child: Folded): readonly Start[] =>
  eventsOf(child, service, 'initialConference').flatMap(({ episode, event }) =>
    event.day === null || event.values.outcome !== 'plan' ? [] : { episode, event, day: event.day },
  )

/** The plans that ended, with the day on which they did; a plan of one day among them. */
const endedOf = (child: Folded): readonly { readonly episode: Episode; readonly from: Day; readonly until: Day }[] =>
  episodesOf(child, service).flatMap((episode) =>
    (episode.states.planOpen ?? []).flatMap(({ from, until }) => (until === null ? [] : { episode, from, until })),
  )

const started = count(
  {
    ...number,
    id: 'plans-started',
    title: 'Child protection plans started',
    numerator: 'child protection plans started, transfers in among them',
    source: national,
    comparable: { series: 'CPP_Abuse', name: 'Number of child protection plans starting during the year' },
  },
  (child) => startsOf(child).map(({ episode, event, day }) => counted(episode, event.position, day)),
)

const ended = count(
  {
    ...number,
    id: 'plans-ended',
    title: 'Child protection plans ended',
    numerator: 'child protection plans ended',
    source: national,
    comparable: null,
  },
  (child) => endedOf(child).map(({ episode, until }) => counted(episode, episode.id, until)),
)

const onPlans = stock(service, 'planOpen', {
  ...number,
  id: 'children-on-plans',
  title: 'Children on a child protection plan',
  numerator: 'children with a child protection plan of this council',
  source: `${national}: plans open at a date`,
  comparable: { series: 'CPP_Num', name: 'Number of children with a child protection plan, at 31 March' },
})

/** A first review is due after three months, so a plan is judged from then on. */
const judgedPlans = (child: Folded): readonly Span[] =>
  spansIn(child, service, 'planOpen').flatMap((span) => fromDayOn(span, addMonths(span.from, 3)))

const threeMonths = stockOfSpans(
  {
    ...number,
    id: 'children-on-plans-three-months',
    title: 'Children on a child protection plan for three months or more',
    numerator: 'children with a child protection plan that has lasted three months or more',
    source: national,
    comparable: { series: 'CPP_31March_3MnthorMore', name: 'Children on a plan for three months or more, at 31 March' },
  },
  judgedPlans,
)

/** Until the day after the first review that was not held when it was due: a plan once reviewed late stays so. */
function neverLate(child: Folded): readonly Span[] {
  const reviews = instancesOf(child, service, 'review')
  return judgedPlans(child).flatMap((span) => {
    const missed = reviews.find((one) => one.episode === span.episode && isReviewKnown(one) && wasMissed(one.instance))
    if (missed === undefined || missed.instance.due === null) return [span]
    const until = addDays(missed.instance.due, 1)
    return [{ ...span, until: span.until === null ? until : min(span.until, until) }].filter(lasts)
  })
}

/** Of a plan that a file tells of without its conference, the reviews before the year of that file are not known. */
const isReviewKnown = ({ episode, instance }: FoundInstance): boolean =>
  !episode.events.some(
    ({ position, step, values }) =>
      position === instance.startedBy && step === 'initialConference' && values.kind === undefined,
  )

const wasMissed = ({ due, met, void: fellAway }: ClockInstance): boolean =>
  due !== null && (met === null ? fellAway === null || fellAway > due : met > due)

interface PlanStart {
  readonly start: Day
  /** The days on which plans in this record ended, up to the start of this one. */
  readonly ended: readonly Day[]
  /** Earlier plans here by the answer given at the conference: those from before this record began are known only so. */
  readonly earlier: number
}

/** Each plan that started, and whether what is known of earlier plans of this council meets the test. */
const repeatPlans = (
  about: Omit<Parameters<typeof share>[0], keyof typeof ofStarted>,
  repeats: (plan: PlanStart) => boolean,
): Measure =>
  share({ ...ofStarted, ...about }, (child) => {
    const starts = startsOf(child)
    const ends = starts.length === 0 ? [] : endedOf(child).map(({ until }) => until)
    return starts.map(({ episode, event, day: start }) => {
      const ended = ends.filter((until) => until <= start)
      const earlier = Number(event.values.previousPlans ?? 0)
      return counted(episode, event.position, start, repeats({ start, ended, earlier }))
    })
  })

const endedWithin =
  (months: number) =>
  ({ start, ended }: PlanStart): boolean =>
    ended.some((until) => start <= addMonths(until, months))

const categories = {
  NEG: 'neglect',
  PHY: 'physical abuse',
  SAB: 'sexual abuse',
  EMO: 'emotional abuse',
  MUL: 'multiple',
}

const categoryMeasures = Object.entries(categories satisfies Record<keyof typeof categoriesOfAbuse, string>).map(
  ([code, category]) =>
    part(
      started,
      {
        id: `plans-started-${category.replaceAll(' ', '-')}`,
        title: `Plans started, category: ${category}`,
        service,
        numerator: `those whose category at the start was ${category}`,
        family: 'Category of abuse',
        better: 'neither',
        source: `${national}: initial category of abuse`,
        comparable: null,
        decimals: 1,
      },
      (child) =>
        startsOf(child)
          .filter(({ event }) => event.values.category === code)
          .map(({ episode, event, day }) => counted(episode, event.position, day)),
    ),
)

export const planMeasures: readonly Measure[] = [
  started,
  rate(started, {
    id: 'plans-started-rate',
    title: 'Child protection plans started for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: {
      series: 'CPP_Abuse_Rate',
      name: 'Child protection plans starting during the year per 10,000 children',
    },
  }),
  ...categoryMeasures,
  repeatPlans(
    {
      id: 'repeat-plans-12-months',
      title: 'Repeat child protection plans within twelve months',
      numerator: 'those of children whose earlier plan here ended within the twelve months before',
      source: 'Local: from the end of the earlier plan',
      comparable: null,
      target: null,
    },
    endedWithin(12),
  ),
  repeatPlans(
    {
      id: 'repeat-plans-2-years',
      title: 'Repeat child protection plans within two years',
      numerator: 'those of children whose earlier plan here ended within the two years before',
      source: 'Local, as the Scrutiny Board has it: from the end of the earlier plan',
      comparable: null,
      target: 12,
    },
    endedWithin(24),
  ),
  repeatPlans(
    {
      id: 'repeat-plans-ever',
      title: 'Second or later child protection plans, however long ago the first',
      numerator: 'those of children who had any earlier plan here',
      source: national,
      comparable: {
        series: 'PrevRegCPR',
        name: 'Children who became the subject of a plan for a second or subsequent time',
      },
      target: null,
    },
    ({ ended, earlier }) => earlier > 0 || ended.length > 0,
  ),
  onPlans,
  rate(onPlans, {
    id: 'children-on-plans-rate',
    title: 'Children on a child protection plan for every 10,000 children',
    better: 'neither',
    source: `${national}: plans open at a date`,
    comparable: { series: 'CPP_rate', name: 'Child protection plans per 10,000 children, at 31 March' },
  }),
  partAtDate(
    onPlans,
    {
      id: 'plans-two-years-open',
      title: 'Children on a plan for two years or more',
      service,
      numerator: 'those whose plan has lasted two years or more',
      better: 'lower',
      source: `${national}: plans open at a date`,
      comparable: { series: 'CPPlans2yrsActive', name: 'Plans lasting two years or more, at 31 March' },
      decimals: 1,
    },
    (child) => spansIn(child, service, 'planOpen').flatMap((span) => fromDayOn(span, addYears(span.from, 2))),
  ),
  ended,
  rate(ended, {
    id: 'plans-ended-rate',
    title: 'Child protection plans ended for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: { series: 'DeRegCPR', name: 'Children who ceased to be subject to a plan per 10,000 children' },
  }),
  share(
    {
      id: 'plans-two-years-ended',
      title: 'Plans that ended after two years or more',
      service,
      numerator: 'those that had lasted two years or more',
      denominator: 'child protection plans ended',
      better: 'lower',
      source: national,
      comparable: { series: 'CPPlans2yrs', name: 'Plans lasting two years or more which cease during the year' },
      target: null,
      decimals: 1,
    },
    (child) =>
      endedOf(child).map(({ episode, from, until }) => counted(episode, episode.id, until, until >= addYears(from, 2))),
  ),
  threeMonths,
  partAtDate(
    threeMonths,
    {
      id: 'plans-reviewed-in-time',
      title: 'Children on a plan whose every review was in time',
      service,
      numerator: 'those whose every review was in time, within three months and then at most six months apart',
      better: 'higher',
      source: `${reviewLaw}. Over the whole plan; the national figure looks at the reviews of the year`,
      comparable: { series: 'RevCP', name: 'Child protection cases reviewed within the required timescales' },
      decimals: 1,
    },
    neverLate,
  ),
  timeliness(
    service,
    'review',
    {
      only: ['review', 'initialConference'],
      id: 'review-conferences-in-time',
      title: 'Review conferences held in time',
      service,
      numerator: 'those held within three months of the start of the plan, then within six months of the one before',
      denominator: 'review conferences held',
      better: 'higher',
      source: reviewLaw,
      comparable: null,
      target: null,
      decimals: 1,
    },
    isReviewKnown,
  ),
  timeliness(service, 'coreGroup', {
    id: 'core-groups-in-time',
    title: 'Core groups held in time',
    service,
    numerator: 'those held within ten working days of the conference, then within the council’s own limit',
    denominator: 'core groups held',
    better: 'higher',
    source: 'Working Together to Safeguard Children: the first within ten working days; the next by local policy',
    comparable: null,
    target: null,
    decimals: 1,
  }),
  partAtDate(
    onPlans,
    {
      id: 'plans-visited-in-time',
      title: 'Children on a plan whose visits are up to date',
      service,
      numerator: 'those for whom no visit at which the child is seen is overdue',
      better: 'higher',
      source: 'Local policy; the limit is a dated setting, ten working days unless the council has set another',
      comparable: null,
      decimals: 1,
    },
    (child) => upToDate(child, service, 'planOpen', 'visit'),
  ),
  proportion(
    service,
    'visit',
    ({ day, values }, _, episode) => (visitedOnPlan(episode, day) ? values.alone === 'yes' : undefined),
    {
      id: 'plan-visits-seen-alone',
      title: 'Visits on a plan at which the child was seen alone',
      service,
      numerator: 'those at which the child was seen alone',
      denominator: 'visits to children on a child protection plan',
      better: 'higher',
      source: 'Local policy; Working Together to Safeguard Children: children are seen alone',
      comparable: null,
      target: null,
      decimals: 1,
    },
  ),
]

function visitedOnPlan({ states }: Episode, day: Day | null): boolean {
  return (
    day !== null && (states.planOpen ?? []).some(({ from, until }) => from <= day && (until === null || day <= until))
  )
}
