/** Reports that count: sources, needs, factors, months, closures, indicators, and that a year follows from the one before. */
import { type Day, monthsOf, type Period } from '../../../core/calendar/index.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { ethnicities, sexes } from '../../../core/people/person.ts'
import { ageBands } from '../age-bands.ts'
import { type DimensionId, needLabels } from '../dimensions.ts'
import { figureOf, groupsOf } from '../sums.ts'
import {
  byCode,
  type CinReport,
  labelsOf,
  notRecorded,
  percentageOf,
  type ReportCell,
  type ReportContext,
} from './report.ts'

/** What the census publishes of each year, in the order in which its key indicators are read. */
const keyIndicators = [
  'referrals',
  're-referrals-12-months',
  'assessments',
  'assessments-45-from-start',
  'children-in-need',
  'section-47-enquiries',
  'initial-conferences',
  'initial-conferences-15',
  'plans-started',
  'repeat-plans-ever',
  'children-on-plans',
  'plans-two-years-open',
  'plans-ended',
  'plans-two-years-ended',
  'plans-reviewed-in-time',
] as const

function indicatorRow(measure: Measure, { columns }: ReportContext, period: Period): readonly ReportCell[] {
  const { numerator, denominator } = figureOf(columns, measure, period)
  const isShare = measure.from.denominator !== null
  const when = measure.over === 'date' ? 'At the end of the year' : 'In the year'
  return [
    measure.title,
    when,
    numerator,
    isShare ? denominator : '',
    isShare ? percentageOf(numerator, denominator) : '',
  ]
}

const inNeed = ({ definitions }: ReportContext): Measure | undefined =>
  definitions.measures.find((one) => one.id === 'children-in-need')

/** Children in need at the end of the year by one thing about them. */
function groups(
  context: ReportContext,
  period: Period,
  by: DimensionId,
  labelOf: (code: number) => string,
): readonly (readonly [string, number])[] {
  const measure = inNeed(context)
  if (measure === undefined) return []
  return groupsOf(context.columns, measure, period, by).map(
    ({ code, numerator }) => [labelOf(code), numerator] as const,
  )
}

const labelIn = (list: Readonly<Record<string, string | { readonly label: string }>>, code: string | null): string => {
  const found = code === null ? undefined : list[code]
  return typeof found === 'object' ? found.label : (found ?? notRecorded)
}

const isIn = (period: Pick<Period, 'from' | 'to'>, day: Day | null): boolean =>
  day !== null && day >= period.from && day <= period.to

