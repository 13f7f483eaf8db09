/** Reports on child protection plans. */
import { addMonths, addYears, type Day, min } from '../../../core/calendar/index.ts'
import { byCode, type CinReport, labelsOf, notRecorded, percentageOf, type ReportTable } from './report.ts'
import type { CinYear, Plan } from './year.ts'

const startedIn = ({ plans, period }: CinYear): readonly Plan[] => plans.filter((one) => one.started >= period.from)
const endedIn = ({ plans, period }: CinYear): readonly Plan[] =>
  plans.filter((one) => one.ended !== null && one.ended >= period.from)
const openAtEnd = ({ plans }: CinYear): readonly Plan[] => plans.filter((one) => one.ended === null)

/**
 * Working Together to Safeguard Children (since March 2010): the first review within three months of the conference, then
 * at most six months apart. Whether every review up to a day was in time, and the next one is not late on it.
 */
export function everyReviewInTime(plan: Pick<Plan, 'started' | 'ended' | 'reviews'>, on: Day): boolean {
  const until = plan.ended === null ? on : min(plan.ended, on)
  let due = addMonths(plan.started, 3)
  for (const review of plan.reviews) {
    if (review > due) return false
    due = addMonths(review, 6)
  }
  return until <= due
}

export const planReports: readonly CinReport[] = [
  {
    id: 'cpp-by-category',
    title: 'CPP by category',
    about: 'Plans that started in the year by their first category, and plans open at its end by their latest.',
    isChildLevel: false,
    needs: ['plans'],
    table(year, { definitions }) {
      const labels = labelsOf(definitions, 'child-protection', 'initialConference', 'category')
      const [started, open] = [startedIn(year), openAtEnd(year)]
      const first = byCode(labels, started, (one) => one.category)
      const latest = byCode(labels, open, (one) => one.latestCategory)
      const codes = new Map([...first, ...latest].map(({ code, label }) => [code, label]))
      const count = (rows: typeof first, code: string) => rows.find((one) => one.code === code)?.items.length ?? 0
      return {
        head: ['Category', 'Started in the year', 'Percentage', 'Open at the end', 'Percentage of open'],
        rows: [
          ...[...codes].map(([code, label]) => [
            label,
            count(first, code),
            percentageOf(count(first, code), started.length),
            count(latest, code),
            percentageOf(count(latest, code), open.length),
          ]),
          ['All', started.length, percentageOf(1, 1), open.length, percentageOf(1, 1)],
        ],
      }
    },
  },
  {
    id: 'cpp-two-years-or-more',
    title: 'CPP of two years or more',
    about: 'Plans that had lasted two years or more when they ended in the year, or at its end.',
    isChildLevel: true,
    needs: ['plans'],
    table: (year, { definitions }) =>
      planList(
        [...endedIn(year), ...openAtEnd(year)].filter(
          (one) => addYears(one.started, 2) <= (one.ended ?? year.period.to),
        ),
        labelsOf(definitions, 'child-protection', 'initialConference', 'category'),
      ),
  },
  {
    id: 'cpp-reviewed-in-timescale',
    title: 'CPP reviewed in timescale',
    about:
      'Children on a plan for three months or more at the end of the year: whether every review was within three months of the conference and then at most six months after the one before.',
    isChildLevel: true,
    needs: ['plans'],
    table(year) {
      const judged = openAtEnd(year).filter((one) => addMonths(one.started, 3) <= year.period.to)
      return {
        head: ['Child', 'Plan started', 'Reviews', 'Last review', 'Every review in time'],
        rows: judged.map((one) => [
          one.child_id,
          one.started,
          one.reviews.length,
          one.reviews.at(-1) ?? 'None yet',
          everyReviewInTime(one, year.period.to) ? 'Yes' : 'No',
        ]),
      }
    },
  },
  {
    id: 'more-than-one-cpp',
    title: 'More than one CPP',
    about: 'Plans that started in the year for children who had an earlier plan of this council.',
    isChildLevel: true,
    needs: ['plans'],
    table: (year, { definitions }) =>
      planList(
        startedIn(year).filter((one) => one.earlier > 0),
        labelsOf(definitions, 'child-protection', 'initialConference', 'category'),
      ),
  },
]

const planList = (plans: readonly Plan[], categories: ReadonlyMap<string, string>): ReportTable => ({
  head: ['Child', 'Started', 'Ended', 'First category', 'Latest category', 'Earlier plans here'],
  rows: plans.map((one) => [
    one.child_id,
    one.started,
    one.ended ?? 'Open',
    categories.get(one.category ?? '') ?? notRecorded,
    categories.get(one.latestCategory ?? '') ?? notRecorded,
    one.earlier,
  ]),
})
