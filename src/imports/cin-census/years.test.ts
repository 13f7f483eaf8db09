import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyRecord } from '../../core/record/chain.ts'
import { anyReferrals } from './arbitrary.test-help.ts'
import { censusFile, type WrittenChild, type WrittenReferral } from './census.test-help.ts'
import { censusRecord, sentences } from './entries.test-help.ts'

const child = (...referrals: WrittenReferral[]): WrittenChild[] => [{ id: '100123', referrals }]
const open = (more: Omit<WrittenReferral, 'details'> = {}, details = {}): WrittenReferral => ({
  details: { CINreferralDate: '2021-11-03', ...details },
  ...more,
})

/** Reads each census in turn; what stands in the record afterwards. */
function recordAfter(...files: { year: number; child: WrittenChild[] }[]) {
  const record = censusRecord()
  const reads = files.map((one) => record.read(censusFile(one.year, one.child)))
  return { ...record, reads, counts: reads.at(-1)!.counts, faults: sentences(reads.at(-1)!.faults) }
}

const nothing = { recorded: 0, corrected: 0, withdrawn: 0, kept: 0 }

describe('the next year’s census of the same children', () => {
  const started = { CPPstartDate: '2022-02-01' }
  const first = child(
    open({
      assessments: [
        { AssessmentActualStartDate: '2021-11-05', AssessmentAuthorisationDate: '2021-12-20', factors: '1A' },
      ],
      enquiries: [{ S47ActualStartDate: '2022-01-17', DateOfInitialCPC: '2022-02-01' }],
      protection: [started],
    }),
  )

  test('the same again adds nothing', () => {
    expect(recordAfter({ year: 2022, child: first }, { year: 2022, child: first }).counts).toEqual(nothing)
  })

  test('a plan that goes on gets its reviews and its end; what lies in the earlier year stands', () => {
    const second = child(
      open(
        { protection: [{ ...started, CPPendDate: '2022-10-04', reviews: '2022-04-25 2022-10-04' }] },
        { CINclosureDate: '2022-12-01', ReasonForClosure: 'RC7' },
      ),
    )
    const { counts, faults, steps, measure } = recordAfter({ year: 2022, child: first }, { year: 2023, child: second })
    expect(faults).toEqual([])
    expect(counts).toEqual({ ...nothing, recorded: 3 })
    expect(steps('child-protection')).toEqual([
      'strategyDiscussion 2022-01-17',
      'enquiry 2022-01-17',
      'initialConference 2022-02-01',
      'reviewConference 2022-04-25',
      'reviewConference 2022-10-04',
    ])
    expect(steps('children-in-need').at(-1)).toBe('closure 2022-12-01')
    expect(measure('re-referrals-12-months')).toEqual([['2021-11-03', 0]])
    expect(measure('repeat-plans-ever')).toEqual([['2022-02-01', 0]])
    expect(measure('conferences-to-plans')).toEqual([['2022-02-01', 1]])
  })

  test('an enquiry that ran over the end of the year gets its conference', () => {
    const enquiry = { S47ActualStartDate: '2022-03-28' }
    const { steps, open: record } = recordAfter(
      { year: 2022, child: child(open({ enquiries: [enquiry] })) },
      { year: 2023, child: child(open({ enquiries: [{ ...enquiry, DateOfInitialCPC: '2022-04-20' }] })) },
    )
    expect(steps('child-protection')).toEqual([
      'strategyDiscussion 2022-03-28',
      'enquiry 2022-03-28',
      'initialConference 2022-04-20',
    ])
    expect(record.history().episodes.filter(({ pathway }) => pathway === 'child-protection')).toHaveLength(1)
  })

  test('a child who was expected is born, and a first UPN comes after', () => {
    const unborn = { PersonBirthDate: undefined, ExpectedPersonBirthDate: '2022-05-01' }
    const { event, open: record } = recordAfter(
      { year: 2022, child: [{ id: '100123', about: unborn, referrals: [open()] }] },
      { year: 2023, child: [{ id: '100123', about: { PersonBirthDate: '2022-05-03' }, referrals: [open()] }] },
    )
    expect(event('born').values).toEqual({ born: '2022-05-03', sex: 'F' })
    expect(record.history().subject).toMatchObject({ born: '2022-05-03', expected: null })
  })

  test('a year that comes after a later one adds what it knows and changes nothing', () => {
    const later = child(open({ protection: [started] }, { PrimaryNeedCode: 'N2' }))
    const { counts, steps, event, measure } = recordAfter({ year: 2023, child: later }, { year: 2022, child: first })
    expect(counts).toMatchObject({ corrected: 0, withdrawn: 0 })
    expect(event('referral').values.need).toBe('N2')
    // The enquiry joins the plan that it led to.
    expect(steps('child-protection')).toEqual([
      'strategyDiscussion 2022-01-17',
      'enquiry 2022-01-17',
      'initialConference 2022-02-01',
    ])
    expect(measure('repeat-plans-ever')).toEqual([['2022-02-01', 0]])
  })
})

