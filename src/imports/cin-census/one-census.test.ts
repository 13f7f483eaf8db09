import { describe, expect, test } from 'vitest'
import { assembleHeartwood } from '../../services/index.ts'
import { houseAsAnswered } from '../as-answered.ts'
import { censusFile, type WrittenChild, type WrittenReferral } from './census.test-help.ts'
import { type CensusRecord, censusRecord, sentences } from './entries.test-help.ts'
import { censusSilences } from './silences.ts'

const read = (child: Omit<WrittenChild, 'id'>, year = 2022): CensusRecord & { faults: string[] } => {
  const record = censusRecord()
  const { faults } = record.read(censusFile(year, [{ id: '100123', ...child }]))
  return { ...record, faults: sentences(faults) }
}
const referral = (received: string, more: Omit<WrittenReferral, 'details'> = {}, details = {}): WrittenReferral => ({
  details: { CINreferralDate: received, ...details },
  ...more,
})

describe('a child of a census', () => {
  test('is on the register under the council’s id, without a name, and with nothing made up', () => {
    const { open, faults, event } = read({
      about: { UPN: 'A331200019001' },
      ethnicity: 'APKN',
      disabilities: 'AUT LD',
      referrals: [referral('2021-06-01')],
    })
    expect(sentencesOn(faults, 'UPN')).toHaveLength(1)
    expect(event('registered').values).toEqual({
      as: 'child',
      childId: '100123',
      born: '2012-05-03',
      sex: 'F',
      ethnicity: 'APKN',
      disabilities: ['AUT', 'LD'],
    })
    expect(event('referralDecision').values).toEqual({ response: 'assess', need: 'N1' })
    expect(event('referralDecision').day).toBe('2021-06-01')
    expect(open.entries.every(({ author }) => author < 0)).toBe(true)
  })

  test('unborn is expected, and has no conference but one before birth', () => {
    const { event, faults } = read({
      about: { PersonBirthDate: undefined, ExpectedPersonBirthDate: '2022-06-01', GenderCurrent: 0 },
      referrals: [
        referral('2022-01-10', {
          enquiries: [{ S47ActualStartDate: '2022-02-01', DateOfInitialCPC: '2022-02-20' }],
          protection: [{ CPPstartDate: '2022-02-20' }],
        }),
      ],
    })
    expect(faults).toEqual([])
    expect(event('registered').values).toMatchObject({ expected: '2022-06-01', sex: 'U' })
    expect(event('initialConference').values).toMatchObject({ kind: 'preBirth', outcome: 'plan', category: 'NEG' })
  })

  test('a referral with no further action closes on its day and asks for nothing', () => {
    const { open, steps } = read({ referrals: [referral('2021-06-01', {}, { ReferralNFA: 'true' })] })
    expect(steps()).toEqual(['referral 2021-06-01', 'referralDecision 2021-06-01'])
    expect(open.history().episodes.at(-1)).toMatchObject({ pathway: 'children-in-need', closed: '2021-06-01' })
  })
})

const sentencesOn = (faults: readonly string[], column: string): string[] =>
  faults.filter((one) => one.includes(`.${column}:`))

