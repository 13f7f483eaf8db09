import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kit as cinKit } from '../cin-census/kit.ts'
import { rules as cinRules } from '../cin-census/rules/index.ts'
import { kit as sen2Kit } from '../sen2/kit.ts'
import { rules as sen2Rules } from '../sen2/rules/index.ts'
import { prepare } from '../ssda903/collection.ts'
import { eachChild, eachRow, type Ssda903, ssda903, wholeReturn } from '../ssda903/layout.ts'
import { read903 } from '../ssda903/read.ts'
import { rules as rules903 } from '../ssda903/rules/index.ts'
import { code, codes, TextPool } from './codes.ts'
import type { Example } from './examples.ts'
import { explained, explainedAsJson } from './explain.ts'
import { type Rule, since } from './rule.ts'
import { type Checked, check } from './run.ts'
import { Store } from './store.ts'

const file = (name: string, lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
})

const always = { meaning: 'It is so', mend: 'Mend it', years: since(2023) } as const

function checked(lines: readonly string[], rules: readonly Rule<Ssda903>[]): Checked<Ssda903> {
  const { store } = read903([file('missing.csv', ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...lines])])
  return check(store, rules, prepare(store, { year: 2026 }))
}

describe('codes', () => {
  test('the same text has the same code, whether a rule names it or a file holds it', () => {
    const named = code('V3')
    const pool = new TextPool()
    const bytes = new TextEncoder().encode('xv3 Zoë zoë')
    expect(pool.internUpper(bytes, 1, 3)).toBe(named)
    expect(pool.text(pool.internBytes(bytes, 4, 8))).toBe('Zoë')
    expect(pool.text(pool.internUpper(bytes, 9, 13))).toBe('ZOë')
    expect(pool.intern('Zoë')).toBe(pool.internBytes(bytes, 4, 8))
  })

  test('a word that no rule has named cannot be named inside a check', () => {
    const late = eachRow({
      ...always,
      code: 'late',
      tables: ['Missing'],
      table: 'Missing',
      fields: ['MISSING'],
      check: (row) => row.MISSING === code('A WORD NOBODY HAS NAMED'),
    })
    expect(checked(['1,,M,,'], [late]).notRun[0]?.why).toMatch(/must be declared while its module loads/)
  })

  test('a word that a module adds later is a text like any other in files that were read before', () => {
    const pool = new TextPool()
    const before = pool.intern('A LATER WORD')
    expect(code('A LATER WORD')).not.toBe(before)
    expect(pool.intern('A LATER WORD')).toBe(before)
    expect(new TextPool().intern('A LATER WORD')).toBe(code('A LATER WORD'))
  })

  test('a set knows its members and not the empty cell', () => {
    const set = codes('V3 V3')
    expect([set.has(code('V3')), set.has(code(''))]).toEqual([true, false])
  })

  test('any texts are held apart and given back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 12 }), { maxLength: 60 }), (texts) => {
        const pool = new TextPool()
        const ids = texts.map((text) => pool.intern(text))
        expect(ids.map((id) => pool.text(id))).toEqual(texts)
        expect(new Set(ids).size).toBe(texts.length)
      }),
    )
  })
})

