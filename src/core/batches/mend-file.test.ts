import { expect, test } from 'vitest'
import { mendFile } from './mend-file.ts'

const after = (text: string): string[] => text.replace('\uFEFF', '').split('\r\n').slice(1, -1)

test('a refused row comes back whole, with where and why before it', () => {
  const cells = ['2021', '12,,5 "about"']
  const text = mendFile(['Period', 'Value'], [{ row: 7, column: 'Value', reason: '“12,,5” is not a number.', cells }])
  expect(text.startsWith('\uFEFFRow,Column,Reason,Period,Value\r\n')).toBe(true)
  expect(after(text)).toEqual(['7,Value,"“12,,5” is not a number.",2021,"12,,5 ""about"""'])
})

test('a cell that a spreadsheet would run is shown instead; a negative number stays a number', () => {
  const text = mendFile(['A', 'B'], [{ row: 2, column: null, reason: 'No.', cells: ['=cmd()', '-4.5'] }])
  expect(after(text)).toEqual(["2,,No.,'=cmd(),-4.5"])
})