describe('measures come out of a census as out of entered work', () => {
  test('assessments within 45 working days, from the referral and from the start', () => {
    // 3 May 2022 plus 45 working days is 7 July; from 4 May it is 8 July.
    const { measure, event, open } = read(
      {
        referrals: [
          referral(
            '2022-05-03',
            {
              assessments: [
                {
                  AssessmentActualStartDate: '2022-05-04',
                  AssessmentInternalReviewDate: '2022-05-20',
                  AssessmentAuthorisationDate: '2022-07-08',
                  factors: '1B 3A',
                },
              ],
            },
            { CINclosureDate: '2022-07-08', ReasonForClosure: 'RC8' },
          ),
        ],
      },
      2023,
    )
    expect(measure('assessments-45-from-referral')).toEqual([['2022-07-08', 0]])
    expect(measure('assessments-45-from-start')).toEqual([['2022-07-08', 1]])
    expect(event('assessmentStarted').values).toEqual({ started: '2022-05-04', reviewBy: '2022-05-20' })
    expect(event('assessment')).toMatchObject({ standing: 'authorised', values: { factors: ['1B', '3A'] } })
    expect(open.history().episodes.at(-1)).toMatchObject({ closed: '2022-07-08', closingReason: 'RC8' })
  })

  test('re-referrals', () => {
    const none = { ReferralNFA: 1 }
    const { measure } = read({ referrals: [referral('2021-04-10', {}, none), referral('2022-02-01', {}, none)] })
    expect(measure('re-referrals-12-months')).toEqual([
      ['2021-04-10', 0],
      ['2022-02-01', 1],
    ])
  })

  test('conferences within 15 working days of the strategy discussion, and those that led to a plan', () => {
    const { measure, steps, faults, event } = read({
      referrals: [
        referral('2021-05-04', {
          enquiries: [
            { S47ActualStartDate: '2021-05-10', InitialCPCtarget: '2021-06-01', DateOfInitialCPC: '2021-06-02' },
            { S47ActualStartDate: '2021-09-01', ICPCnotRequired: 'true' },
            { S47ActualStartDate: '2022-01-04', DateOfInitialCPC: '2022-01-20' },
          ],
          protection: [{ CPPstartDate: '2022-01-20', InitialCategoryOfAbuse: 'EMO' }],
        }),
      ],
    })
    expect(faults.filter((one) => !one.includes('LatestCategory'))).toEqual([])
    expect(measure('initial-conferences-15')).toEqual([
      ['2021-06-02', 0],
      ['2022-01-20', 1],
    ])
    expect(measure('enquiries-15')).toEqual([
      ['2021-06-02', 0],
      ['2022-01-20', 1],
    ])
    expect(measure('conferences-to-plans')).toEqual([
      ['2021-06-02', 0],
      ['2022-01-20', 1],
    ])
    expect(event('strategyDiscussion').values.conferenceBy).toBe('2021-06-01')
    // When an enquiry without a conference ended is not told: before the next one it had.
    expect(steps('child-protection')).toContain('endedWithoutConference 2022-01-03')
  })

  test('repeat plans: by the end of the earlier one, and by the number that the census gives', () => {
    const plan = (start: string, end: string | undefined, previous: number) => ({
      CPPstartDate: start,
      CPPendDate: end,
      NumberOfPreviousCPP: previous,
    })
    const { measure, faults } = read({
      referrals: [
        referral('2019-01-07', { protection: [plan('2019-02-01', '2021-05-10', 1), plan('2022-01-05', undefined, 2)] }),
      ],
    })
    expect(faults).toEqual([])
    expect(measure('repeat-plans-2-years')).toEqual([
      ['2019-02-01', 0],
      ['2022-01-05', 1],
    ])
    expect(measure('repeat-plans-ever')).toEqual([
      ['2019-02-01', 1],
      ['2022-01-05', 1],
    ])
    // Of their conferences nothing is known but that there was a plan.
    expect(measure('conferences-to-plans')).toEqual([])
  })

  test('reviews of a plan, its category now, and an end with or without a review', () => {
    const { event, steps, open } = read({
      referrals: [
        referral('2021-01-04', {
          protection: [
            {
              CPPstartDate: '2021-02-01',
              CPPendDate: '2022-02-10',
              LatestCategoryOfAbuse: 'EMO',
              reviews: '2021-04-20 2021-10-12 2022-02-10',
            },
          ],
        }),
      ],
    })
    expect(steps('child-protection')).toEqual([
      'initialConference 2021-02-01',
      'reviewConference 2021-04-20',
      'reviewConference 2021-10-12',
      'reviewConference 2022-02-10',
    ])
    const reviews = open
      .history()
      .episodes.at(-1)!
      .events.map(({ values }) => [values.decision, values.category])
    expect(reviews.slice(1)).toEqual([
      ['continue', undefined],
      ['continue', 'EMO'],
      ['end', undefined],
    ])
    expect(open.history().episodes.at(-1)).toMatchObject({ closed: '2022-02-10' })
    expect(event('initialConference').values.category).toBe('NEG')
    const alone = read({
      referrals: [referral('2021-01-04', { protection: [{ CPPstartDate: '2021-02-01', CPPendDate: '2021-08-03' }] })],
    })
    expect(alone.steps('child-protection')).toEqual([
      'initialConference 2021-02-01',
      'endedWithoutConference 2021-08-03',
    ])
  })

  test('an enquiry during a plan stands on the plan’s episode', () => {
    const { open } = read({
      referrals: [
        referral('2021-01-04', {
          protection: [{ CPPstartDate: '2021-02-01' }],
          enquiries: [{ S47ActualStartDate: '2021-07-01', ICPCnotRequired: 'true' }],
        }),
      ],
    })
    const protection = open.history().episodes.filter(({ pathway }) => pathway === 'child-protection')
    expect(protection.map(({ events, closed }) => [events.length, closed])).toEqual([[3, null]])
  })

  test('what a census cannot say is in no measure', () => {
    const { measure } = read({
      referrals: [
        referral('2020-01-06', {
          assessments: [
            { AssessmentActualStartDate: '2020-01-07', AssessmentAuthorisationDate: '2020-02-07', factors: '1A' },
          ],
          enquiries: [{ S47ActualStartDate: '2021-06-01', DateOfInitialCPC: '2021-06-15' }],
          protection: [{ CPPstartDate: '2020-03-02', reviews: '2021-05-20 2021-11-10' }],
        }),
      ],
    })
    // When it was decided, whether the child was seen, how many enquiries ended otherwise.
    for (const id of [
      'referrals-decided-1-day',
      'assessments-child-seen',
      'enquiries-child-seen',
      'enquiries-to-conference',
    ])
      expect(measure(id)).toEqual([])
    // The reviews before the year of the census are not known, so the first in it is neither late nor in time.
    expect(measure('review-conferences-in-time')).toEqual([['2021-11-10', 1]])
  })

  test('a child in need plan and its end', () => {
    const { steps, measure } = read({
      referrals: [
        referral('2021-05-04', { plans: [{ CINPlanStartDate: '2021-06-01', CINPlanEndDate: '2021-09-01' }] }),
      ],
    })
    expect(steps()).toEqual([
      'referral 2021-05-04',
      'referralDecision 2021-05-04',
      'plan 2021-06-01',
      'planReview 2021-09-01',
    ])
    expect(measure('children-with-in-need-plans')).toEqual([
      ['2021-06-01', 1],
      ['2021-09-01', -1],
    ])
  })
})

