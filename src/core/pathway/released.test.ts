import { describe, expect, test } from 'vitest'
import { englishCalendars, day as onDay } from '../calendar/index.ts'
import { day, oneOf, reference, text } from './field.ts'
import { assemble } from './house.ts'
import { type Definition, pathway } from './pathway.ts'
import { checkReleased, readRelease, releaseOf, releaseText } from './released.ts'
import { step } from './step.ts'

const base = { id: 'work', title: 'Work', episode: 'piece', about: 'child', law: ['An Act'] } as const
const decisions = { go: 'Go on', stop: 'Stop' }
const first = () =>
  step('First', { held: day('Held'), decision: oneOf('Decision', decisions), note: text('Note', { optional: true }) })
const second = () => step('Second', { team: reference('Team', 'team') }, { after: { first: {} } })

const houseOf = (...pathways: Parameters<typeof assemble>[0]['pathways']) =>
  assemble({ pathways, handovers: [], calendars: englishCalendars })
const original = houseOf(pathway({ ...base, steps: { first: first(), second: second() } }))
const released = readRelease(JSON.parse(releaseText(releaseOf(original))))

const withFirst = (changed: ReturnType<typeof step>, more: Partial<Definition<never, never, never>> = {}) =>
  houseOf(pathway({ ...base, ...more, steps: { first: changed, second: second() } as never }))

describe('released steps', () => {
  test('an unchanged definition passes, everyday steps included', () => {
    expect(checkReleased(original, released)).toEqual([])
    expect(Object.keys(released.work!['1']!)).toContain('caseNote')
  })

  test.each([
    [
      'renamed',
      () => step('First', { day: day('Held'), decision: oneOf('D', decisions) }),
      /“work.first.held” .* gone/,
    ],
    [
      'retyped',
      () =>
        step('First', { held: text('Held'), decision: oneOf('D', decisions), note: text('Note', { optional: true }) }),
      /released as day and is text/,
    ],
    [
      'without an answer it had',
      () =>
        step('First', { held: day('H'), decision: oneOf('D', { go: 'Go on' }), note: text('N', { optional: true }) }),
      /“stop” of “work.first.decision”/,
    ],
    [
      'required where it was optional',
      () => step('First', { held: day('H'), decision: oneOf('D', decisions), note: text('N') }),
      /must now be answered/,
    ],
    [
      'joined by another that must be answered',
      () =>
        step('First', {
          held: day('H'),
          decision: oneOf('D', decisions),
          note: text('N', { optional: true }),
          more: text('More'),
        }),
      /“work.first.more” is new/,
    ],
  ])('a field silently %s is found', (_name, changed, sentence) => {
    const wrong = checkReleased(withFirst(changed() as never), released)
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.join('\n')).toMatch(sentence)
  })

  test('a step or a pathway that is gone, a reference to something else, an older version', () => {
    expect(checkReleased(houseOf(pathway({ ...base, steps: { first: first() } })), released)).toEqual([
      expect.stringContaining('The step “work.second” was released and is gone'),
    ])
    const other = step('Second', { team: reference('Team', 'worker') }, { after: { first: {} } })
    expect(checkReleased(houseOf(pathway({ ...base, steps: { first: first(), second: other } })), released)).toEqual([
      expect.stringContaining('a reference to team and is one to worker'),
    ])
    expect(checkReleased(houseOf(), released)).toEqual([expect.stringContaining('The pathway “work”')])
    const newer = { work: { ...released.work, 2: released.work!['1']! } }
    expect(checkReleased(original, newer)).toEqual([
      expect.stringContaining('is version 1, but version 2 was released'),
    ])
  })

  test('retiring an answer by its last day and adding an optional field or answer passes', () => {
    const changed = step('First', {
      held: day('Held'),
      decision: oneOf('Decision', {
        go: 'Go on',
        stop: { label: 'Stop', until: onDay('2026-03-31') },
        wait: 'Wait',
      }),
      note: text('Note', { optional: true }),
      about: text('About', { optional: true }),
      why: text('Why', { when: { decision: 'stop' } }),
    })
    expect(checkReleased(withFirst(changed as never), released)).toEqual([])
  })

  test('a new version may change anything, with an upcast for every old one', () => {
    const renamed = step('First', { day: day('Held'), decision: oneOf('D', decisions) }) as never
    expect(checkReleased(withFirst(renamed, { version: 3, upcasts: { 2: (_step, v) => v } }), released)).toEqual([
      expect.stringContaining('has no upcast from version 1'),
    ])
    const upcasts = {
      1: (_step: string, v: Record<string, unknown>) => v,
      2: (_step: string, v: Record<string, unknown>) => v,
    }
    const house = withFirst(renamed, { version: 3, upcasts })
    expect(checkReleased(house, released)).toEqual([])
    // Releasing it keeps the old version on file.
    expect(Object.keys(releaseOf(house, released).work!)).toEqual(['1', '3'])
  })

  test('the text does not depend on the order in which things are written', () => {
    const turned = houseOf(pathway({ ...base, steps: { second: second(), first: first() } }))
    expect(releaseText(releaseOf(turned))).toBe(releaseText(releaseOf(original)))
  })
})