describe('running rules', () => {
  const bad = eachRow({
    ...always,
    code: 'bad',
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MISSING'],
    check(row) {
      if (row.text('CHILD') === '2') throw new Error('out of order')
      return true
    },
  })
  const good = eachRow({
    ...always,
    code: 'good',
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_START'],
    check: () => true,
  })

  test('a rule that throws is reported as not run with its reason, and what it found is withdrawn', () => {
    const { ran, notRun, findings } = checked(['1,,,,', '2,,,,', '3,,,,'], [bad, good])
    expect(ran).toEqual(['good'])
    expect(notRun).toEqual([{ rule: 'bad', why: 'It failed on the child "2": out of order' }])
    expect(findings.length).toBe(3)
  })

  test('a rule without its table is not run, and says which', () => {
    const needs = eachRow({
      ...always,
      code: 'x',
      tables: ['AD1', 'last.Missing'],
      table: 'AD1',
      fields: ['DOB'],
      check: () => true,
    })
    expect(checked([], [needs]).notRun[0]?.why).toBe("It needs AD1 and last year's Missing, which were not given.")
  })

  test('a row is reported once however often it is flagged; groups join rows by their key', () => {
    const often = eachChild({
      ...always,
      code: 'often',
      tables: ['Missing'],
      fields: { Missing: ['MISSING'] },
      check(child, flag) {
        for (const row of child.Missing) {
          flag(row)
          flag(row)
          flag.together([row], 'a')
        }
      },
    })
    const found = [...explained(checked(['1,,,,', '1,,,,'], [often]))]
    expect(found.map(({ row, group }) => [row, group])).toEqual([
      [0, undefined],
      [0, 1],
      [1, undefined],
      [1, 1],
    ])
  })

  test('rows without a child id are looked at one by one and joined to nobody', () => {
    const sizes: number[] = []
    const sees = eachChild({
      ...always,
      code: 'sees',
      tables: ['Missing'],
      fields: { Missing: ['MISSING'] },
      check: (child) => void sizes.push(child.Missing.length),
    })
    checked([',,M,,', ' ,,A,,', '1,,,,', '1,,,,'], [sees])
    expect(sizes).toEqual([1, 1, 2])
  })

  test('a finding says the value, the value it clashes with and what would mend it', () => {
    const rule = eachRow({
      ...always,
      code: 'x',
      tables: ['Missing'],
      table: 'Missing',
      fields: ['MIS_START', 'MIS_END'],
      against: { Missing: ['DOB'] },
      check: () => true,
    })
    const [finding] = explained(checked(['1,01/02/2015,M,31/02/2025,'], [rule]))
    expect(finding?.message).toBe('It is so. MIS_START is 31/02/2025, MIS_END is blank. Mend it.')
  })

  test('the JSON made straight from the columns is that of the finding', () => {
    const result = checked(['"1""\\",01/02/2015,M,31/02/2025,', '2,,"a\nb",,', '2,,,,'], [good, bad])
    expect([...explainedAsJson(result)].map((text) => JSON.parse(text))).toEqual([...explained(result)])
  })

  test('a whole-return rule speaks once', () => {
    const counts = wholeReturn({
      ...always,
      code: 'whole',
      tables: ['Missing'],
      fields: {},
      begin: () => ({ rows: 0 }),
      each: (child, seen) => {
        seen.rows += child.Missing.length
      },
      end: (seen, flag) => flag.whole(`${seen.rows} rows`),
    })
    expect([...explained(checked(['1,,,,', '2,,,,'], [counts]))]).toEqual([
      { rule: 'whole', severity: 'error', fields: [], message: 'It is so. 2 rows. Mend it.' },
    ])
  })
})

