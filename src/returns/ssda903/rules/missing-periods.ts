/** Periods missing or away. */
import { earliest, inOrder } from '../../engine/child.ts'
import { blank, code } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { missingKinds } from '../code-lists.ts'
import { type ChildOf903, type Episode, periodsOfCare } from '../facts.ts'
import { runsOnAfterCare } from '../facts-care.ts'
import { neighbours, orderedBy } from '../facts-sequence.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

type MissingPeriod = Row<Ssda903, 'Missing'>

const goesOn = code('X1')
const anyOtherReason = code('E8')

/** The episode a child went missing from: on a day on which one ends and the next begins, the one that begins. */
const wentMissingFrom = (period: MissingPeriod, child: ChildOf903): Episode | undefined =>
  inOrder(child.Episodes, 'DECOM')
    .filter(({ DECOM, DEC }) => DECOM <= period.MIS_START && !(DEC < period.MIS_START))
    .at(-1)

/** Last year's open period is not among this year's. */
const notContinued = (old: MissingPeriod, child: ChildOf903): boolean =>
  old.blank('MIS_END') &&
  !Number.isNaN(old.MIS_START) &&
  !child.Missing.some((period) => period.MIS_START === old.MIS_START)

/** Missing on that day. A period without a start (which 564 reports) is taken to have begun before. */
const isMissingOn = (day: number, period: MissingPeriod): boolean =>
  !(period.MIS_START > day) && (period.MIS_END >= day || (period.blank('MIS_END') && !Number.isNaN(day)))

/** When the child is first known to have been in care, in this year's episodes or last year's. */
function careBegan(child: ChildOf903): number {
  const first = earliest([...child.last.Episodes, ...child.Episodes], 'DECOM')
  return first === undefined ? Number.NaN : first.DECOM
}

