import { describe, expect, test } from 'vitest'
import * as cin from './cin-census/code-lists.ts'
import { cinReturn } from './cin-census/index.ts'
import type { CodeList } from './engine/codes.ts'
import * as sen2 from './sen2/code-lists.ts'
import { sen2Return } from './sen2/index.ts'
import * as ssda903 from './ssda903/code-lists.ts'
import { ssda903Return } from './ssda903/index.ts'

const listsOf = (module: object): [string, CodeList][] =>
  Object.entries(module).filter((entry): entry is [string, CodeList] => {
    const [, value] = entry
    return typeof value === 'object' && value !== null && 'versions' in value
  })

describe.each([
  ['SSDA903', ssda903, ssda903Return],
  ['CIN census', cin, cinReturn],
  ['SEN2', sen2, sen2Return],
])('%s: every code list has its years', (_, module, kind) => {
  test.each(listsOf(module))('%s', (_name, list) => {
    const { versions } = list
    expect(versions.length).toBeGreaterThan(0)
    versions.forEach(({ from, to }, place) => {
      expect(from).toBeLessThanOrEqual(to)
      // One version follows the other without a gap, and the last one holds to the newest year.
      if (place > 0) expect(from).toBe(versions[place - 1]!.to + 1)
    })
    expect(versions.at(-1)!.to).toBeGreaterThanOrEqual(kind.to - 1)
    for (let year = versions[0]!.from; year <= kind.to; year++) expect(list.in(year).texts.length).toBeGreaterThan(0)
  })
})
