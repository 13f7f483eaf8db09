import { expect, test } from 'vitest'
import { story } from '../../../../test/support/story.ts'

const fgc = 'family-group-conference'
const offered = () => story().record(fgc, 'offer', { offered: '2022-05-03', before: 'conference', answer: 'accepted' })
const held = { adults: 6, present: 'yes', agreed: 'yes', plan: 'Gran has her at weekends' }

test('held within 30 working days of a yes, reviewed within twelve weeks of a plan', () => {
  const told = offered().record(fgc, 'conference', { held: '2022-06-15', ...held })
  expect(told.clocks(fgc, 'conference')).toMatchObject([{ due: '2022-06-16', met: '2022-06-15' }])
  expect(told.clocks(fgc, 'review')).toMatchObject([{ due: '2022-09-07', met: null }])
  told.record(fgc, 'review', { held: '2022-09-01', working: 'yes', next: 'close', note: 'Better' })
  expect(told.folded().history.episodes.at(-1)).toMatchObject({ closed: '2022-09-01', closingReason: 'yes' })
  expect(told.measure('family-group-conferences-accepted')).toEqual([['2022-05-03', 1]])
})

test('a family that declines is asked why, and nothing more is expected', () => {
  const no = { offered: '2022-05-03', before: 'early', answer: 'declined' }
  expect(story().refused(fgc, 'offer', no)).toMatchObject([{ field: 'why' }])
  const told = story().record(fgc, 'offer', { ...no, why: 'Not now' })
  expect(told.folded().history.episodes.at(-1)?.closed).toBe('2022-05-03')
  expect(told.clocks(fgc, 'conference')).toEqual([])
})