export const missingPeriods: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '564',
    meaning: 'The child was missing or away, but the date on which that began is missing',
    mend: 'Enter MIS_START',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MISSING', 'MIS_START'],
    check: (period, { year }) => missingKinds.in(year).has(period.MISSING) && period.blank('MIS_START'),
  }),
  eachRow({
    code: '565',
    meaning: 'The date on which the child went missing or away is given, but not which of the two it was',
    mend: 'Write M for missing or A for away without authorisation in MISSING',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MISSING', 'MIS_START'],
    check: (period) => period.MISSING === blank && period.filled('MIS_START'),
  }),
  eachRow({
    code: '566',
    meaning: 'The date on which the child was found or came back is given, but not whether they were missing or away',
    mend: 'Write M for missing or A for away without authorisation in MISSING',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MISSING', 'MIS_END'],
    check: (period) => period.MISSING === blank && period.filled('MIS_END'),
  }),
  eachRow({
    code: '567',
    meaning: 'The period missing or away ended before it began',
    mend: 'Correct MIS_START or MIS_END',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_START', 'MIS_END'],
    check: ({ MIS_START, MIS_END }) => MIS_END < MIS_START,
  }),
  eachRow({
    code: '570',
    meaning: 'The period missing or away began after the end of the year',
    mend: 'Correct MIS_START, or leave the period to the next return',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_START'],
    check: ({ MIS_START }, { end }) => MIS_START > end,
  }),
  eachRow({
    code: '571',
    meaning: 'The period missing or away did not end in the year',
    mend: 'Correct MIS_END, or remove the period',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_END'],
    check: ({ MIS_END }, { start, end }) => MIS_END < start || MIS_END > end,
  }),
  eachChild({
    code: '574',
    meaning: 'The child went missing or away while they were already missing or away',
    mend: 'Correct the dates so that no two periods overlap',
    years: since(2023),
    tables: ['Missing'],
    fields: { Missing: ['MIS_START', 'MIS_END'] },
    check(child, flag) {
      // In the order of their ends, as the Department does: the order decides which of two rows is reported.
      const periods = orderedBy(
        child.Missing,
        ({ MIS_START, MIS_END }) => (Number.isNaN(MIS_END) ? MIS_START : MIS_END),
        ({ MIS_START }) => MIS_START,
      )
      for (const { before, row } of neighbours(periods)) {
        if (Number.isNaN(before.MIS_END) || row.MIS_START < before.MIS_END) flag(row, before)
      }
    },
  }),
  eachRow({
    code: '575',
    meaning: 'The placement the child went missing from has ended, but the period missing or away has not',
    mend: 'Enter MIS_END, on the day the placement ended at the latest, or correct the end of the episode',
    years: since(2023),
    tables: ['Episodes', 'Missing'],
    table: 'Missing',
    fields: ['MIS_END'],
    check: (period, _, child) => {
      const episode = period.blank('MIS_END') ? wentMissingFrom(period, child) : undefined
      return episode !== undefined && !Number.isNaN(episode.DEC)
    },
  }),
  eachChild({
    code: '576',
    meaning: 'A period missing or away was open at the end of last year, but does not go on in this one',
    mend: "Enter the period with last year's MIS_START and the date on which it ended",
    years: since(2023),
    tables: ['Missing', 'last.Missing'],
    fields: { Missing: ['CHILD'], Header: ['CHILD'] },
    against: { 'last.Missing': ['MIS_START'] },
    check(child, flag) {
      const lost = child.last.Missing.find((old) => notContinued(old, child))
      if (lost === undefined) return
      const first = earliest(child.Missing, 'MIS_START') ?? child.Missing[0] ?? child.Header[0]
      if (first !== undefined) flag(first, lost)
    },
  }),
  eachRow({
    code: '577',
    meaning: 'The child left care, but the period missing or away is still open',
    mend: 'Enter MIS_END, or correct the end of the last episode',
    years: since(2023),
    tables: ['Episodes', 'Missing'],
    table: 'Missing',
    fields: ['MIS_END'],
    check: ({ MIS_START, MIS_END }, collection, child) =>
      Number.isNaN(MIS_END) && runsOnAfterCare(MIS_START, periodsOfCare(child, collection)),
  }),
  eachRow({
    code: '578',
    meaning: 'The child went missing or away after they had left care',
    mend: 'Correct MIS_START or the end of the last episode',
    years: since(2023),
    tables: ['Episodes', 'Missing'],
    table: 'Missing',
    fields: ['MIS_START'],
    check: ({ MIS_START }, collection, child) => {
      const periods = periodsOfCare(child, collection)
      return (
        periods.some(({ end }) => MIS_START > end) &&
        periods.every(({ start, end }) => MIS_START < start || MIS_START > end)
      )
    },
  }),
  eachRow({
    code: '580',
    meaning: 'The child was missing or away when they left care, so the reason can only be E8',
    mend: 'Correct the reason for which the episode ended, or the period missing or away',
    years: since(2023),
    tables: ['Episodes', 'Missing'],
    table: 'Episodes',
    fields: ['REC'],
    against: { Missing: ['MIS_START', 'MIS_END'] },
    check: ({ REC, DEC }, _, child) =>
      REC !== anyOtherReason &&
      child.Missing.some(
        // Care ends on the 18th birthday, whatever the reason given.
        (period) => isMissingOn(DEC, period) && (REC !== goesOn || DEC === addYears(period.DOB, 18)),
      ),
  }),
  eachRow({
    code: '581',
    meaning: 'The child went missing or away before they came into care',
    mend: 'Correct MIS_START or the start of the first episode',
    years: since(2023),
    tables: ['Episodes', 'Missing'],
    table: 'Missing',
    fields: ['MIS_START'],
    against: { Episodes: ['DECOM'] },
    check: ({ MIS_START }, _, child) => child.Episodes.length > 0 && MIS_START < careBegan(child),
  }),
  eachRow({
    code: '586',
    meaning: 'The child went missing or away before they were born',
    mend: 'Correct MIS_START or the date of birth',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_START', 'DOB'],
    check: ({ MIS_START, DOB }) => MIS_START < DOB,
  }),
]