describe('what cannot be loaded comes back, and the rest of the child is loaded', () => {
  test('an end before its start', () => {
    const { faults, steps } = read({
      referrals: [
        referral(
          '2021-05-04',
          { plans: [{ CINPlanStartDate: '2021-06-01', CINPlanEndDate: '2021-05-20' }] },
          { CINclosureDate: '2021-05-01', ReasonForClosure: 'RC7' },
        ),
      ],
    })
    expect(faults).toEqual([
      'CINdetails.CINclosureDate: 2021-05-01 is before the referral (2021-05-04).',
      'CINplanDates.CINPlanEndDate: 2021-05-20 is before the start of the plan (2021-06-01).',
    ])
    expect(steps()).toEqual(['referral 2021-05-04', 'referralDecision 2021-05-04', 'plan 2021-06-01'])
  })

  test('no child id, or one that is not letters and digits: nothing of the child is loaded', () => {
    for (const id of ['', 'A-1', '1'.repeat(21)]) {
      const record = censusRecord()
      const { faults } = record.read(censusFile(2022, [{ id, referrals: [referral('2021-05-04')] }]))
      expect(sentences(faults)[0]).toContain('letters and digits, at most 20')
      expect(record.open.entries).toEqual([])
    }
  })

  test('codes that are none, dates that are none, factors not in use then', () => {
    const { faults, event } = read({
      ethnicity: 'XXXX',
      disabilities: 'LD ZZ',
      referrals: [
        referral('2021-05-04', {
          assessments: [
            {
              AssessmentActualStartDate: '2021-05-05',
              AssessmentInternalReviewDate: '2021-02-30',
              AssessmentAuthorisationDate: '2021-06-05',
              factors: '18A 18B',
            },
          ],
        }),
        referral('31/02/2021'),
      ],
    })
    expect(faults).toEqual([
      'ChildCharacteristics.Ethnicity: “XXXX” is not one of the codes of this item.',
      'Disabilities.Disability: “ZZ” is not one of the codes of this item.',
      'Assessments.AssessmentInternalReviewDate: “2021-02-30” is not a real date. Write it as year, month and day, for example 2022-03-31.',
      'AssessmentFactorsList.AssessmentFactor: “18A” was not in use on 2021-06-05.',
      'CINdetails.CINreferralDate: “31/02/2021” is not a real date. Write it as year, month and day, for example 2022-03-31.',
    ])
    expect(event('registered').values.disabilities).toEqual(['LD'])
    expect(event('assessment').values.factors).toEqual(['18B'])
  })

  test('what the house refuses to a person it refuses to a file', () => {
    const { faults, open } = read({
      referrals: [
        referral(
          '2021-05-04',
          {
            assessments: [
              { AssessmentActualStartDate: '2021-05-05', AssessmentAuthorisationDate: '2021-06-05', factors: '21 1A' },
            ],
            plans: [{ CINPlanStartDate: '2021-06-10' }],
          },
          { CINclosureDate: '2021-12-01', ReasonForClosure: 'RC9' },
        ),
      ],
    })
    expect(faults).toEqual([
      'Assessments.AssessmentFactors: Choose “No factors identified” by itself, or choose the factors and not that.',
      'CINdetails.ReasonForClosure: RC8 and RC9 mean that nothing followed the assessment, but a plan, an enquiry or a conference did. Choose RC7.',
    ])
    expect(open.history().episodes.at(-1)).toMatchObject({ closed: null })
    expect(
      open
        .history()
        .episodes.at(-1)!
        .events.map(({ step }) => step),
    ).toContain('assessment')
  })
})

describe('the house as a census can answer it', () => {
  const { house } = assembleHeartwood()
  const asAnswered = houseAsAnswered(house, censusSilences)

  test('leaves the real one as it is', () => {
    expect(house.pathway('person').steps.registered?.rules).toHaveLength(6)
    expect(asAnswered.pathway('person').steps.registered?.rules).toHaveLength(5)
    expect(house.pathway('children-in-need').steps.assessment?.fields.voice?.optional).toBeUndefined()
    expect(asAnswered.handovers).toEqual([])
  })

  test('names no step and no field that is not there', () => {
    expect(() => houseAsAnswered(house, { mash: { fax: { fields: [] } } })).toThrow('mash.fax')
    expect(() => houseAsAnswered(house, { mash: { contact: { fields: ['fax'] } } })).toThrow('“fax”')
  })
})
