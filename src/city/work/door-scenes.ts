/**
 * What stands at the front door on the morning of the day, whatever day it is: notices of the night and the morning,
 * a hand-over that nobody has read, agencies that have not answered. Told by the same chapter as every contact.
 */
import type { Scene } from './casting.ts'
import { tellContact, type Waiting } from './front-door.ts'
import { officeTime, type Story } from './story.ts'
import { hour, minute, type Seconds, secondsInDay, type Timeline } from './timeline.ts'
import type { ContactKind } from './words.ts'

const team = 'assessment-east'

/** A time of the day of the city, or of the working day before. On a day off, what the hub took came on the last open one. */
interface When {
  readonly at: (timeline: Timeline) => Seconds
  readonly inEvening: boolean
}

const time = (day: number, [hours, minutes]: readonly [number, number]): Seconds =>
  day * secondsInDay + hours * hour + minutes * minute

const atNight = (hours: number, minutes: number): When => ({
  at: ({ today }) => time(today, [hours, minutes]),
  inEvening: true,
})
const lastEvening = (hours: number, minutes: number): When => ({
  at: ({ today }) => time(today - 1, [hours, minutes]),
  inEvening: true,
})
const thisMorning = (hours: number, minutes: number): When => ({
  at: (timeline) => time(timeline.addWorking(timeline.today + 1, -1), [hours, minutes]),
  inEvening: false,
})
const theDayBefore = (hours: number, minutes: number): When => ({
  at: (timeline) => time(timeline.addWorking(timeline.addWorking(timeline.today + 1, -1), -1), [hours, minutes]),
  inEvening: false,
})

const scene = (kids: number, kind: ContactKind, when: When, screened?: Waiting['screened']): Scene => ({
  kids,
  team,
  tell: (story) => tellWaiting(story, kind, when, screened),
})

export const doorScenes: readonly Scene[] = [
  // Two notices of the day with several children, the one of the night not yet read by the hub.
  scene(3, 'domesticAbuse', atNight(0, 35)),
  scene(2, 'domesticAbuse', thisMorning(8, 5), { rating: 'amber', asked: ['health', 'education'] }),
  scene(1, 'worry', lastEvening(22, 10)),
  // Red checks: asked this morning, and one of the day before that ran on after the hub closed.
  scene(2, 'worry', thisMorning(8, 2), { rating: 'red', asked: ['police', 'health'] }),
  scene(1, 'worry', theDayBefore(10, 20), { rating: 'red', asked: ['police'] }),
  scene(2, 'worry', theDayBefore(14, 40), { rating: 'amber', asked: ['education', 'housing'] }),
]

function tellWaiting(story: Story, kind: ContactKind, { at, inEvening }: When, screened: Waiting['screened']): void {
  const { timeline, random, household } = story
  const earlier = officeTime(story, timeline.addWorking(timeline.today, -random.int(60, 200)))
  tellContact(story, earlier, false, household.kids, { outcome: 'advice', kind: 'worry' })
  const waiting = { until: timeline.end + 2 * hour, screened }
  tellContact(story, at(timeline), inEvening, household.kids, { outcome: 'referral', kind, waiting })
}
