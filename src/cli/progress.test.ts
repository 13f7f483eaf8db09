import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

/** A screen whose clock is moved by hand. */
function screen(inPlace: boolean) {
  let text = ''
  let now = 0
  const progress = progressOn({ write: (more) => (text += more), inPlace, now: () => now })
  return { progress, printed: () => text, wait: (millis: number) => (now += millis) }
}

test('in a log: a line for a step, its count every few seconds, and at its end how long it took', async () => {
  const { progress, printed, wait } = screen(false)
  const result = await progress.step('Making the city', async (count) => {
    for (let made = 1_000; made <= 10_000; made += 1_000) {
      wait(1_000)
      count({ what: 'children', done: made, of: 10_000 })
    }
    return 'made'
  })
  expect(result).toBe('made')
  expect(printed().split('\n')).toEqual([
    'Making the city',
    '  3,000 of 10,000 children (1,000 a second)',
    '  6,000 of 10,000 children (1,000 a second)',
    '  9,000 of 10,000 children (1,000 a second)',
    '  10,000 children (1,000 a second), 10.0 s',
    '',
  ])
})

test('on a terminal: one line that is written over', async () => {
  const { progress, printed, wait } = screen(true)
  await progress.step('Starting', async () => {
    wait(1_250)
  })
  expect(printed()).toBe('Starting\r\u001b[KStarting: 1.3 s\n')
})
