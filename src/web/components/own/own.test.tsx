import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day } from '../../../core/calendar/index.ts'
import { drawHtml } from '../html.ts'
import { Chart } from './Chart.tsx'
import { FiveDayStrip } from './FiveDayStrip.tsx'
import { PersonLine } from './PersonLine.tsx'
import { TimeLeft } from './TimeLeft.tsx'

const months = [0, 1, 2].map((count) => addMonths(day('2026-01-01'), count))

describe('a chart', () => {
  const html = drawHtml(
    <Chart
      id="visits"
      title="Visits on time"
      months={months}
      value={{ name: 'Wexcombe', values: [80, null, 91] }}
      target={{ name: 'Target', values: [90, 90, 90] }}
    />,
  )

  test('is named and told in words', () => {
    expect(html).toContain('aria-labelledby="visits-title visits-description"')
    expect(html).toContain('<title id="visits-title">Visits on time</title>')
    expect(html).toContain(
      'Wexcombe: 80% in January 2026, 91% in March 2026; lowest 80% in January 2026, highest 91% in March 2026. Target: 90% throughout.',
    )
  })

  test('has every number in its table too, and says what is not known', () => {
    expect(html).toContain('<th scope="row" class="govuk-table__header">February 2026</th>')
    for (const text of ['80%', '91%', 'not known', '90%']) {
      expect(html).toContain(`<td class="govuk-table__cell govuk-table__cell--numeric">${text}</td>`)
    }
  })

  test('tells its lines apart without colour', () => {
    expect(html.match(/stroke-dasharray="[^"]*"/g)).toHaveLength(1)
    expect(html.match(/<circle/g)).toHaveLength(2)
    expect(html).toMatch(/<text[^>]*>Target<\/text>/)
  })

  test('is a table alone when nothing is known', () => {
    const empty = drawHtml(
      <Chart id="none" title="Nothing" months={months} value={{ name: 'Wexcombe', values: [null, null, null] }} />,
    )
    expect(empty).not.toContain('<svg')
    expect(empty.match(/not known/g)).toHaveLength(3)
  })
})

test('a strip says which day is today, and which holds nothing', () => {
  const monday = day('2026-11-23')
  const on = (after: number, ...items: string[]) => ({ day: addDays(monday, after), items })
  const html = drawHtml(
    <FiveDayStrip label="Next five days" today={monday} days={[on(0, 'Visit'), on(1), on(2), on(3), on(4)]} />,
  )
  expect(html).toContain('Today, Monday 23 November')
  expect(html).toContain('Tuesday 24 November')
  expect(html.match(/Nothing planned/g)).toHaveLength(4)
})

test('a person is named with their age and facts', () => {
  const html = drawHtml(
    <PersonLine
      name="Ann Other"
      href="/people/1"
      birth={{ born: day('2020-11-23') }}
      on={day('2026-11-23')}
      facts={['Oak School', 'North team']}
      flags={[{ text: 'Interpreter', colour: 'blue' }]}
    />,
  )
  expect(html.replace(/<[^>]*>/g, '')).toBe('Ann Other, 6 years Interpreter. Oak School, North team')
})

test('time left carries the day for machines', () => {
  expect(drawHtml(<TimeLeft due={day('2026-11-20')} today={day('2026-11-23')} />)).toBe(
    '<time class="heartwood-time-left heartwood-time-left--late" datetime="2026-11-20">3 days late</time>',
  )
})
