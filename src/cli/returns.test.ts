import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { returnsCommand } from './returns.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'returns-'))
  mkdirSync(at('this'))
  mkdirSync(at('last'))
  writeFileSync(
    at('this/header.csv'),
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,01/05/2010,WBRI,UN1,,\n2,Q,,WBRI,UN1,,\n',
  )
  writeFileSync(at('this/notes.md'), 'not a return')
  writeFileSync(at('last/header.csv'), 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,02/05/2010,WBRI,UN1,,\n')
  writeFileSync(
    at('cin.xml'),
    '<Message><Header><CollectionDetails><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>1</LAchildID><Sex>1</Sex></ChildIdentifiers></Child></Children></Message>',
  )
  writeFileSync(at('broken.xml'), '<Message><Children>\n<Child></Kid></Children></Message>')
  writeFileSync(
    at('sen2.xml'),
    '<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year><ReferenceDate>2026-01-15</ReferenceDate></CollectionDetails></Header><Persons><Person><Surname>Ash</Surname></Person></Persons></Message>',
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' }
  const io = {
    out: (text: string) => {
      texts.out += text
    },
    err: (text: string) => {
      texts.err += text
    },
  }
  const code = await returnsCommand(args, io)
  return { code, ...texts }
}

describe('check', () => {
  test('JSON is one object with the keys other programs count on', async () => {
    const { code, out, err } = await run(
      'check',
      'ssda903',
      '--year',
      '2026',
      '--format',
      'json',
      '--rules',
      '101,102,203',
      '--previous',
      at('last'),
      at('this'),
    )
    expect(err).toBe('')
    expect(code).toBe(1)
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['return', 'year', 'ran', 'notRun', 'findings'])
    expect(report).toMatchObject({
      return: 'ssda903',
      year: 2026,
      ran: expect.arrayContaining(['101', '102', '203']),
      notRun: [],
    })
    expect(report.findings[0]).toEqual({
      rule: '203',
      severity: 'error',
      table: 'Header',
      row: 0,
      child: '1',
      fields: expect.arrayContaining(['DOB']),
      message: expect.stringContaining('01/05/2010'),
    })
    expect(
      report.findings.slice(1).map((finding: { rule: string; row: number }) => [finding.rule, finding.row]),
    ).toEqual([
      ['101', 1],
      ['102', 1],
    ])
  })

  test('text groups by child; CSV has a line for each finding', async () => {
    const text = await run('check', 'ssda903', '--year', '2026', '--rules', '101', at('this'))
    expect(text.out).toMatch(
      /^SSDA903 2026: 1 error and 0 queries in 2 children, 1 rule run\.\n\nChild 2\n {2}101 \(error\) Header row 1: .*SEX is Q/,
    )
    const csv = await run(
      'check',
      'ssda903',
      '--year',
      '2026',
      '--rules',
      '101',
      '--format',
      'csv',
      at('this/header.csv'),
    )
    expect(csv.out.split('\r\n')[1]).toMatch(/^101,error,Header,1,2,SEX,/)
  })

  test('no error is 0; a rule that needs what was not given is not run, and says so', async () => {
    const { code, out } = await run(
      'check',
      'ssda903',
      '--year',
      '2026',
      '--rules',
      '203,392c,99',
      '--format',
      'json',
      at('this'),
    )
    expect(code).toBe(0)
    expect(
      JSON.parse(out)
        .notRun.map(({ rule }: { rule: string }) => rule)
        .sort(),
    ).toEqual(['203', '392c', '99'])
  })

  test('what cannot be read is 2 and one sentence; the other files are checked', async () => {
    const { code, out, err } = await run(
      'check',
      'cin',
      '--year',
      '2026',
      '--format',
      'json',
      '--rules',
      '4180',
      at('cin.xml'),
      at('broken.xml'),
      at('nowhere.xml'),
    )
    expect(code).toBe(2)
    expect(err).toContain('broken.xml: The XML is broken at row 2, column 8: the element Child is closed as Kid.')
    expect(err).toContain('nowhere.xml: There is no such file or folder.')
    expect(JSON.parse(out).findings).toHaveLength(1)
  })

  test('--from and --to replace the period', async () => {
    const of = async (...period: string[]) =>
      JSON.parse(
        (await run('check', 'ssda903', '--year', '2026', '--format', 'json', '--rules', '301', ...period, at('this')))
          .out,
      ).findings.length
    expect(await of()).toBe(0)
    expect(await of('--from', '2009-04-01', '--to', '2010-03-31')).toBe(1)
  })

  test('SEN2 is checked too', async () => {
    const { code, out } = await run(
      'check',
      'sen2',
      '--year',
      '2026',
      '--format',
      'json',
      '--rules',
      'S026',
      at('sen2.xml'),
    )
    expect(code).toBe(1)
    expect(JSON.parse(out).findings).toMatchObject([{ rule: 'S026', table: 'Person', row: 0, child: 'Person 1' }])
  })

  test.each([
    [['check', 'ssda903', at('this')], '--year'],
    [['check', 'ssda903', '--year', '2031', 'x'], 'from 2018 to 2027'],
    [['check', 'census', '--year', '2026', 'x'], 'Name the return'],
    [['check', 'cin', '--year', '2026'], 'Name a folder'],
    [['check', 'cin', '--year', '2026', '--format', 'pdf', 'x'], '--format'],
    [['check', 'cin', '--year', '2026', '--from', '31/02/2025', 'x'], '--from'],
    [['check', 'cin', '--year', '2026', '--shout', 'x'], '--shout'],
    [['look'], 'check or mend'],
  ])('%j is refused with a sentence and the usage', async (args, says) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(err).toContain('Usage:')
  })
})

describe('mend', () => {
  test('shows what it would do, and writes new files only when asked', async () => {
    writeFileSync(at('odd.csv'), 'child;sex;dob;ethnic;upn;mother;mc_dob\n1;m;2010-05-01;wbri;UN1;;\n')
    const shown = await run('mend', 'ssda903', '--year', '2026', at('odd.csv'))
    expect(shown.code).toBe(0)
    expect(shown.out).toContain(
      'odd.csv, row 0, DOB: The date is written dd/mm/yyyy (“2010-05-01” becomes “01/05/2010”)',
    )
    expect(shown.out).toContain('Nothing was written')
    const done = await run('mend', 'ssda903', '--year', '2026', '--write', at('mended'), at('odd.csv'))
    expect(done.code).toBe(0)
    expect(readdirSync(at('mended'))).toEqual(['header.csv'])
    expect(readFileSync(at('mended/header.csv'), 'utf8')).toContain('1,M,01/05/2010,WBRI,UN1,,')
  })
})
