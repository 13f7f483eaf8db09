/** Initial child protection conferences: how many, how soon, what they decided, and what came before and after. */
import { addMonths, type Day } from '../../../core/calendar/index.ts'
import {
  count,
  counted,
  eventsOf,
  type Measure,
  overdue,
  proportion,
  rate,
  timeliness,
} from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'
import type { Event } from '../../../core/pathway/history.ts'

const service = 'child-protection'
const workingTogether = 'Working Together to Safeguard Children; children in need census guide'
const national = 'Department for Education, characteristics of children in need'

const atConferences = {
  service,
  denominator: 'children at initial conferences, transfers in apart',
  target: null,
  decimals: 1,
} as const

/** A plan that a file tells of without its conference has no kind: it says nothing of conferences. */
const isKnown = ({ values }: Event): boolean => values.kind !== undefined
const ofOurs = (event: Event): boolean => isKnown(event) && event.values.kind !== 'transferIn'

const conferences = count(
  {
    id: 'initial-conferences',
    title: 'Initial child protection conferences',
    service,
    numerator: 'children at initial conferences, transfers in apart',
    better: 'neither',
    source: national,
    comparable: null,
    decimals: 0,
  },
  (child) =>
    eventsOf(child, service, 'initialConference').flatMap(({ episode, event }) =>
      event.day === null || !ofOurs(event) ? [] : counted(episode, event.position, event.day),
    ),
)

/** A family's own conference in the twelve months before, however it was offered. */
const metAsFamily = (child: Folded, on: Day): boolean =>
  eventsOf(child, 'family-group-conference', 'conference').some(
    ({ event }) => event.day !== null && event.day <= on && on <= addMonths(event.day, 12),
  )

export const conferenceMeasures: readonly Measure[] = [
  conferences,
  rate(conferences, {
    id: 'initial-conferences-rate',
    title: 'Initial conferences for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: { series: 'ISCP_Conf', name: 'Initial child protection conferences per 10,000 children' },
  }),
  timeliness(service, 'initialConference', {
    ...atConferences,
    id: 'initial-conferences-15',
    title: 'Initial conferences within 15 working days of the strategy discussion',
    numerator: 'those held within 15 working days of the strategy discussion that led to them',
    better: 'higher',
    source: workingTogether,
    comparable: { series: 'CP_conf_15days', name: 'Child protection conferences held within 15 days' },
    target: 90,
  }),
  overdue(service, 'initialConference', {
    id: 'conferences-overdue',
    title: 'Initial conferences not held after 15 working days',
    service,
    numerator: 'initial conferences still to be held 15 working days after the strategy discussion',
    better: 'lower',
    source: workingTogether,
    comparable: null,
    decimals: 0,
  }),
  timeliness(service, 'transferInConference', {
    ...atConferences,
    id: 'transfer-in-conferences-15',
    title: 'Transfer-in conferences within 15 working days of notification',
    numerator: 'those held within 15 working days of the day we were notified',
    denominator: 'children at transfer-in conferences',
    better: 'higher',
    source: workingTogether,
    comparable: null,
  }),
  proportion(service, 'initialConference', (event) => (isKnown(event) ? event.values.outcome === 'plan' : undefined), {
    ...atConferences,
    id: 'conferences-to-plans',
    title: 'Initial conferences that led to a plan',
    numerator: 'those for whom a child protection plan was made',
    denominator: 'children at initial conferences, transfers in among them',
    better: 'neither',
    source: 'Local',
    comparable: null,
  }),
  proportion(
    service,
    'initialConference',
    (event, child) => (event.day === null || !ofOurs(event) ? undefined : metAsFamily(child, event.day)),
    {
      ...atConferences,
      pathways: [service, 'family-group-conference'],
      id: 'conferences-after-family-group-conference',
      title: 'Initial conferences preceded by a family group conference',
      numerator: 'those for whom a family group conference was held in the twelve months before',
      better: 'higher',
      source: 'Local; Working Together to Safeguard Children encourages family group decision-making',
      comparable: null,
    },
  ),
  timeliness(
    service,
    'decisionsSent',
    {
      ...atConferences,
      only: ['decisionsSent', 'initialConference'],
      id: 'conference-decisions-sent-in-time',
      title: 'Decisions of conferences that made a plan sent in time',
      numerator: 'those sent within the council’s own limit, one working day unless it has set another',
      denominator: 'children whose plan was made at a conference of which the decisions were sent',
      better: 'higher',
      source: 'Local policy; the limit is a dated setting',
      comparable: null,
    },
    // Where no plan is made the episode closes there and then, and its clocks with it.
    ({ episode, instance }) =>
      episode.events.some(({ position, values }) => position === instance.startedBy && values.outcome === 'plan'),
  ),
]
