import { addMonths, type Day } from '../../../core/calendar/index.ts'
import { counted, type Measure, proportion, share, stock, timeliness } from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'
import type { Event } from '../../../core/pathway/history.ts'

const service = 'child-protection'

const plansStarted = {
  service,
  denominator: 'child protection plans started',
  better: 'lower',
  decimals: 1,
} as const

export const childProtectionMeasures: readonly Measure[] = [
  timeliness(service, 'enquiry', {
    id: 'enquiries-15',
    title: 'Section 47 enquiries completed within 15 working days',
    service,
    numerator: 'those authorised within 15 working days of the strategy discussion',
    denominator: 'section 47 enquiries authorised',
    better: 'higher',
    source: 'Local policy; no national comparator is published',
    comparable: null,
    target: 95,
    decimals: 1,
  }),
  timeliness(service, 'initialConference', {
    id: 'initial-conferences-15',
    title: 'Initial conferences within 15 working days of the strategy discussion',
    service,
    numerator: 'those held within 15 working days of the strategy discussion that led to them',
    denominator: 'children at initial conferences, transfers in apart',
    better: 'higher',
    source: 'Working Together to Safeguard Children; children in need census guide',
    comparable: { series: 'CP_conf_15days', name: 'Child protection conferences held within 15 days' },
    target: 90,
    decimals: 1,
  }),
  proportion(service, 'initialConference', ledToPlan, {
    id: 'conferences-to-plans',
    title: 'Initial conferences that led to a plan',
    service,
    numerator: 'those for whom a child protection plan was made',
    denominator: 'children at initial conferences',
    better: 'higher',
    source: 'Local',
    comparable: null,
    target: null,
    decimals: 1,
  }),
  share(
    {
      ...plansStarted,
      id: 'repeat-plans-2-years',
      title: 'Repeat child protection plans within two years',
      numerator: 'those of children whose earlier plan here ended within the two years before',
      source: 'Local, as the Scrutiny Board has it: from the end of the earlier plan',
      comparable: null,
      target: 12,
    },
    (child) =>
      planStarts(child, ({ start, ended }) => ended.some((one) => one <= start && start <= addMonths(one, 24))),
  ),
  share(
    {
      ...plansStarted,
      id: 'repeat-plans-ever',
      title: 'Second or later child protection plans',
      numerator: 'those of children who had any earlier plan here',
      source: 'Department for Education, characteristics of children in need',
      comparable: { series: 'PrevRegCPR', name: 'Second or subsequent child protection plans' },
      target: null,
    },
    (child) => planStarts(child, ({ start, ended, earlier }) => earlier > 0 || ended.some((one) => one <= start)),
  ),
  stock(service, 'planOpen', {
    id: 'children-on-plans',
    title: 'Children on a child protection plan',
    service,
    numerator: 'children with a child protection plan of this council',
    better: 'lower',
    source: 'Department for Education, characteristics of children in need: plans open at a date',
    comparable: { series: 'CPP_Num', name: 'Children with a child protection plan' },
    decimals: 0,
  }),
]

/** A plan that a file tells of without its conference says nothing about how many conferences led to none. */
function ledToPlan({ values }: Event): boolean | undefined {
  return values.kind === undefined ? undefined : values.outcome === 'plan'
}

interface PlanStart {
  readonly start: Day
  /** The days on which plans in this record ended. */
  readonly ended: readonly Day[]
  /** Earlier plans here by the answer given at the conference: those from before this record began are known only so. */
  readonly earlier: number
}

/** Each plan that started, and whether what is known of earlier plans of this council meets the test. */
function planStarts(child: Folded, repeats: (plan: PlanStart) => boolean): ReturnType<Measure['contributions']> {
  const episodes = child.history.episodes.filter((episode) => episode.pathway === service)
  const ended = episodes.flatMap((episode) => (episode.states.planOpen ?? []).flatMap(({ until }) => until ?? []))
  return episodes.flatMap((episode) =>
    episode.events
      .filter((event) => event.step === 'initialConference' && event.values.outcome === 'plan')
      .flatMap((event) => {
        const { day: start, position: key } = event
        if (start === null) return []
        const earlier = Number(event.values.previousPlans ?? 0)
        return [counted(episode, key, start, repeats({ start, ended, earlier }))]
      }),
  )
}
