import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../core/calendar/index.ts'
import { gridOf } from './cells.ts'
import { asAtIn } from './columns.ts'
import { comparedWith } from './compared.ts'
import { earlyYearsEras, eraOf, schoolEras } from './eras.ts'
import { figuresOf, type Group, type Holds } from './profile.ts'
import { type OfstedFile, readOfsted } from './reading.ts'
import { revisionsOf } from './revisions.ts'
import { phases, type School } from './schools-file.ts'

const columns = [
  'URN',
  'LAESTAB',
  'School name',
  'Ofsted phase',
  'Local authority',
  'Total number of pupils',
  'Inspection start date',
  'Does the latest graded inspection relate to the URN of the current school?',
  'Overall effectiveness',
  'Quality of education',
  'Previous inspection start date',
  'Does the previous graded inspection relate to the URN of the current school?',
  'Previous graded inspection overall effectiveness',
]
const elm = '100001,3312001,"Elm, The",Primary,Coventry,"1,210",03/07/2023,Yes,2,2,04/03/2019,No,Requires improvement'
const oak = '100002,3312002,Café Oak,PRU,Coventry,,28/01/2025,No,Not judged,3,01/02/2015,Yes,1'
const sheet = (...rows: readonly string[]): string => [columns.join(','), ...rows].join('\r\n')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, name = 'state_funded_schools_2025-08-31.csv') =>
  readOfsted({ name, bytes: typeof text === 'string' ? bytes(text) : text })

function schoolsOf(text: string | Uint8Array, name?: string): Extract<OfstedFile, { kind: 'schools' }> {
  const file = read(text, name)
  if (!file.ok) throw new Error(file.says)
  if (file.value.kind !== 'schools') throw new Error('not the schools file')
  return file.value
}
const reasonOf = (text: string): string => {
  const file = read(text)
  return file.ok ? 'read' : file.says
}

describe('the schools file', () => {
  test('a row becomes a school with both its inspections, in the eras of their days', () => {
    expect(schoolsOf(sheet(elm, oak)).schools).toEqual([
      {
        urn: 100001,
        name: 'Elm, The',
        authority: '331',
        authorityName: 'Coventry',
        phase: 'primary',
        pupils: 1210,
        inspections: [
          { inspected: '2023-07-03', era: 'grades', inherited: false, grade: 2, judgements: 1, met: 1 },
          { inspected: '2019-03-04', era: 'grades', inherited: true, grade: 3, judgements: 0, met: 0 },
        ],
      },
      {
        urn: 100002,
        name: 'Café Oak',
        authority: '331',
        authorityName: 'Coventry',
        phase: 'alternativeProvision',
        pupils: null,
        inspections: [
          { inspected: '2025-01-28', era: 'key-judgements', inherited: true, grade: null, judgements: 1, met: 0 },
          { inspected: '2015-02-01', era: 'grades', inherited: false, grade: 1, judgements: 0, met: 0 },
        ],
      },
    ])
  })

  test('any encoding, titles above, blanks and a note below, semicolons: the same schools', () => {
    const plain = schoolsOf(sheet(elm, oak)).schools
    const around = `Schools as at 31 August 2025,,\r\n\r\n${sheet(`${elm},,`, oak)}\r\n,,,,\r\n\r\nSource: Ofsted,,,\r\n`
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(around, 'utf16le')])
    const windows = Uint8Array.from(Buffer.from(around, 'latin1'))
    for (const form of [around, utf16, windows]) {
      const file = schoolsOf(form, 'schools.csv')
      expect(file.schools).toEqual(plain)
      expect(file.asAt).toBe('2025-08-31')
      expect(file.refused).toEqual([])
    }
    const semicolons = sheet(oak).replaceAll(',', ';')
    expect(schoolsOf(semicolons).schools).toEqual(plain.slice(1))
  })

  test('the day it is as at: its title, its name, or its last inspection, which is said', () => {
    expect(schoolsOf(sheet(elm), 'x_31_Aug_2025.csv').asAt).toBe('2025-08-31')
    expect(schoolsOf(sheet(elm), 'x.csv')).toMatchObject({
      asAt: '2023-07-03',
      notes: [expect.stringContaining('does not say as at which day')],
    })
    expect(asAtIn('as at 31st December 2024')).toBe('31 December 2024')
  })

  test('what cannot be this file is refused in one sentence', () => {
    expect(reasonOf(sheet(elm).replace('Overall effectiveness', 'Overall grade'))).toContain(
      'row 1 has no column “Overall effectiveness”',
    )
    expect(reasonOf(sheet(elm, oak).slice(0, -8))).toContain('it ends in the middle of row 3')
    expect(reasonOf(sheet(elm, '100002,3312002,"Oak'))).toContain('it ends in the middle of row 2')
    expect(reasonOf(sheet(elm, elm.replace('3312001', '3832001').replace('Coventry', 'Leeds')))).toContain(
      'the school 100001 (Elm, The) is in two authorities, Coventry and Leeds',
    )
    expect(reasonOf(sheet(elm, oak, oak.replace('100002', '100003').replace('Coventry', 'Leeds')))).toContain(
      'is in two authorities, Coventry and Leeds',
    )
    expect(reasonOf(sheet(elm, elm))).toContain('stands in it twice')
    expect(reasonOf('a,b\n1,2')).toContain('no row of it is the header')
    expect(reasonOf('')).toContain('no row of it is the header')
  })

  test('a row that cannot be read comes back with its row, column and reason; the others are loaded', () => {
    const rows = [
      oak.replace('100002', '1000'),
      oak.replace('28/01/2025', '31/02/2025'),
      oak.replace('Not judged', '2'),
      oak.replace('Not judged', 'Splendid'),
      oak.replace('PRU', 'Circus'),
      oak.replace('01/02/2015,Yes,1', '01/02/2025,Yes,'),
    ]
    const { schools, refused } = schoolsOf(sheet(elm, ...rows))
    expect(schools).toHaveLength(1)
    expect(refused.map(({ row, column }) => [row, column])).toEqual([
      [3, 'URN'],
      [4, 'Inspection start date'],
      [5, 'Overall effectiveness'],
      [6, 'Overall effectiveness'],
      [7, 'Ofsted phase'],
      [8, 'Previous inspection start date'],
    ])
    expect(refused[1]?.reason).toContain('31/02/2025 is not a real date')
  })

  test('report cards: areas at the expected standard or better', () => {
    const head = `${columns.join(',')},Inclusion,Achievement,Curriculum and teaching`
    const card = `${oak.replace('28/01/2025', '02/12/2025')},Strong standard,Expected standard,Needs attention`
    expect(schoolsOf(`${head}\n${card}`).schools[0]?.inspections[0]).toMatchObject({
      era: 'report-card',
      grade: null,
      judgements: 3,
      met: 2,
    })
  })
})

