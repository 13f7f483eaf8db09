import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Importer } from '../core/batches/importer.ts'
import { moment } from '../core/calendar/index.ts'
import { done, problem } from '../core/outcomes.ts'
import { importCommand } from './import.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  mkdirSync(at('years/2017'), { recursive: true })
  writeFileSync(at('rows.csv'), 'Letter,Number\nA,1\nB,two\n')
  writeFileSync(at('other.csv'), 'Letter,Number\nC,3\n')
  writeFileSync(at('years/2017/header.csv'), 'Letter,Number\nD,four\n')
  writeFileSync(at('years/notes.md'), 'not a table')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Loads rows with a number in the second column; a file that begins otherwise than with its header is none of its own. */
const letters: Importer = async (files, { progress }) => {
  const failed: string[] = []
  let loaded = 0
  const toMend = files.map(({ name, bytes }) => {
    const [header = '', ...lines] = new TextDecoder().decode(bytes).trim().split('\n')
    if (header !== 'Letter,Number') failed.push(problem('import.not-this', { file: name, reason: 'no letters' }).says)
    const rows = header === 'Letter,Number' ? lines.map((line) => line.split(',')) : []
    const refused = rows
      .map((cells, i) => ({ row: i + 2, column: 'Number', reason: `“${cells[1]}” is not a number.`, cells }))
      .filter(({ cells }) => Number.isNaN(Number(cells[1])))
    loaded += rows.length - refused.length
    progress(rows.length, null, 'rows')
    return { file: name, header: ['Letter', 'Number'], refused }
  })
  if (failed.length === files.length)
    return problem('import.not-this', { file: files[0]?.name ?? '', reason: 'no letters' })
  return done({ says: `${loaded} letters loaded.`, loaded, toMend, notes: ['A note.'], failed })
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string; closed: boolean }> {
  const seen = { out: '', err: '', closed: false }
  const pool = new pg.Pool()
  const code = await importCommand(args, {
    kinds: { letters: async () => letters },
    open: async () =>
      done({
        pool,
        close: async () => {
          seen.closed = true
        },
      }),
    now: () => moment('2026-11-23T09:00:00.000Z'),
    out: (text) => {
      seen.out += text
    },
    err: (text) => {
      seen.err += text
    },
    inPlace: false,
  })
  await pool.end()
  return { code, ...seen }
}

test('a file that is sound: one line on stdout, progress on stderr, code 0, the record closed', async () => {
  const { code, out, err, closed } = await run('letters', at('other.csv'))
  expect({ code, out, closed }).toEqual({ code: 0, out: '1 letters loaded.\nA note.\n', closed: true })
  expect(err).toContain('Loading letters')
  expect(readdirSync(folder).filter((name) => name.includes('mend'))).toEqual([])
})

test('what is to mend stands beside its file with row, column and reason, and the code is 1', async () => {
  const { code, err } = await run('letters', at('rows.csv'), at('other.csv'))
  expect(code).toBe(1)
  expect(readFileSync(at('rows-to-mend.csv'), 'utf8')).toBe(
    '\uFEFFRow,Column,Reason,Letter,Number\r\n3,Number,“two” is not a number.,B,two\r\n',
  )
  expect(err).toContain('rows.csv: 1 row was not loaded.')
})

test('given again, the same file to mend is left as it is; one that somebody has begun to mend is not written over', async () => {
  await run('letters', at('rows.csv'))
  await run('letters', at('rows.csv'))
  expect(readdirSync(folder).filter((name) => name.includes('mend'))).toEqual(['rows-to-mend.csv'])
  writeFileSync(at('rows-to-mend.csv'), 'half mended')
  await run('letters', at('rows.csv'))
  expect(readFileSync(at('rows-to-mend.csv'), 'utf8')).toBe('half mended')
  expect(readdirSync(folder)).toContain('rows-to-mend-2.csv')
})

test('a folder gives its tables and those of the folders in it, named with the folder; --mend gathers what is to mend', async () => {
  const { code, out } = await run('letters', at('years'), '--mend', at('to mend'), '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    kind: 'letters',
    says: '0 letters loaded.',
    loaded: 0,
    toMend: [{ file: 'years/2017/header.csv', rows: 1, path: at('to mend/years-2017-header-to-mend.csv') }],
    notes: ['A note.'],
    failed: [],
  })
  expect(readdirSync(at('to mend'))).toEqual(['years-2017-header-to-mend.csv'])
})

test('a file of which nothing could be loaded, among others or alone', async () => {
  writeFileSync(at('strange.csv'), 'Colour\nred\n')
  const among = await run('letters', at('other.csv'), at('strange.csv'))
  expect({ code: among.code, out: among.out }).toEqual({ code: 1, out: '1 letters loaded.\nA note.\n' })
  expect(among.err).toContain('Nothing of strange.csv was loaded: no letters.')
  const alone = await run('letters', at('strange.csv'))
  expect({ code: alone.code, out: alone.out, closed: alone.closed }).toEqual({ code: 2, out: '', closed: true })
})

test('what was not understood is said with the kinds there are', async () => {
  for (const [args, says] of [
    [[], 'Say what to load. Usage: bin/heartwood import letters FILE...'],
    [['colours', at('rows.csv')], '“colours” is not something that can be loaded.'],
    [['letters'], 'Name a file or a folder to load.'],
    [['letters', at('none.csv')], `There is no file or folder ${at('none.csv')}.`],
    [['letters', at('rows.csv'), '--format', 'xml'], '--format must be text or json.'],
    [['letters', at('rows.csv'), '--quickly'], '--quickly'],
  ] as const) {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(says)
  }
})
