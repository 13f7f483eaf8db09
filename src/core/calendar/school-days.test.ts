import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom } from './arbitrary.test-help.ts'
import { addDays, day, daysBetween } from './day.ts'
import { schoolCalendar } from './school-days.ts'
import { englishWorkingDays } from './working-days.ts'

/** An invented school's year. */
const school = schoolCalendar(
  {
    terms: [
      {
        title: 'Autumn term 2026',
        from: day('2026-09-01'),
        to: day('2026-12-18'),
        halfTerm: { from: day('2026-10-26'), to: day('2026-10-30') },
      },
      {
        title: 'Spring term 2027',
        from: day('2027-01-04'),
        to: day('2027-03-25'),
        halfTerm: { from: day('2027-02-15'), to: day('2027-02-19') },
      },
      {
        title: 'Summer term 2027',
        from: day('2027-04-12'),
        to: day('2027-07-21'),
        halfTerm: { from: day('2027-05-31'), to: day('2027-06-04') },
      },
    ],
    insetDays: [day('2026-09-01'), day('2027-01-04')],
  },
  englishWorkingDays,
)

describe('golden dates of one school', () => {
  test.each([
    ['2026-10-22', 2, '2026-11-02'], // over half term
    ['2026-12-17', 2, '2027-01-05'], // over Christmas and a training day
    ['2027-04-30', 1, '2027-05-04'], // over the early May bank holiday in term
    ['2027-03-24', 2, '2027-04-12'],
    ['2026-12-16', 15, '2027-01-21'], // the 15 school days of a governing board at Christmas
    ['2027-01-05', -1, '2026-12-18'],
  ])('%s and %d school days is %s', (from, n, to) => {
    expect(school.add(day(from), n)).toBe(to)
  })

  test('each day passed over says why', () => {
    const why = (on: string) => school.whyNot(day(on))
    expect(why('2026-10-28')).toBe('Half term')
    expect(why('2027-01-04')).toBe('Training (INSET) day')
    expect(why('2026-12-21')).toBe('School holiday')
    expect(why('2026-12-25')).toBe('Christmas Day')
    expect(why('2026-11-22')).toBe('Sunday')
    expect(why('2026-11-23')).toBeUndefined()
    expect(school.isSchoolDay(day('2026-11-23'))).toBe(true)
  })

  test('after the last known term every working day is counted, and the answer is provisional', () => {
    expect(school.add(day('2027-07-20'), 2)).toBe('2027-07-22')
    expect(school.add(day('2027-07-20'), 3)).toBe('2027-07-23')
    expect(school.restsOnProvisional(day('2027-07-22'))).toBe(true)
    expect(school.restsOnProvisional(day('2027-07-21'))).toBe(false)
    expect(school.restsOnProvisional(day('2026-08-31'))).toBe(true)
    expect(school.add(day('2026-08-26'), 2)).toBe('2026-08-28')
    expect(school.add(day('2026-08-28'), 1)).toBe('2026-09-02') // 31 August is a bank holiday, 1 September a training day
  })

  test('a school whose terms are unknown counts working days and is provisional throughout', () => {
    const unknown = schoolCalendar({ terms: [], insetDays: [] }, englishWorkingDays)
    expect(unknown.add(day('2022-05-23'), 15)).toBe('2022-06-15')
    expect(unknown.restsOnProvisional(day('2022-05-23'))).toBe(true)
  })
})

describe('properties, inside the known terms and across their edges', () => {
  const anyDay = dayFrom('2026-06-01', '2027-10-31')
  const anyCount = fc.integer({ min: 1, max: 250 })

  test('counting undoes adding, and a school day is a working day', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, n) => {
        const to = school.add(from, n)
        expect(school.between(from, to)).toBe(n)
        expect(school.counts(to) && englishWorkingDays.counts(to)).toBe(true)
        expect(to >= englishWorkingDays.add(from, n)).toBe(true)
      }),
    )
  })

  test('backwards finds the day from which forwards comes back', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, n) => {
        const start = school.onOrAfter(from)
        expect(school.add(school.add(start, -n), n)).toBe(start)
      }),
    )
  })

  test('passed over and counted make up the span, and later starts never end earlier', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, n) => {
        expect(school.passedOver(from, n).length + n).toBe(daysBetween(from, school.add(from, n)))
        expect(school.add(addDays(from, 1), n) >= school.add(from, n)).toBe(true)
      }),
    )
  })
})
