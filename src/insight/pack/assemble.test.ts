import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byBounds, type Printed } from '../../../test/support/attack.ts'
import { addDays, type Day, day, rolling12, yearToDate } from '../../core/calendar/index.ts'
import { assemble } from './assemble.ts'
import { changesBetween } from './changes.ts'
import type { MeasureLine, PackContent } from './content.ts'
import type { FigureFacts, MeasureFacts, PackFacts, Stretch } from './facts.ts'
import { publishedYear } from './plan.ts'
import { stretchesBetween } from './stretches.ts'

/** One child counted on a day, in both measures or in the wider alone, or in neither. */
interface Event {
  readonly day: Day
  readonly narrow: boolean
  readonly wide: boolean
}

const narrow = 'repeat-plans-2-years'
const wide = 'repeat-plans-ever'

function facts(events: readonly Event[], date: Day, earlier: readonly PackContent[]): PackFacts {
  const rolling = rolling12(date)
  const before = rolling12(rolling.from)
  const of = (id: string): MeasureFacts => {
    const meets = (event: Event) => (id === narrow ? event.narrow : event.wide)
    const count = (from: Day, to: Day): Stretch => {
      const inside = events.filter((event) => event.day >= from && event.day <= to)
      return { from, to, numerator: inside.filter(meets).length, denominator: inside.length }
    }
    const figures = [
      ['Year to date', yearToDate(date)],
      ['Rolling twelve months', rolling],
      ['The year before', before],
    ] as const
    const periods = [...figures.map(([, period]) => period), ...earlier.flatMap((pack) => periodsOf(pack, id))]
    return {
      measure: {
        id,
        title: id,
        numerator: 'those that meet it',
        denominator: 'plans',
        better: 'lower',
        source: 'Local',
        decimals: 1,
        comparable: null,
      },
      figures: figures.map(([label, period]): FigureFacts => ({ label, period, ...count(period.from, period.to) })),
      headline: 'Rolling twelve months',
      before: 'The year before',
      target: { value: 12, period: '2022-23' },
      comparators: [],
      noComparator: 'none published',
      stretches: stretchesBetween(periods).map(({ from, to }) => count(from, to)),
    }
  }
  return {
    council: 'Aldermere City Council',
    date,
    threshold: 5,
    pages: [{ id: 'plans', title: 'Plans', measures: [of(narrow), of(wide)] }],
    earlier,
    placements: null,
    ofsted: null,
    asked: null,
  }
}

const linesOf = (pack: PackContent): readonly MeasureLine[] =>
  pack.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'measures' ? block.lines : [])))
const periodsOf = (pack: PackContent, id: string) =>
  linesOf(pack)
    .filter(({ measure }) => measure === id)
    .flatMap(({ figures }) => figures.flatMap(({ counted }) => counted ?? []))

/** What a reader has who keeps every pack: nothing here is taken from the code that withholds. */
function asRead(packs: readonly PackContent[]): Printed {
  const numbers = new Map<string, number>()
  const withheld = new Set<string>()
  const unprinted = new Set<string>()
  const sums: { whole: string; parts: readonly string[] }[] = []
  const percentages: { part: string; whole: string; value: number }[] = []
  const read = (id: string, printed: string): void => {
    if (printed === 'c') withheld.add(id)
    else numbers.set(id, Number(printed.replaceAll(',', '')))
  }
  for (const measure of [narrow, wide]) {
    const lines = packs.flatMap(linesOf).filter((line) => line.measure === measure)
    const figures = lines.flatMap((line) => line.figures)
    const cuts = stretchesBetween(figures.flatMap(({ counted }) => counted ?? []))
    for (const { counted, value } of figures) {
      if (counted === undefined) continue
      const [met, all, missed] = ['met', 'all', 'missed'].map((of) => `${measure} ${counted.from} ${counted.to} ${of}`)
      if (met === undefined || all === undefined || missed === undefined) continue
      read(met, counted.numerator)
      read(all, counted.denominator)
      unprinted.add(missed)
      sums.push({ whole: all, parts: [met, missed] })
      for (const [whole, of] of [
        [met, 'met'],
        [missed, 'missed'],
      ] as const) {
        const parts = cuts.filter(({ from, to }) => from >= counted.from && to <= counted.to)
        const ids = parts.map(({ from, to }) => `${measure} stretch ${from} ${to} ${of}`)
        for (const id of ids) unprinted.add(id)
        sums.push({ whole, parts: ids })
      }
      if (value !== null) percentages.push({ part: met, whole: all, value })
      if (measure === narrow) {
        const rest = `older ${counted.from} ${counted.to}`
        unprinted.add(rest)
        sums.push({ whole: met.replace(narrow, wide), parts: [met, rest] })
        sums.push({ whole: all.replace(narrow, wide), parts: [all] })
      }
    }
  }
  return { numbers, withheld: [...withheld], unprinted: [...unprinted], sums, percentages }
}

