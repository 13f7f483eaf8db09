import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { englishBankHolidays, readBankHolidays } from './bank-holidays.ts'
import { day, dayFromNumber, inWords, weekday, yearOf } from './day.ts'
import { computedHolidays, easterSunday, type Holiday, holidaysByRule } from './holiday-rules.ts'

const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const lines = (holidays: readonly Holiday[]) => holidays.map((one) => `${one.day} ${one.title}`)

describe('the rules against what was published', () => {
  const { publishedFrom, publishedTo } = englishBankHolidays

  test('the table is of 2016 to 2028', () => {
    expect([publishedFrom, publishedTo]).toEqual([2016, 2028])
  })

  test('they give every published day, but for those moved or added by proclamation', () => {
    const published = years(publishedFrom, publishedTo).flatMap((year) => lines(englishBankHolidays.inYear(year)))
    const byRule = years(publishedFrom, publishedTo).flatMap((year) => lines(holidaysByRule(year)))
    expect(published.filter((line) => !byRule.includes(line))).toEqual([
      '2020-05-08 Early May bank holiday (VE day)',
      '2022-06-02 Spring bank holiday',
      '2022-06-03 Platinum Jubilee bank holiday',
      '2022-09-19 Bank Holiday for the State Funeral of Queen Elizabeth II',
      '2023-05-08 Bank holiday for the coronation of King Charles III',
    ])
    expect(byRule.filter((line) => !published.includes(line))).toEqual([
      '2020-05-04 Early May bank holiday',
      '2022-05-30 Spring bank holiday',
    ])
  })
})

describe('the rules', () => {
  test.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2029, '2029-04-01'],
    [2038, '2038-04-25'], // the latest it can be
    [2100, '2100-03-28'],
  ])('Easter Sunday of %d is %s', (year, on) => {
    expect(dayFromNumber(easterSunday(year))).toBe(on)
  })

  test.each([
    [2029, '2029-12-25 Christmas Day', '2029-12-26 Boxing Day'], // Tuesday
    [2032, '2032-12-27 Christmas Day (substitute day)', '2032-12-28 Boxing Day (substitute day)'], // Saturday
    [2033, '2033-12-26 Boxing Day', '2033-12-27 Christmas Day (substitute day)'], // Sunday
    [2037, '2037-12-25 Christmas Day', '2037-12-28 Boxing Day (substitute day)'], // Friday
  ])('the two days of Christmas %d', (year, ...expected) => {
    expect(lines(holidaysByRule(year)).slice(-2)).toEqual(expected)
  })

  test.each([
    [2033, '2033-01-03 New Year’s Day (substitute day)'], // Saturday
    [2034, '2034-01-02 New Year’s Day (substitute day)'], // Sunday
    [2035, '2035-01-01 New Year’s Day'],
  ])('New Year’s Day %d', (year, line) => {
    expect(lines(holidaysByRule(year))[0]).toBe(line)
  })

  test('before the table, what was proclaimed then holds', () => {
    const off = (year: number) => computedHolidays(year).map((one) => one.day)
    expect(off(1995)).toContain('1995-05-08')
    expect(off(1995)).not.toContain('1995-05-01')
    expect(off(1999)).toContain('1999-12-31')
    expect(off(2002)).toEqual(expect.arrayContaining(['2002-06-03', '2002-06-04']))
    expect(off(2002)).not.toContain('2002-05-27')
    expect(off(2011)).toContain('2011-04-29')
    expect(off(2012)).toEqual(expect.arrayContaining(['2012-06-04', '2012-06-05']))
    expect(off(2012)).not.toContain('2012-05-28')
  })

  test('every year since 1978 has eight days, in order, none at a weekend and none twice', () => {
    for (const year of years(1978, 2110)) {
      const days = holidaysByRule(year).map((one) => one.day)
      expect(days).toEqual([...new Set(days)].sort())
      expect(days).toHaveLength(8)
      expect(days.filter((one) => weekday(one) % 6 === 0).map(inWords)).toEqual([])
      expect(new Set(days.map(yearOf))).toEqual(new Set([year]))
    }
  })

  test('Easter Sunday is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const easter = dayFromNumber(easterSunday(year))
        expect(weekday(easter)).toBe(0)
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true)
      }),
    )
  })
})

describe('the table', () => {
  const head = 'day,title,status,source\n'
  const newYear = '2029-01-01,New Year’s Day,published,GOV.UK\n'

  test('a year in it is published, after it provisional, before it computed', () => {
    const statuses = [2015, 2016, 2028, 2029].map((year) => englishBankHolidays.inYear(year)[0]?.status)
    expect(statuses).toEqual(['computed', 'published', 'published', 'provisional'])
    expect(englishBankHolidays.isProvisional(day('2028-12-31'))).toBe(false)
    expect(englishBankHolidays.isProvisional(day('2029-01-01'))).toBe(true)
    expect(englishBankHolidays.isProvisional(day('1990-01-01'))).toBe(false)
  })

  test('another table has another version, the same table the same', () => {
    const version = (text: string) => {
      const read = readBankHolidays(text)
      return read.ok ? read.value.version : read.says
    }
    expect(version(head + newYear)).toBe(version(head + newYear))
    expect(version(head + newYear)).not.toBe(version(head + newYear.replace('01-01', '01-02')))
    expect(version(head + newYear)).toMatch(/^[0-9a-f]{16}$/)
  })

  test.each([
    ['date,title\n', 'Line 1 of the bank holidays could not be read: the header must be “day,title,status,source”.'],
    [head, 'Line 2 of the bank holidays could not be read: there are no holidays.'],
    [
      `${head}1/1/2029,New Year,published,x`,
      'Line 2 of the bank holidays could not be read: “1/1/2029” is not a day written as 2022-06-02.',
    ],
    [
      `${head}2029-02-30,x,published,x`,
      'Line 2 of the bank holidays could not be read: “2029-02-30” is not a day written as 2022-06-02.',
    ],
    [
      `${head}2029-01-01,,published,x`,
      'Line 2 of the bank holidays could not be read: it needs a day, a title, a status and a source.',
    ],
    [
      `${head}2029-01-01,x,guess,x`,
      'Line 2 of the bank holidays could not be read: the status “guess” is not “published”.',
    ],
    [
      `${head}${newYear}${newYear}`,
      'Line 3 of the bank holidays could not be read: 2029-01-01 is not after 2029-01-01.',
    ],
    [
      `${head}${newYear}2031-01-01,x,published,x`,
      'Line 3 of the bank holidays could not be read: the year 2030 is missing.',
    ],
  ])('%j says which line is wrong', (text, says) => {
    expect(readBankHolidays(text)).toMatchObject({ ok: false, code: 'calendar.not-readable', says })
  })
})