export const countReports: readonly CinReport[] = [
  {
    id: 'referral-source',
    title: 'Referral source',
    about:
      'Referrals of the year by who referred, with those that were not taken further. Several of one child on one day count once.',
    isChildLevel: false,
    needs: ['referrals'],
    table({ referrals }, { definitions }) {
      const labels = labelsOf(definitions, 'children-in-need', 'referral', 'source')
      const none = (all: typeof referrals) => all.filter((one) => one.response === 'none').length
      return {
        head: ['Code', 'Source', 'Referrals', 'Percentage', 'No further action', 'Percentage no further action'],
        rows: [
          ...byCode(labels, referrals, (one) => one.source).map(({ code, label, items }) => [
            code,
            label,
            items.length,
            percentageOf(items.length, referrals.length),
            none(items),
            percentageOf(none(items), items.length),
          ]),
          [
            'All',
            'All referrals',
            referrals.length,
            percentageOf(1, 1),
            none(referrals),
            percentageOf(none(referrals), referrals.length),
          ],
        ],
      }
    },
  },
  {
    id: 'referral-need',
    title: 'Referrals by primary need',
    about: 'Referrals of the year by main need, with those that came within twelve months of an earlier one.',
    isChildLevel: false,
    needs: ['referrals'],
    table({ referrals }, { definitions }) {
      const labels = labelsOf(definitions, 'children-in-need', 'referralDecision', 'need')
      const again = (all: typeof referrals) => all.filter((one) => one.again).length
      return {
        head: ['Code', 'Need', 'Referrals', 'Percentage', 'Within twelve months of an earlier one'],
        rows: [
          ...byCode(labels, referrals, (one) => one.need).map(({ code, label, items }) => [
            code,
            label,
            items.length,
            percentageOf(items.length, referrals.length),
            again(items),
          ]),
          ['All', 'All referrals', referrals.length, percentageOf(1, 1), again(referrals)],
        ],
      }
    },
  },
  {
    id: 'factors',
    title: 'Factors identified at the end of assessment',
    about:
      'Assessments authorised in the year that identified each factor, of those that identified any. An assessment may identify several.',
    isChildLevel: false,
    needs: ['assessments'],
    table({ assessments }, { definitions }) {
      const labels = labelsOf(definitions, 'children-in-need', 'assessment', 'factors')
      const codes = assessments.map((one) => (one.factors === null ? [] : one.factors.split(',')))
      const count = (code: string) => codes.filter((one) => one.includes(code)).length
      const none = '21'
      const withAny = codes.filter((one) => one.some((code) => code !== none)).length
      return {
        head: ['Code', 'Factor', 'Assessments', 'Percentage of those with a factor'],
        rows: [
          ...[...labels].map(([code, label]) => [
            code,
            label,
            count(code),
            code === none ? '' : percentageOf(count(code), withAny),
          ]),
          ['Any', 'Assessments with any factor', withAny, percentageOf(withAny, withAny)],
          ['All', 'All assessments', assessments.length, ''],
        ],
      }
    },
  },
  {
    id: 'month-flows',
    title: 'Month flows',
    about: 'What began and ended in each month of the year.',
    isChildLevel: false,
    needs: ['referrals', 'assessments', 'enquiries', 'conferences', 'plans', 'cases'],
    table(year) {
      const flows = (period: Pick<Period, 'from' | 'to'>): readonly ReportCell[] => [
        year.referrals.filter((one) => isIn(period, one.day)).length,
        year.assessments.filter((one) => isIn(period, one.authorised)).length,
        year.enquiries.filter((one) => isIn(period, one.started)).length,
        year.conferences.filter((one) => isIn(period, one.held)).length,
        year.plans.filter((one) => isIn(period, one.started)).length,
        year.plans.filter((one) => isIn(period, one.ended)).length,
        year.cases.filter((one) => isIn(period, one.closed)).length,
      ]
      return {
        head: [
          'Month',
          'Referrals',
          'Assessments authorised',
          'Section 47 enquiries',
          'Initial conferences',
          'Plans started',
          'Plans ended',
          'Cases closed',
        ],
        rows: [...monthsOf(year.period).map((month) => [month.title, ...flows(month)]), ['All', ...flows(year.period)]],
      }
    },
  },
  {
    id: 'key-indicators',
    title: 'Key indicators',
    about: 'The figures that are published of each year, from the same definitions as the measures.',
    isChildLevel: false,
    needs: [],
    table: ({ period }, context) => ({
      head: ['Indicator', 'When', 'Number', 'Of', 'Percentage'],
      rows: keyIndicators.flatMap((id) => {
        const measure = context.definitions.measures.find((one) => one.id === id)
        return measure === undefined ? [] : [indicatorRow(measure, context, period)]
      }),
    }),
  },
  {
    id: 'continuity',
    title: 'Continuity',
    about:
      'Cases open at the end of the year before must be open or closed in this one: those open then, and those opened since, less those closed, are those open now. Cases turned away at referral are no cases.',
    isChildLevel: false,
    needs: ['cases'],
    table({ cases, period }) {
      const before = cases.filter((one) => one.opened < period.from)
      const opened = cases.length - before.length
      const closed = (all: typeof cases) => all.filter((one) => one.closed !== null).length
      const row = (what: string, all: typeof cases): readonly ReportCell[] => [
        what,
        all.length,
        closed(all),
        all.length - closed(all),
      ]
      return {
        head: ['Cases', 'Open or opened', 'Closed in the year', 'Open at the end'],
        rows: [
          row('Open at the end of the year before', before),
          row('Opened in the year', cases.slice(cases.length - opened)),
          row('All', cases),
        ],
      }
    },
  },
  {
    id: 'reason-for-closure',
    title: 'Reason for closure',
    about: 'Cases closed in the year by reason.',
    isChildLevel: false,
    needs: ['cases'],
    table({ cases }, { definitions }) {
      const labels = labelsOf(definitions, 'children-in-need', 'closure', 'reason')
      const closed = cases.filter((one) => one.closed !== null)
      return {
        head: ['Code', 'Reason', 'Cases', 'Percentage'],
        rows: [
          ...byCode(labels, closed, (one) => one.reason).map(({ code, label, items }) => [
            code,
            label,
            items.length,
            percentageOf(items.length, closed.length),
          ]),
          ['All', 'All closed', closed.length, percentageOf(1, 1)],
        ],
      }
    },
  },
  {
    id: 'children-in-need-at-the-end',
    title: 'Children in need at the end of the year',
    about: 'Children in need on the last day of the year by main need, age on that day, sex and ethnicity.',
    isChildLevel: false,
    needs: [],
    table({ period }, context) {
      const { children } = context.columns
      const needs = needLabels(context.definitions)
      const parts = [
        ['Main need', groups(context, period, 'need', (code) => labelIn(needs, children.needs.values[code] ?? null))],
        ['Age', groups(context, period, 'age', (code) => (ageBands[code] ?? ageBands[0]).label)],
        ['Sex', groups(context, period, 'sex', (code) => labelIn(sexes, children.sexes.values[code] ?? null))],
        [
          'Ethnicity',
          groups(context, period, 'ethnicity', (code) =>
            labelIn(ethnicities, children.ethnicities.values[code] ?? null),
          ),
        ],
      ] as const
      return {
        head: ['By', 'Group', 'Children', 'Percentage'],
        rows: parts.flatMap(([by, rows]) => {
          const all = rows.reduce((sum, [, count]) => sum + count, 0)
          return [
            ...rows.map(([label, count]) => [by, label, count, percentageOf(count, all)]),
            [by, 'All', all, percentageOf(1, 1)],
          ]
        }),
      }
    },
  },
]