describe('what holds of every rule', () => {
  const dates = fc.constantFrom(
    '',
    '01/04/2025',
    '31/03/2026',
    '15/06/2025',
    '16/06/2025',
    '01/01/2012',
    '31/02/2025',
    '01/05/2027',
  )
  const words = fc.constantFrom(
    '',
    'S',
    'P',
    'L',
    'V3',
    'C2',
    'E1',
    'J2',
    'N1',
    'U1',
    'K2',
    'T3',
    'PR1',
    'X1',
    'E11',
    'E4A',
    'M',
    'A',
    '1',
    '0',
    'PN1',
    'YES',
    'F',
  )
  const ids = fc.constantFrom('1', '2', '3', '')
  const csv = (name: keyof Ssda903) => {
    const columns = Object.entries(ssda903[name]).filter(
      ([column]) => !['UASC', 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'].includes(column),
    )
    const cell = (column: string, kind: string) => (column === 'CHILD' ? ids : kind === 'day' ? dates : words)
    return fc
      .array(fc.tuple(...columns.map(([column, kind]) => cell(column, kind))), { maxLength: 6 })
      .map((rows) => ({ name, head: columns.map(([column]) => column), rows }))
  }
  const names = Object.keys(ssda903) as (keyof Ssda903)[]
  const returns = fc.tuple(...names.map(csv))
  type Given = typeof returns extends fc.Arbitrary<infer T> ? T : never

  const load = (tables: Given, turn = false, last = tables) => {
    const fileOf = ({ name, head, rows }: Given[number]) => {
      const lines = [head, ...rows].map((cells) => (turn ? [...cells].reverse() : cells).join(','))
      return file(`${name}.csv`, lines)
    }
    const { store, faults } = read903((turn ? [...tables].reverse() : tables).map(fileOf), last.map(fileOf))
    expect(faults).toEqual([])
    return check(store, rules903, prepare(store, { year: 2027 }))
  }
  const told = (result: Checked<Ssda903>) =>
    [...explained(result)].map(({ group, ...finding }) => JSON.stringify(finding)).sort()

  test('no rule throws, and each finding names an existing row and columns of its table', () => {
    fc.assert(
      fc.property(returns, (tables) => {
        const result = load(tables)
        expect(result.notRun.filter(({ why }) => why.startsWith('It failed'))).toEqual([])
        expect([...explainedAsJson(result)].map((text) => JSON.parse(text))).toEqual([...explained(result)])
        for (const { table, row, fields } of explained(result)) {
          if (table === undefined) continue
          const { length, columns } = result.store.tables.find((one) => one.name === table)!
          expect(row).toBeGreaterThanOrEqual(0)
          expect(row).toBeLessThan(length)
          for (const field of fields) expect(columns).toContain(field)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the order of columns and of files changes nothing', () => {
    fc.assert(
      fc.property(returns, (tables) => {
        expect(told(load(tables, true))).toEqual(told(load(tables)))
      }),
      { numRuns: 30 },
    )
  })

  test('the order in which children stand changes nothing but the numbers of rows', () => {
    const withoutRows = (result: Checked<Ssda903>) =>
      [...explained(result)]
        .map(({ rule, table, child, message }) => [rule, table, child, message.replace(/row \d+/g, 'row')].join('|'))
        .sort()
    const byChild = (tables: Given, direction: number) =>
      tables.map((table) => ({
        ...table,
        rows: [...table.rows].sort((a, b) => direction * a[0]!.localeCompare(b[0]!)),
      })) as Given
    fc.assert(
      fc.property(returns, (tables) => {
        const up = byChild(tables, 1)
        const down = byChild(tables, -1)
        expect(withoutRows(load(down, false, down))).toEqual(withoutRows(load(up, false, up)))
      }),
      { numRuns: 30 },
    )
  })

  test('checking one child alone finds what checking all finds for it', () => {
    fc.assert(
      fc.property(returns, (tables) => {
        const all = load(tables)
        const perChild = Array.from({ length: all.store.children }, (_, child) =>
          told(check(all.store, rules903, all.collection, child)),
        ).flat()
        const { whole, ...without } = all
        expect(perChild.sort()).toEqual(told({ ...without, whole: [] }))
        expect(whole.every(({ rule }) => rules903[rule]?.whole !== undefined)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('an empty CIN census and an empty SEN2 are read without a rule failing', () => {
    const nothing: Example<never> = {}
    const failures = [
      check(...argumentsOf(cinKit.load(nothing, 2026), cinRules)).notRun,
      check(...argumentsOf(sen2Kit.load(nothing, 2026), sen2Rules)).notRun,
    ].flat()
    expect(failures.filter(({ why }) => why.startsWith('It failed'))).toEqual([])
  })
})

const argumentsOf = <S, R, C>({ store, collection }: { store: S; collection: C }, rules: R) =>
  [store, rules, collection] as const

test('a store without any rows has no children', () => {
  const store = new Store(ssda903, 'dd/mm/yyyy')
  store.groupById('CHILD')
  expect(store.children).toBe(0)
})