/** One pack after another, the latest first. */
function published(events: readonly Event[], dates: readonly Day[]): readonly PackContent[] {
  const packs: PackContent[] = []
  for (const date of dates) packs.unshift(assemble(facts(events, date, [...packs]), []))
  return packs
}

describe('a solver with every pack before it', () => {
  const first = day('2020-07-01')
  const event = fc
    .record({ after: fc.integer({ min: 0, max: 800 }), wide: fc.boolean(), narrow: fc.boolean() })
    .map(({ after, ...meets }): Event => {
      return { day: addDays(first, after), wide: meets.wide, narrow: meets.wide && meets.narrow }
    })

  test('recovers no count that was withheld, and no small one that was never printed', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120 }), (events) => {
        const packs = published(events, [day('2022-07-21'), day('2022-08-11')])
        const seen = asRead(packs)
        for (const [id, { least, most }] of byBounds(seen, 1000)) {
          if (!seen.withheld.includes(id) && !(least === most && least > 0 && least < 5)) continue
          // What was published cannot be taken back, and zero is always shown: one value fewer, where it comes to that.
          expect(most - least + 1, `${id}: ${least} to ${most}`).toBeGreaterThanOrEqual(4)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a second pack that would give a small number back by subtraction withholds instead', () => {
    const at = (text: string, count: number, wide = true): Event[] =>
      Array.from({ length: count }, () => ({ day: day(text), wide, narrow: wide }))
    const events = [...at('2022-05-10', 20), ...at('2022-05-11', 60, false), ...at('2022-08-02', 2)]
    const [second, firstPack] = published(events, [day('2022-07-21'), day('2022-08-11')])
    const yearToDateOf = (pack: PackContent | undefined) => pack && linesOf(pack)[0]?.figures[0]
    expect(yearToDateOf(firstPack)).toMatchObject({ printed: '25.0%', counted: { numerator: '20', denominator: '80' } })
    expect(yearToDateOf(second)).toMatchObject({ printed: 'c' })
    expect(linesOf(second!)[0]?.sentence).not.toMatch(/\d/)
  })
})

test('a zero that was published helps the reader too: six less five would be the one child of July 2020', () => {
  const at = (text: string, count: number): Event[] =>
    Array.from({ length: count }, () => ({ day: day(text), wide: false, narrow: false }))
  const packs = published([...at('2020-07-15', 1), ...at('2020-08-15', 5)], [day('2022-07-21'), day('2022-08-11')])
  const yearBefore = packs.map((pack) => linesOf(pack).map(({ figures }) => figures[2]?.counted?.denominator))
  expect(yearBefore).toEqual([
    ['c', 'c'],
    ['6', '6'],
  ])
})

describe('what a pack says', () => {
  const events = (met: number, missed: number, on: string): Event[] => [
    ...Array.from({ length: met }, () => ({ day: day(on), wide: true, narrow: true })),
    ...Array.from({ length: missed }, () => ({ day: day(on), wide: false, narrow: false })),
  ]

  test('a plain sentence from the printed figures', () => {
    const pack = assemble(
      facts([...events(17, 183, '2022-01-10'), ...events(8, 192, '2021-01-10')], day('2022-07-21'), []),
      [],
    )
    expect(linesOf(pack)[0]).toMatchObject({
      sentence: 'Better than the target; worse than the year before.',
      figures: [{ printed: 'none yet' }, { printed: '8.5%' }, { printed: '4.0%' }],
    })
  })

  test('what is missing, with the command that brings it', () => {
    const { sections } = assemble(facts([], day('2022-07-21'), []), [])
    const missing = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'missing' ? [block.mend] : [])),
    )
    expect(missing).toEqual(['bin/heartwood import ssda903 FOLDER', 'bin/heartwood import ofsted FILE'])
  })

  test('what changed: the same figure of the same period, and nothing that is withheld', () => {
    const date = day('2022-07-21')
    const pack = (late: readonly Event[]) => {
      const early = [...events(12, 188, '2022-05-10'), ...events(20, 180, '2021-09-10')]
      return assemble(facts([...early, ...late], date, []), [])
    }
    const changed = changesBetween(pack([]), pack(events(6, 0, '2022-05-20')))
    expect(changed).toContainEqual({
      what: `${narrow}: year to date, 2022-23 to date`,
      before: '6.0%',
      now: '8.7%',
    })
    expect(changesBetween(pack([]), pack([]))).toEqual([])
  })

  test('the national figures of a year are out from 1 November after it', () => {
    expect(publishedYear(day('2022-07-21')).title).toBe('2020-21')
    expect(publishedYear(day('2022-10-31')).title).toBe('2020-21')
    expect(publishedYear(day('2022-11-01')).title).toBe('2021-22')
    expect(publishedYear(day('2023-04-01')).title).toBe('2021-22')
  })
})
