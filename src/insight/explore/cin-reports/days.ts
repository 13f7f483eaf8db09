/** Reports in working days: assessments, section 47 enquiries, initial conferences and transfers in. */
import type { Day } from '../../../core/calendar/index.ts'
import {
  bandsTo,
  byBand,
  type CinReport,
  labelsOf,
  notRecorded,
  percentageOf,
  type ReportContext,
  type ReportTable,
} from './report.ts'
import type { Assessment, Conference } from './year.ts'

/** Working Together to Safeguard Children (since 15 April 2013): 45 working days. */
const assessmentLimit = 45
/** Working Together to Safeguard Children (since March 2010): 15 working days. */
const conferenceLimit = 15

interface Taken {
  /** Working days; null where the start is not recorded. */
  readonly days: number | null
  readonly inTime: boolean
}

/** The day something began is not counted; what is done by the end of the last day is in time. */
function taken({ workingDays }: ReportContext, from: Day | null, to: Day, limit: number): Taken {
  if (from === null) return { days: null, inTime: false }
  return { days: workingDays.between(from, to), inTime: to <= workingDays.add(from, limit) }
}

const assessmentDays = (context: ReportContext, { started, authorised }: Assessment): Taken =>
  taken(context, started, authorised, assessmentLimit)

const conferenceDays = (context: ReportContext, { from, held }: Conference): Taken =>
  taken(context, from, held, conferenceLimit)

const inWords = ({ days, inTime }: Taken): string => (days === null ? notRecorded : inTime ? 'Yes' : 'No')

function summary(what: string, limit: number, bands: ReturnType<typeof bandsTo>, all: readonly Taken[]): ReportTable {
  const inTime = all.filter((one) => one.inTime).length
  const counts = byBand(
    bands,
    all.map((one) => one.days),
  )
  return {
    head: ['Working days', what, 'Percentage'],
    rows: [
      ...counts.map(([label, count]) => [label, count, percentageOf(count, all.length)]),
      ['All', all.length, percentageOf(all.length, all.length)],
      [`Within ${limit} working days`, inTime, percentageOf(inTime, all.length)],
    ],
  }
}

const fromStart = 'From the start of the assessment to the day it was authorised in the year.'
const conferenceBands = bandsTo(5, 10, 15, 20, 30)
const ofOurs = ({ isTransferIn }: Conference): boolean => !isTransferIn

export const dayReports: readonly CinReport[] = [
  {
    id: 'assessment-working-days-list',
    title: 'Assessment working day list',
    about: `Every assessment authorised in the year. ${fromStart}`,
    isChildLevel: true,
    needs: ['assessments'],
    table(year, context) {
      const outcomes = labelsOf(context.definitions, 'children-in-need', 'assessment', 'outcome')
      return {
        head: ['Child', 'Started', 'Authorised', 'Working days', `Within ${assessmentLimit}`, 'Outcome'],
        rows: year.assessments.map((one) => {
          const took = assessmentDays(context, one)
          const outcome = outcomes.get(one.outcome ?? '') ?? notRecorded
          return [one.child_id, one.started ?? notRecorded, one.authorised, took.days ?? '', inWords(took), outcome]
        }),
      }
    },
  },
  {
    id: 'assessment-working-days-summary',
    title: 'Assessment working day summary',
    about: `Assessments authorised in the year by how long they took. ${fromStart}`,
    isChildLevel: false,
    needs: ['assessments'],
    table: (year, context) =>
      summary(
        'Assessments',
        assessmentLimit,
        bandsTo(10, 20, 30, 40, 45, 50, 60),
        year.assessments.map((one) => assessmentDays(context, one)),
      ),
  },
  {
    id: 'icpc-working-days-list',
    title: 'ICPC working day list',
    about:
      'Initial child protection conferences held in the year, from the strategy discussion. Transfers in stand apart.',
    isChildLevel: true,
    needs: ['conferences'],
    table: (year, context) => conferenceList(year.conferences.filter(ofOurs), context, 'Strategy discussion'),
  },
  {
    id: 'icpc-working-days-summary',
    title: 'ICPC working day summary',
    about:
      'Initial child protection conferences held in the year by working days from the strategy discussion. Transfers in stand apart.',
    isChildLevel: false,
    needs: ['conferences'],
    table: (year, context) =>
      summary(
        'Conferences',
        conferenceLimit,
        conferenceBands,
        year.conferences.filter(ofOurs).map((one) => conferenceDays(context, one)),
      ),
  },
  {
    id: 'transfer-in-icpc',
    title: 'Transfer-in ICPC',
    about: 'Transfer-in conferences held in the year, from the day we were notified.',
    isChildLevel: true,
    needs: ['conferences'],
    table: (year, context) =>
      conferenceList(
        year.conferences.filter((one) => !ofOurs(one)),
        context,
        'Notified',
      ),
  },
  {
    id: 'section-47-working-days-summary',
    title: 'Section 47 working day summary',
    about:
      'Section 47 enquiries that began in the year, by working days from the strategy discussion to their authorisation. The limit is local policy.',
    isChildLevel: false,
    needs: ['enquiries'],
    table(year, context) {
      const ended = year.enquiries.flatMap(({ started, authorised }) =>
        authorised === null ? [] : [taken(context, started, authorised, conferenceLimit)],
      )
      const { head, rows } = summary('Enquiries', conferenceLimit, conferenceBands, ended)
      return {
        head,
        rows: [...rows, ['Not authorised by the end of the year', year.enquiries.length - ended.length, '']],
      }
    },
  },
]

function conferenceList(held: readonly Conference[], context: ReportContext, from: string): ReportTable {
  const { definitions } = context
  const categories = labelsOf(definitions, 'child-protection', 'initialConference', 'category')
  const outcomes = labelsOf(definitions, 'child-protection', 'initialConference', 'outcome')
  return {
    head: ['Child', from, 'Held', 'Working days', `Within ${conferenceLimit}`, 'Outcome', 'Category'],
    rows: held.map((one) => {
      const took = conferenceDays(context, one)
      return [
        one.child_id,
        one.from ?? notRecorded,
        one.held,
        took.days ?? '',
        inWords(took),
        outcomes.get(one.outcome ?? '') ?? notRecorded,
        categories.get(one.category ?? '') ?? '',
      ]
    }),
  }
}
