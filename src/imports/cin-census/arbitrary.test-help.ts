/** Referrals with whatever stands in them, sound or not: days before and after each other, codes that are none. */
import fc from 'fast-check'
import type { WrittenReferral } from './census.test-help.ts'

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 })
const anyReferral: fc.Arbitrary<WrittenReferral> = fc.record({
  details: fc.record({
    CINreferralDate: day,
    CINclosureDate: maybe(day),
    ReasonForClosure: maybe(fc.constantFrom('RC1', 'RC2', 'RC7', 'RC8', 'RC9', 'RC0')),
    DateOfInitialCPC: maybe(day),
    ReferralNFA: fc.constantFrom('true', 'false', 'false'),
    PrimaryNeedCode: fc.constantFrom('N1', 'N2', 'N7'),
  }),
  assessments: few(
    fc.record({
      AssessmentActualStartDate: day,
      AssessmentAuthorisationDate: maybe(day),
      factors: fc.constantFrom('1A', '1A 2B', '21', '21 1A', '18A'),
    }),
  ),
  plans: few(fc.record({ CINPlanStartDate: day, CINPlanEndDate: maybe(day) })),
  enquiries: few(
    fc.record({
      S47ActualStartDate: day,
      DateOfInitialCPC: maybe(day),
      ICPCnotRequired: fc.constantFrom('true', 'false'),
    }),
  ),
  protection: few(
    fc.record({
      CPPstartDate: day,
      CPPendDate: maybe(day),
      LatestCategoryOfAbuse: fc.constantFrom('NEG', 'EMO'),
      reviews: fc.array(day, { maxLength: 3 }).map((days) => days.sort().join(' ')),
    }),
  ),
})

export const anyReferrals = fc.array(anyReferral, { maxLength: 3 })
