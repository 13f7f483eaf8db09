/** Referrals, closures and their order. */
import { blank } from '../../engine/codes.ts'
import { dayNumber } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { primaryNeeds, reasonsForClosure, referralSources } from '../code-lists.ts'
import { no, yes } from '../facts.ts'
import { lastWorkingDayBefore } from '../facts-deadlines.ts'
import { dated, outside, undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'
import { referralsActivity } from './referrals-activity.ts'
import { referralsOrder } from './referrals-order.ts'

/** The census asks for the source of referrals from this day on. */
const sourcesBegan = dayNumber(2013, 4, 1)

/** Calendar days of a pregnancy of 40 weeks, counted back from the birth. */
const pregnancy = 40 * 7

export const referrals: readonly Rule<CinCensus>[] = [
  eachRow({
    code: '8568',
    meaning: 'It is not said whether the referral led to no further action',
    mend: 'Give true or false (1 or 0)',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['ReferralNFA'],
    check: ({ ReferralNFA }) => !yes.has(ReferralNFA) && !no.has(ReferralNFA),
  }),
  eachRow({
    code: '8569Q',
    meaning: 'A referral of an earlier year is in the return although it led to no further action',
    mend: 'Leave out the referral, or correct its date or whether further action was taken',
    years: since(2023),
    severity: 'query',
    tables: ['CINdetails', 'Header.ReferenceDate'],
    table: 'CINdetails',
    fields: ['CINreferralDate', 'ReferralNFA'],
    check: (row, collection) => !no.has(row.ReferralNFA) && row.CINreferralDate < lastWorkingDayBefore(collection),
  }),
  eachRow({
    code: '8590',
    meaning: 'The child has no episode',
    mend: 'Give the referral of the child, or leave the child out',
    years: since(2023),
    tables: ['ChildIdentifiers', 'CINdetails'],
    table: 'ChildIdentifiers',
    fields: ['LAchildID'],
    check: (_row, _collection, child) => child.CINdetails.length === 0,
  }),
  eachRow({
    code: '8600',
    meaning: 'The date of the referral is missing or after the reference date',
    mend: 'Give the date of the referral, or leave out a referral of the next year',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['CINreferralDate'],
    check: ({ CINreferralDate }, { end }) => undated(CINreferralDate) || CINreferralDate > end,
  }),
  eachChild({
    code: '8606',
    meaning: 'The child was referred more than 40 weeks before birth',
    mend: 'Correct the date of the referral or the (expected) date of birth',
    years: since(2023),
    tables: ['CINdetails', 'ChildIdentifiers'],
    fields: { CINdetails: ['CINreferralDate'], ChildIdentifiers: ['PersonBirthDate', 'ExpectedPersonBirthDate'] },
    check(child, flag) {
      for (const person of child.ChildIdentifiers) {
        for (const episode of child.CINdetails) {
          const latestBirth = episode.CINreferralDate + pregnancy
          if (!(latestBirth < person.PersonBirthDate || latestBirth < person.ExpectedPersonBirthDate)) continue
          flag.together([episode, person], `${episode.CINreferralDate}`)
        }
      }
    },
  }),
  eachRow({
    code: '8610',
    meaning: 'The referral went further and the primary need is missing',
    mend: 'Give the primary need; N0 says that it is not known',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['ReferralNFA', 'PrimaryNeedCode'],
    check: ({ ReferralNFA, PrimaryNeedCode }) => no.has(ReferralNFA) && PrimaryNeedCode === blank,
  }),
  eachRow({
    code: '8620',
    meaning: 'The case was not closed in the census year',
    mend: 'Correct the closure, or leave out an episode of another year',
    years: since(2023),
    tables: ['CINdetails', 'Header.ReferenceDate'],
    table: 'CINdetails',
    fields: ['CINclosureDate'],
    check: ({ CINclosureDate }, period) => outside(CINclosureDate, period),
  }),
  eachRow({
    code: '8630',
    meaning: 'The case was closed before the referral',
    mend: 'Correct the date of the closure or of the referral',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['CINreferralDate', 'CINclosureDate'],
    check: ({ CINreferralDate, CINclosureDate }) => CINclosureDate < CINreferralDate,
  }),
  eachRow({
    code: '8640',
    meaning: 'The reason for closure is not one of the codes',
    mend: 'Use one of RC1 to RC9',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['ReasonForClosure'],
    check: ({ ReasonForClosure }, { year }) =>
      ReasonForClosure !== blank && !reasonsForClosure.in(year).has(ReasonForClosure),
  }),
  eachRow({
    code: '8650',
    meaning: 'The primary need is not one of the codes',
    mend: 'Use one of N0 to N9',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['PrimaryNeedCode'],
    check: ({ PrimaryNeedCode }, { year }) => PrimaryNeedCode !== blank && !primaryNeeds.in(year).has(PrimaryNeedCode),
  }),
  eachRow({
    code: '8805',
    meaning: 'The case was closed and the reason is missing',
    mend: 'Give the reason for closure',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['CINclosureDate', 'ReasonForClosure'],
    check: ({ CINclosureDate, ReasonForClosure }) => dated(CINclosureDate) && ReasonForClosure === blank,
  }),
  eachRow({
    code: '8810',
    meaning: 'There is a reason for closure and no date',
    mend: 'Give the date of the closure, or leave out the reason',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['ReasonForClosure', 'CINclosureDate'],
    check: ({ CINclosureDate, ReasonForClosure }) => undated(CINclosureDate) && ReasonForClosure !== blank,
  }),
  eachRow({
    code: '8866',
    meaning: 'The source of the referral is missing or not one of the codes',
    mend: 'Give who referred the child, as one of the codes of the census',
    years: since(2023),
    tables: ['CINdetails'],
    table: 'CINdetails',
    fields: ['CINreferralDate', 'ReferralSource'],
    check: ({ CINreferralDate, ReferralSource }, { year }) =>
      CINreferralDate >= sourcesBegan && !referralSources.in(year).has(ReferralSource),
  }),
  ...referralsOrder,
  ...referralsActivity,
]
