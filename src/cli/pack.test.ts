import { describe, expect, test } from 'vitest'
import { day } from '../core/calendar/index.ts'
import { understood } from './pack.ts'

const today = day('2022-07-25')
const says = (...args: string[]): string => {
  const asked = understood(args, today)
  return asked.ok ? 'understood' : asked.says
}

describe('what the command is asked', () => {
  test('a day and a file, by whose ending the form is known', () => {
    expect(understood(['--date', '2022-07-21', '--out', 'Board.PPTX', '--publish', '--data', '/srv'], today)).toEqual({
      ok: true,
      value: { date: '2022-07-21', out: 'Board.PPTX', form: 'pptx', publish: true, data: '/srv' },
    })
  })

  test('what is missing or wrong is said in a sentence', () => {
    expect(says()).toContain('Say for which day')
    expect(says('--date', '2022-07-21')).toContain('Say into which file')
    expect(says('--date', '2022-07-21', '--out', 'pack.docx')).toContain('does not end in .html, .pdf or .pptx')
    expect(says('--date', '31 June 2022', '--out', 'pack.pdf')).toContain('not a real date')
    expect(says('--date', '2022-07-26', '--out', 'pack.pdf')).toContain('Today is 25 July 2022')
    expect(says('--when', '2022-07-21')).toContain('--when')
  })
})
