/** Requests for an assessment: dates, outcome and the six weeks. */

import { inside } from '../../engine/child.ts'
import { blank } from '../../engine/codes.ts'
import { addMonths, addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { requestOutcomes, requestSources, yesOrNo } from '../code-lists.ts'
import { agreed, awaited, born, decided, historical, refused, weeks, withdrawn, yes } from '../facts.ts'
import { eachChild, eachRow, type Sen2 } from '../layout.ts'

const request = { years: since(2023), tables: ['Requests'], table: 'Requests' } as const
const sixWeeks = 'An authority must say within six weeks whether it will assess (SEND Regulations 2014 reg 5)'

export const requests: readonly Rule<Sen2>[] = [
  eachRow({
    ...request,
    code: 'S030',
    meaning: 'The day on which the request was received is missing or is not a real date',
    mend: 'Give the day, or H as the outcome where it is from before the census and not known',
    reason: 'All time limits are counted from this day',
    fields: ['ReceivedDate', 'RequestOutcome'],
    check: (row) => Number.isNaN(row.ReceivedDate) && row.RequestOutcome !== historical,
  }),
  eachRow({
    ...request,
    code: 'S031',
    meaning: 'The request was received after the end of the year',
    mend: 'Correct the day, or leave the request for the next census',
    reason: 'The census is of the calendar year before it',
    fields: ['ReceivedDate'],
    check: ({ ReceivedDate }, { end }) => ReceivedDate > end,
  }),
  eachRow({
    ...request,
    code: 'S032',
    meaning: 'The request was received before the person was born',
    mend: 'Correct the day or the date of birth',
    reason: 'A request is made for someone who has been born',
    fields: ['ReceivedDate'],
    against: { Person: ['PersonBirthDate'] },
    check: ({ ReceivedDate }, _, child) => ReceivedDate < born(child),
  }),
  eachRow({
    ...request,
    code: 'S033',
    meaning: 'The request was received when the person was 25 or over',
    mend: 'Correct the day or the date of birth',
    reason: 'An assessment may be asked for up to the age of 25 (Children and Families Act 2014 s36)',
    fields: ['ReceivedDate'],
    against: { Person: ['PersonBirthDate'] },
    check: ({ ReceivedDate }, _, child) => ReceivedDate >= addYears(born(child), 25),
  }),
  eachRow({
    ...request,
    code: 'S034',
    meaning: 'The outcome of the request is missing or is not one of the codes',
    mend: 'Use Y, N, A (awaited), W (withdrawn) or H (from before the census)',
    reason: 'The schema knows these codes',
    fields: ['RequestOutcome'],
    check: ({ RequestOutcome }, { year }) => !requestOutcomes.in(year).has(RequestOutcome),
  }),
  eachRow({
    ...request,
    code: 'S035',
    meaning: 'The request has been decided, but the day of the decision is missing',
    mend: 'Give the day on which it was decided or withdrawn',
    reason: sixWeeks,
    fields: ['RequestOutcomeDate', 'RequestOutcome'],
    check: (row) => decided.has(row.RequestOutcome) && Number.isNaN(row.RequestOutcomeDate),
  }),
  eachRow({
    ...request,
    code: 'S036',
    meaning: 'A day of decision is given while the outcome is still awaited',
    mend: 'Give the outcome, or remove the day',
    reason: 'Only one of the two can be true',
    fields: ['RequestOutcomeDate', 'RequestOutcome'],
    check: (row) => row.RequestOutcome === awaited && row.filled('RequestOutcomeDate'),
  }),
  eachRow({
    ...request,
    code: 'S037',
    meaning: 'The request was decided before it was received',
    mend: 'Correct one of the two days',
    reason: 'A decision follows what it decides',
    fields: ['ReceivedDate', 'RequestOutcomeDate'],
    check: (row) => row.RequestOutcomeDate < row.ReceivedDate,
  }),
  eachRow({
    ...request,
    code: 'S038',
    meaning: 'The request was decided after the end of the year',
    mend: 'Correct the day, or return the request as awaited',
    reason: 'The census is of the calendar year before it',
    fields: ['RequestOutcomeDate'],
    check: ({ RequestOutcomeDate }, { end }) => RequestOutcomeDate > end,
  }),
  eachRow({
    ...request,
    code: 'S039',
    severity: 'query',
    meaning: 'The decision took more than six weeks',
    mend: 'Check the two days',
    reason: sixWeeks,
    fields: ['ReceivedDate', 'RequestOutcomeDate'],
    check: (row) =>
      (row.RequestOutcome === agreed || row.RequestOutcome === refused) &&
      row.RequestOutcomeDate > row.ReceivedDate + weeks(6),
  }),
  eachRow({
    ...request,
    code: 'S040',
    severity: 'query',
    meaning: 'The request was still awaited more than six weeks after it was received',
    mend: 'Record the decision if there is one',
    reason: sixWeeks,
    fields: ['ReceivedDate', 'RequestOutcome'],
    check: (row, { end }) => row.RequestOutcome === awaited && end > row.ReceivedDate + weeks(6),
  }),
  eachRow({
    ...request,
    code: 'S041',
    meaning: 'The request was withdrawn or refused, or is awaited, but an assessment is returned',
    mend: 'Correct the outcome of the request, or remove the assessment',
    reason: 'An assessment follows from a request that was agreed, be it after mediation or a tribunal',
    tables: ['Requests', 'Assessment'],
    fields: ['RequestOutcome', 'RequestMediation', 'RequestTribunal'],
    against: { Assessment: ['AssessmentOutcome'] },
    check(row, _, child) {
      if (inside(row, child.Assessment).length === 0) return false
      if (row.RequestOutcome === awaited || row.RequestOutcome === withdrawn) return true
      return row.RequestOutcome === refused && !yes.has(row.RequestMediation) && !yes.has(row.RequestTribunal)
    },
  }),
  eachRow({
    ...request,
    code: 'S042',
    meaning: 'The request was agreed, but no assessment is returned',
    mend: 'Add the assessment; where it is not finished its outcome is A',
    reason: 'What is agreed to is an assessment',
    tables: ['Requests', 'Assessment'],
    fields: ['RequestOutcome'],
    check: (row, _, child) => row.RequestOutcome === agreed && inside(row, child.Assessment).length === 0,
  }),
  eachRow({
    ...request,
    code: 'S043',
    severity: 'query',
    meaning: 'Mediation or a tribunal is recorded, but the request was not refused',
    mend: 'Check the outcome; the first decision is what is returned',
    reason: 'Mediation and appeal are against a refusal to assess (Children and Families Act 2014 s51)',
    fields: ['RequestOutcome', 'RequestMediation', 'RequestTribunal'],
    check: (row) =>
      row.RequestOutcome !== refused &&
      row.RequestOutcome !== historical &&
      (yes.has(row.RequestMediation) || yes.has(row.RequestTribunal)),
  }),
  eachRow({
    ...request,
    code: 'S044',
    meaning: 'Who made the request is missing or is not one of the codes',
    mend: 'Use 1 (young person or parent), 2 (education), 3 (health), 4 (social care) or 5 (other)',
    reason: 'The source of a request is asked for from the census of 2025',
    years: since(2025),
    fields: ['RequestSource', 'RequestOutcome'],
    check: (row, { year }) => row.RequestOutcome !== historical && !requestSources.in(year).has(row.RequestSource),
  }),
  eachRow({
    ...request,
    code: 'S045',
    meaning: 'Whether the request was for someone in youth accommodation is not yes or no',
    mend: 'Answer Y or N, or leave it out',
    reason: 'The schema knows these answers',
    fields: ['RYA'],
    check: ({ RYA }, { year }) => RYA !== blank && !yesOrNo.in(year).has(RYA),
  }),
  eachChild({
    code: 'S046',
    meaning: 'Two requests of the person are awaited at once',
    mend: 'Record the outcome of the earlier one, or join the two',
    reason: 'One request is dealt with before the next',
    years: since(2023),
    tables: ['Requests'],
    fields: { Requests: ['ReceivedDate', 'RequestOutcome'] },
    check(child, flag) {
      const open = child.Requests.filter((row) => row.RequestOutcome === awaited)
      if (open.length > 1) flag.together(open)
    },
  }),
  eachChild({
    code: 'S047',
    meaning: 'Two requests of the person were received on the same day',
    mend: 'Remove the one that is entered twice',
    reason: 'A request entered twice is counted twice',
    years: since(2023),
    tables: ['Requests'],
    fields: { Requests: ['ReceivedDate'] },
    check(child, flag) {
      for (const row of child.Requests) {
        const same = child.Requests.filter((other) => other.ReceivedDate === row.ReceivedDate)
        if (same.length > 1) flag.together(same, String(row.ReceivedDate))
      }
    },
  }),
  eachRow({
    ...request,
    code: 'S048',
    meaning: 'The authority to which the request passed is not three figures',
    mend: 'Write the three figures of the authority, for example 330',
    reason: 'The department knows authorities by three figures',
    fields: ['Exported'],
    check: (row) => row.filled('Exported') && !/^\d{3}$/.test(row.text('Exported')),
  }),
  eachChild({
    code: 'S049',
    severity: 'query',
    meaning: 'The request was received within six months of an assessment of the person',
    mend: 'Check that this is another request and not the same one',
    reason: 'An authority need not assess again within six months (SEND Regulations 2014 reg 24)',
    years: since(2023),
    tables: ['Requests', 'Assessment'],
    fields: { Requests: ['ReceivedDate'] },
    against: { Assessment: ['AssessmentOutcomeDate'] },
    check(child, flag) {
      for (const assessment of child.Assessment) {
        const until = addMonths(assessment.AssessmentOutcomeDate, 6)
        for (const row of child.Requests) {
          const later = row.ReceivedDate > assessment.AssessmentOutcomeDate && row.ReceivedDate < until
          if (later && assessment.parent !== row.row) flag(row, assessment)
        }
      }
    },
  }),
  eachRow({
    ...request,
    code: 'S04A',
    severity: 'query',
    meaning: 'The request was refused or withdrawn before the year began, and nothing follows from it',
    mend: 'Leave it out, unless mediation or an appeal is under way',
    reason: 'The census asks for what happened in the calendar year and what was under way in it',
    fields: ['RequestOutcome', 'RequestOutcomeDate'],
    check: (row, { start }, child) =>
      (row.RequestOutcome === refused || row.RequestOutcome === withdrawn) &&
      row.RequestOutcomeDate < start &&
      !yes.has(row.RequestMediation) &&
      !yes.has(row.RequestTribunal) &&
      inside(row, child.Assessment).length === 0 &&
      inside(row, child.ActivePlans).length === 0,
  }),
  eachRow({
    ...request,
    code: 'S04B',
    meaning: 'The request passed to another authority, but a plan of ours is active under it',
    mend: 'Remove the plan, or the authority it passed to',
    reason: 'Only the authority that is responsible returns the plan (SEND Regulations 2014 reg 15)',
    fields: ['Exported'],
    against: { ActivePlans: ['LastReview'] },
    check: (row, _, child) => row.Exported !== blank && inside(row, child.ActivePlans).length > 0,
  }),
]
