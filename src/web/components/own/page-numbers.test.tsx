import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawHtml } from '../html.ts'
import { Pager } from './Pager.tsx'
import { pageNumbers } from './page-numbers.ts'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, 'gap', 9]],
  [3, 9, [1, 2, 3, 4, 'gap', 9]],
  [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
  [7, 9, [1, 'gap', 6, 7, 8, 9]],
] as const)('page %i of %i', (current, count, shown) => expect(pageNumbers(current, count)).toEqual(shown))

test('no page is shown twice or out of order, and the ends and the page read always are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (count, any) => {
      const current = 1 + (any % count)
      const pages = pageNumbers(current, count).filter((page) => page !== 'gap')
      expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b))
      expect(pages).toEqual(expect.arrayContaining([1, current, count]))
    }),
  )
})

const pager = (page: number, total: number) =>
  drawHtml(<Pager page={page} pageSize={25} total={total} what="children" href={(to) => `?page=${to}`} />)

test('says how many and which', () => {
  expect(pager(2, 1130)).toContain('Showing 26 to 50 of 1,130 children')
  expect(pager(46, 1130)).toContain('Showing 1,126 to 1,130 of 1,130 children')
  expect(pager(1, 12)).toContain('Showing all 12 children')
})

test('has links only where there is somewhere to go', () => {
  expect(pager(1, 25)).not.toContain('<nav')
  expect(pager(1, 26)).toContain('rel="next"')
  expect(pager(1, 26)).not.toContain('rel="prev"')
  expect(pager(2, 26)).toContain('rel="prev"')
  expect(pager(2, 26)).not.toContain('rel="next"')
})
