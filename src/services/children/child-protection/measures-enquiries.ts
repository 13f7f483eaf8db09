/** Section 47 enquiries: how many, how soon, and what came of them. */
import {
  count,
  counted,
  episodesOf,
  type Measure,
  overdue,
  proportion,
  proportionSigned,
  rate,
  timeliness,
} from '../../../core/measures/index.ts'
import type { Episode, Event } from '../../../core/pathway/history.ts'

const service = 'child-protection'
const national = 'Department for Education, characteristics of children in need'
const local = 'Local policy; no national comparator is published'

const authorised = { service, denominator: 'section 47 enquiries authorised', target: null, decimals: 1 } as const

/**
 * The strategy discussions that began an enquiry: of several before one enquiry the last, as the census has it; and one
 * whose enquiry is not written yet.
 */
function begunBy({ events }: Episode): readonly Event[] {
  const begun: Event[] = []
  let open: Event | undefined
  for (const event of events) {
    if (event.step === 'strategyDiscussion' && event.values.decision === 'enquire') open = event
    else if (open !== undefined && endsEnquiry(event)) {
      begun.push(open)
      open = undefined
    }
  }
  return open === undefined ? begun : [...begun, open]
}

const endsEnquiry = ({ step, standing, values }: Event): boolean =>
  step === 'enquiry' ? standing !== 'returned' : step === 'endedWithoutConference' && values.why === 'notRequired'

/** A census tells of no end of an enquiry but its conference: it is no evidence of how many had one. */
const isEndKnown = ({ values }: Event): boolean => values.completed !== undefined

const enquiries = count(
  {
    id: 'section-47-enquiries',
    title: 'Section 47 enquiries started',
    service,
    numerator: 'section 47 enquiries, by the day of the strategy discussion that began them',
    better: 'neither',
    source: `${national}; children in need census guide, date of section 47`,
    comparable: null,
    decimals: 0,
  },
  (child) =>
    episodesOf(child, service).flatMap((episode) =>
      begunBy(episode).flatMap((event) => (event.day === null ? [] : counted(episode, event.position, event.day))),
    ),
)

export const enquiryMeasures: readonly Measure[] = [
  proportion(service, 'strategyDiscussion', (event) => event.values.decision === 'enquire', {
    id: 'strategy-discussions-to-enquiry',
    title: 'Strategy discussions that led to an enquiry',
    service,
    numerator: 'those that decided on a section 47 enquiry',
    denominator: 'strategy discussions held',
    better: 'neither',
    source: 'Local',
    comparable: null,
    target: null,
    decimals: 1,
  }),
  enquiries,
  rate(enquiries, {
    id: 'section-47-enquiries-rate',
    title: 'Section 47 enquiries for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: { series: 'Section_47', name: 'Section 47 enquiries per 10,000 children' },
  }),
  timeliness(service, 'enquiry', {
    ...authorised,
    id: 'enquiries-15',
    title: 'Section 47 enquiries completed within 15 working days',
    numerator:
      'those authorised within 15 working days of the strategy discussion; of enquiries known from a census file only those that led to a conference, for it has no day of completion for the others',
    better: 'higher',
    source: local,
    comparable: null,
    target: 95,
  }),
  overdue(service, 'enquiry', {
    id: 'enquiries-overdue',
    title: 'Section 47 enquiries open after 15 working days',
    service,
    numerator: 'section 47 enquiries not authorised 15 working days after the strategy discussion',
    better: 'lower',
    source: local,
    comparable: null,
    decimals: 0,
  }),
  proportionSigned(
    service,
    'enquiry',
    (event) => (isEndKnown(event) ? event.values.outcome === 'conference' : undefined),
    {
      ...authorised,
      id: 'enquiries-to-conference',
      title: 'Section 47 enquiries that led to an initial conference',
      numerator: 'those whose outcome was an initial child protection conference',
      better: 'neither',
      source: 'Local',
      comparable: null,
    },
  ),
  proportionSigned(
    service,
    'enquiry',
    ({ values }) => (values.seen === undefined ? undefined : values.seen === 'yes'),
    {
      ...authorised,
      id: 'enquiries-child-seen',
      title: 'Section 47 enquiries at which the child was seen',
      numerator: 'those at which the child was seen',
      better: 'higher',
      source: 'Working Together to Safeguard Children: the child is seen; no limit is laid down',
      comparable: null,
    },
  ),
]