describe('what changed is put right by a further entry', () => {
  test('a code: corrected, and what stood before is still to be seen', () => {
    const { counts, event } = recordAfter(
      { year: 2022, child: child(open()) },
      { year: 2022, child: child(open({}, { PrimaryNeedCode: 'N5' })) },
    )
    expect(counts).toEqual({ ...nothing, corrected: 2 })
    expect(event('referral')).toMatchObject({ values: { need: 'N5' }, corrected: [{ field: 'need', was: 'N1' }] })
  })

  test('the day of a referral that went on: the same referral, not a second one', () => {
    for (const year of [2022, 2023]) {
      const { steps, measure, counts } = recordAfter(
        { year: 2022, child: child(open()) },
        { year, child: child(open({}, { CINreferralDate: '2021-11-04' })) },
      )
      expect(steps().filter((one) => one.startsWith('referral '))).toEqual(['referral 2021-11-04'])
      expect(measure('re-referrals-12-months')).toEqual([['2021-11-04', 0]])
      expect(counts).toEqual({ ...nothing, corrected: 1 })
    }
  })

  test('but a new referral beside one that closed is a second', () => {
    const closed = open({}, { ReferralNFA: 'true' })
    const { measure } = recordAfter(
      { year: 2022, child: child(closed) },
      { year: 2023, child: child(open({}, { CINreferralDate: '2022-05-04' })) },
    )
    expect(measure('re-referrals-12-months')).toEqual([
      ['2021-11-03', 0],
      ['2022-05-04', 1],
    ])
  })

  test('the start of a plan that went on: the same plan, not a repeated one', () => {
    const plan = (start: string, year: number) => ({
      year,
      child: child(open({ protection: [{ CPPstartDate: start }] })),
    })
    const { measure, steps } = recordAfter(plan('2021-12-01', 2022), plan('2021-12-02', 2023))
    expect(steps('child-protection')).toEqual(['initialConference 2021-12-02'])
    expect(measure('repeat-plans-ever')).toEqual([['2021-12-02', 0]])
  })

  test('an authorisation: the signature is another, so the entry is withdrawn and recorded anew', () => {
    const assessed = (authorised: string) => ({
      year: 2022,
      child: child(
        open({
          assessments: [
            { AssessmentActualStartDate: '2021-11-05', AssessmentAuthorisationDate: authorised, factors: '1A' },
          ],
        }),
      ),
    })
    const { counts, measure } = recordAfter(assessed('2021-12-20'), assessed('2022-02-21'))
    expect(counts).toEqual({ ...nothing, recorded: 1, withdrawn: 1 })
    expect(measure('assessments-45-from-referral')).toEqual([['2022-02-21', 0]])
  })

  test('a closure that was none, an end that was none: withdrawn', () => {
    const ended = open(
      { protection: [{ CPPstartDate: '2021-12-01', CPPendDate: '2022-02-01' }] },
      { CINclosureDate: '2022-03-01', ReasonForClosure: 'RC7' },
    )
    const going = open({ protection: [{ CPPstartDate: '2021-12-01' }] })
    const { counts, open: record } = recordAfter(
      { year: 2022, child: child(ended) },
      { year: 2023, child: child(going) },
    )
    expect(counts).toEqual({ ...nothing, withdrawn: 2 })
    expect(record.history().episodes.every(({ closed }) => closed === null)).toBe(true)
  })

  test('what a member of staff has put right stands', () => {
    const record = censusRecord()
    record.read(censusFile(2022, child(open())))
    record.putRight(record.event('referral').position, 'need', 'N3')
    const { counts } = record.read(censusFile(2023, child(open({}, { PrimaryNeedCode: 'N5' }))))
    expect(record.event('referral').values.need).toBe('N3')
    expect(counts).toEqual({ ...nothing, corrected: 1, kept: 1 })
  })
})

describe('whatever a census holds', () => {
  const censuses = fc.array(fc.record({ year: fc.constantFrom(2021, 2022, 2023), referrals: anyReferrals }), {
    minLength: 1,
    maxLength: 3,
  })

  test('entries are only added, the chain holds, and the same census again adds nothing', () => {
    fc.assert(
      fc.property(censuses, (list) => {
        const record = censusRecord()
        let latest = 0
        for (const { year, referrals } of list) {
          const before = [...record.open.entries]
          const file = censusFile(year, [{ id: '100123', referrals }])
          record.read(file)
          expect(record.open.entries.slice(0, before.length)).toEqual(before)
          latest = Math.max(latest, year)
          const stands = record.open.entries.length
          expect(record.read(file).counts).toEqual(nothing)
          expect(record.open.entries).toHaveLength(stands)
        }
        expect(verifyRecord(1, record.open.entries, undefined)).toMatchObject({ ok: true })
      }),
      { numRuns: 150 },
    )
  })
})
