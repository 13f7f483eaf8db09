import { expect, test } from 'vitest'
import { day } from '../core/calendar/index.ts'
import { figuresOf } from '../insight/ofsted/profile.ts'
import { text, understood } from './ofsted-profile.ts'

test('one authority, several, or England; anything else is said with the usage', () => {
  const asked = (...args: readonly string[]) => {
    const read = understood(args)
    return read.ok ? [read.value.date, read.value.authority, read.value.json] : read.says
  }
  expect(asked('--date', '2025-08-31', '--authority', '331')).toEqual(['2025-08-31', '331', false])
  expect(asked('--date', '31/8/2025', '--authority', 'england', '--format', 'json')).toEqual([
    '2025-08-31',
    'england',
    true,
  ])
  expect(asked('--date', '2025-08-31', '--authority', '831,350')).toEqual(['2025-08-31', ['831', '350'], false])
  expect(asked('--authority', '331')).toContain('“--date” is not understood. Usage: bin/heartwood ofsted-profile')
  expect(asked('--date', '2025-08-31', '--authority', 'Coventry')).toContain('“--authority Coventry”')
  expect(asked('--date', '2025-08-31', '--authority', '331', '--format', 'xml')).toContain('“--format xml”')
  expect(asked('--colour', 'red')).toContain('Usage')
})

test('a row that cannot be had says so and is no nought', () => {
  const date = day('2025-08-31')
  const profile = {
    date,
    authority: '331',
    asAt: date,
    authorities: 1,
    ...figuresOf([]),
    coverage: 'Nothing is covered.',
  }
  const lines = text(profile, null).split('\n')
  expect(lines.find((line) => line.includes('Early years'))).toMatch(/not loaded$/)
  expect(lines.find((line) => line.includes('Primary'))).toMatch(/none$/)
  expect(lines).toContain('Nothing is covered.')
})
