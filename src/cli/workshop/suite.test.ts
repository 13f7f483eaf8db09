import { describe, expect, test } from 'vitest'
import { closingLine, countOfCheck, countOfReport, none, sum } from './suite.ts'

const report = (success: boolean, ...files: { status: string; tests: string[] }[]): string =>
  JSON.stringify({
    success,
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((each, index) => ({ status: each, fullName: `test ${index}` })),
    })),
  })

describe('counting a report', () => {
  test('adds what passed, failed and was skipped over the files', () => {
    const json = report(
      false,
      { status: 'passed', tests: ['passed', 'passed', 'skipped'] },
      { status: 'failed', tests: ['failed'] },
    )
    expect(countOfReport(json, 1)).toEqual({ passed: 2, failed: 1, skipped: 1, skippedNames: ['test 2'] })
  })

  test('counts a file that could not be loaded as one failure', () => {
    const json = report(false, { status: 'passed', tests: ['passed'] }, { status: 'failed', tests: [] })
    expect(countOfReport(json, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  test.each([
    ['that wrote nothing', undefined, 0],
    ['whose report is another shape', '{}', 0],
    ['that ended badly though every test passed', report(true, { status: 'passed', tests: ['passed'] }), 1],
    ['that reports no success though every test passed', report(false, { status: 'passed', tests: ['passed'] }), 0],
  ])('never lets through a run %s', (_, json, code) => {
    expect(countOfReport(json, code).failed).toBe(1)
  })
})

test('a check counts as one', () => {
  expect(countOfCheck({ code: 0, output: '' })).toMatchObject({ passed: 1, failed: 0 })
  expect(countOfCheck({ code: 2, output: '' })).toMatchObject({ passed: 0, failed: 1 })
})

test('the closing line is what machines read', () => {
  const one = { passed: 3, failed: 1, skipped: 0, skippedNames: [] }
  expect(closingLine(sum([one, one, none]))).toBe('6 passed, 2 failed')
  expect(closingLine({ ...none, passed: 1, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped')
})