test('eras meet on their days', () => {
  expect(['2024-08-31', '2024-09-01', '2025-11-09', '2025-11-10'].map((of) => eraOf(schoolEras, day(of)))).toEqual([
    'grades',
    'key-judgements',
    'key-judgements',
    'report-card',
  ])
  expect(eraOf(earlyYearsEras, day('2025-11-09'))).toBe('grades')
  expect(eraOf(schoolEras, day('1999-01-01'))).toBe('grades')
})

test('CSV of any cells is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é', ' ') }).map((text) => text.trim())
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), (written, end) => {
      const text = written.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',') + end).join('')
      const kept = written
        .map((cells, place) => ({ row: place + 1, cells }))
        .filter(({ cells }) => cells.some((one) => one !== ''))
      expect(gridOf(text)).toEqual({ rows: kept, cut: false })
    }),
  )
})

test('above, below and equal are said of what is printed', () => {
  expect([comparedWith(89.2, 89.3), comparedWith(89.3, 89.3), comparedWith(89.4, 89.3)]).toEqual([
    'below',
    'equal',
    'above',
  ])
})

describe('the profile', () => {
  const holds: readonly Holds[] = ['grades', 'key-judgements', 'report-card', 'no-judgement', 'only-later', 'never']
  const group: fc.Arbitrary<Group> = fc.record({
    phase: fc.constantFrom(...phases),
    holds: fc.constantFrom(...holds),
    inherited: fc.boolean(),
    met: fc.boolean(),
    schools: fc.integer({ min: 1, max: 50 }),
    pupils: fc.integer({ min: 0, max: 20_000 }),
    unnumbered: fc.constant(0),
  })

  test('nothing but schools that hold a grade changes a percentage, and splitting a group changes no figure', () => {
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        const graded = groups.filter((one) => one.holds === 'grades')
        expect(figuresOf(groups).percentGoodOrBetter).toEqual(figuresOf(graded).percentGoodOrBetter)
        const split = groups.flatMap((one) => [
          { ...one, schools: 1, pupils: Math.floor(one.pupils / 3) },
          { ...one, schools: one.schools - 1, pupils: one.pupils - Math.floor(one.pupils / 3) },
        ])
        expect(figuresOf(split)).toEqual(figuresOf(groups))
        const { schools, eras } = figuresOf(groups)
        expect(phases.reduce((sum, phase) => sum + schools.byPhase[phase].schools, 0)).toBe(schools.total)
        expect(eras.find(({ era }) => era === 'grades')?.schools).toBe(schools.judged)
      }),
    )
  })

  test('with and without the grades of predecessors', () => {
    const of = (inherited: boolean, met: boolean, pupils: number): Group => ({
      phase: 'primary',
      holds: 'grades',
      inherited,
      met,
      schools: 1,
      pupils,
      unnumbered: 0,
    })
    const { inherited } = figuresOf([of(false, true, 300), of(true, false, 100)])
    expect([inherited.schools, inherited.with.primary, inherited.without.primary]).toEqual([1, 75, 100])
    expect(figuresOf([]).percentGoodOrBetter.overall).toBeNull()
  })
})

test('a later file of the same release: each cell that was revised, and the schools that are gone', () => {
  const { schools } = schoolsOf(sheet(elm, oak))
  const now = schools
    .slice(0, 1)
    .map((one): School => ({ ...one, pupils: 1200, inspections: one.inspections.slice(1) }))
  const { changed, gone, notes } = revisionsOf(schools, now, true)
  expect(changed).toEqual(now)
  expect(gone).toEqual([100002])
  expect(notes).toEqual([
    'Revised: Elm, The (100001), pupils: 1210, now 1200.',
    'Revised: Elm, The (100001), inspections: 2023-07-03: 2 and 2019-03-04 of a predecessor: 3, now 2019-03-04 of a predecessor: 3.',
    'Revised: Café Oak (100002) is no longer in the file.',
  ])
  expect(revisionsOf(schools, now, false).gone).toEqual([])
  expect(revisionsOf(schools, schools, true)).toEqual({ changed: [], gone: [], notes: [] })
})
