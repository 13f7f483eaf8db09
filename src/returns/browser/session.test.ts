import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../reading/workbook.ts'
import { returnsPageFiles } from './files.ts'
import type { Answer, CheckRequest } from './protocol.ts'
import { Session } from './session.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const request: CheckRequest = {
  type: 'check',
  kind: 'ssda903',
  year: 2026,
  authority: '',
  files: [file('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,,WBRI,UN1,,\n2,Q,01/01/2015,WBRI,UN1,,\n')],
  last: [],
}

const session = (tell: (answer: Answer) => void = () => undefined) => new Session(() => 0, tell)

test('a return is checked, counted by rule and listed', () => {
  const answer = session().answer(request)
  if (answer.type !== 'report') throw new Error(answer.type)
  expect(answer.children).toBe(2)
  expect(answer.rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['101', '102']))
  expect(answer.list.total).toBe(answer.counts.error + answer.counts.query)
  expect(answer.list.findings[0]?.child).toBe('1')
})

test('the first findings are told before the answer, and are among those of the answer', () => {
  const told: Answer[] = []
  const answer = session((early) => told.push(early)).answer(request)
  if (answer.type !== 'report' || told[0]?.type !== 'first') throw new Error('nothing was told')
  expect(told).toHaveLength(1)
  for (const finding of told[0].findings) expect(answer.list.findings).toContainEqual(finding)
})

test('findings are narrowed by rule, severity and words, and come page by page', () => {
  const one = session()
  one.answer(request)
  const list = (change: object) => {
    const answer = one.answer({ type: 'list', text: '', rule: '', severity: '', from: 0, size: 100, ...change })
    return answer.type === 'list' ? answer : undefined
  }
  const everything = list({})?.total ?? 0
  expect(list({ rule: '102' })?.findings.map(({ child }) => child)).toEqual(['1'])
  expect(list({ text: 'sex IS q' })?.total).toBe(1)
  expect(list({ severity: 'query' })?.total).toBe(0)
  expect(list({ from: 1, size: 1 })).toMatchObject({ total: everything, from: 1 })
})

test('the findings and the tables go into a workbook in which the cells to mend are marked', () => {
  const one = session()
  one.answer(request)
  const answer = one.answer({ type: 'download', format: 'workbook' })
  if (answer.type !== 'download') throw new Error(answer.type)
  const book = readWorkbook(answer.bytes)
  if (!book.ok) throw new Error(book.says)
  expect(book.value.map((sheet) => sheet.name)).toEqual(['Findings', 'Header'])
  const header = new TextDecoder().decode(unzipSync(answer.bytes)['xl/worksheets/sheet2.xml'])
  expect(header).toContain('s="1"><is><t xml:space="preserve">Q</t>')
  expect(header).toContain('<c t="inlineStr"><is><t xml:space="preserve">WBRI</t>')
})

test('the workbook, given back as it was written, is checked to the same findings', () => {
  const one = session()
  const first = one.answer(request)
  const answer = one.answer({ type: 'download', format: 'workbook' })
  if (answer.type !== 'download' || first.type !== 'report') throw new Error(answer.type)
  const again = session().answer({ ...request, files: [{ name: 'mended.xlsx', bytes: answer.bytes }] })
  if (again.type !== 'report') throw new Error(again.type)
  expect(again.faults).toEqual([])
  expect(again.children).toBe(first.children)
  const said = (list: typeof first.list) =>
    list.findings.map(({ rule, child, row, message }) => [rule, child, row, message])
  expect(said(again.list)).toEqual(said(first.list))
  expect(said(again.list).length).toBeGreaterThan(0)
})

test('cells that would run as formulas in a spreadsheet are made harmless in the CSV', () => {
  const one = session()
  one.answer({ ...request, files: [file('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n=1+1,Q,,WBRI,,,\n')] })
  const answer = one.answer({ type: 'download', format: 'csv' })
  if (answer.type !== 'download') throw new Error(answer.type)
  expect(new TextDecoder().decode(answer.bytes)).toContain(",'=1+1,")
})

test('before files are chosen, and when they cannot be read, it says so', () => {
  expect(session().answer({ type: 'download', format: 'csv' })).toMatchObject({ type: 'failed' })
  const answer = session().answer({ ...request, files: [file('x.csv', 'a,b\n')] })
  expect(answer).toMatchObject({ type: 'report', faults: [{ file: 'x.csv' }] })
})

test('the page and its worker are at most 250 kB compressed', async () => {
  const { gzipSync } = await import('node:zlib')
  const files = await returnsPageFiles()
  const size = [...files.values()].reduce((sum, { body }) => sum + gzipSync(body).length, 0)
  expect(size).toBeLessThan(250_000)
}, 30_000)
