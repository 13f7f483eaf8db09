/** Ten years of one family, as the council met it. */
import { dayNumber, monthNumberOf, weekday, yearOf } from '../../core/calendar/index.ts'
import type { Family } from '../population/index.ts'
import { stream } from '../random.ts'
import { Book } from './book.ts'
import { drawCase } from './course.ts'
import { type Contact, type Outcome, tellContact, usualOutcome } from './front-door.ts'
import type { Kid } from './household.ts'
import { tellCase } from './need.ts'
import { tellOthersPlan } from './protection.ts'
import {
  arrivesOnPlan,
  arrivesWithOthersPlan,
  busyness,
  contactsAYear,
  evening,
  familiesKnown,
  kindsOfContact,
  referredAnew,
  spellsInTenYears,
  spellYears,
  troubleByDeprivation,
} from './rates.ts'
import { tellKnown, tellUnknown } from './register.ts'
import { ageOf, kidsOn, officeTime, type Story, type World, year, yearsAgo } from './story.ts'
import { dayOfSeconds, hour, type Seconds, secondsInDay } from './timeline.ts'

/** The eldest who are assessed with the others: older ones are nearly grown. */
const eldestReferred = 16.4

export function tellFamily(world: World, seed: number, family: Family): Story {
  const random = stream(seed, 'work', family.id)
  const book = new Book(world.timeline)
  const story: Story = {
    ...world,
    random,
    book,
    household: world.households.of(family),
    past: { referred: null, planEnded: null },
  }
  const scene = world.scenes.get(family.id)
  if (scene) scene.tell(story)
  else tellLife(story)
  if (book.isEmpty) tellUnknown(story)
  else tellKnown(story)
  return story
}

function tellLife(story: Story): void {
  const { random, household, timeline } = story
  const youngest = Math.max(...household.kids.map(({ born }) => born))
  const isYoung = youngest > timeline.today - 18 * year
  const known = isYoung
    ? familiesKnown.young * (troubleByDeprivation[household.family.deprivation] ?? 1)
    : familiesKnown.grown
  if (!random.chance(known)) return
  let open: Seconds = tellArrival(story)
  for (const { from, until, aYear } of spellsOf(story)) {
    let day = from
    for (;;) {
      // Thinned by how busy the day is, so that the year has its seasons and the week its days.
      day += Math.max(1, Math.round((-logOf(random.unit()) / (aYear * meanOverBusiness)) * year))
      if (day >= until || day > timeline.today) break
      const text = timeline.day(day)
      if (!random.chance(busyness(yearOf(text), monthNumberOf(text), weekday(text), timeline.isWorking(day)))) continue
      const told = tellOne(story, day, open)
      if (told !== null) open = Math.max(open, told)
    }
  }
}

/** How much busier the busiest day is than the mean one. */
const meanOverBusiness = 1.68

/** Natural logarithm by a table and a line between, because the last bits of `Math.log` differ between machines. */
function logOf(unit: number): number {
  const value = Math.max(unit, 1e-6)
  let [mantissa, halvings] = [value, 0]
  while (mantissa < 0.5) {
    mantissa *= 2
    halvings++
  }
  const x = (mantissa - 1) / (mantissa + 1)
  const square = x * x
  return 2 * x * (1 + square / 3 + (square * square) / 5 + (square * square * square) / 7) - halvings * Math.LN2
}

interface Spell {
  readonly from: number
  readonly until: number
  readonly aYear: number
}

/** The spells of trouble of a family, while it has children: overlapping ones are one. */
function spellsOf({ random, household, timeline }: Story): Spell[] {
  const eldest = Math.min(...household.kids.map(({ born }) => born))
  const youngest = Math.max(...household.kids.map(({ born }) => born))
  const arrived = household.family.arrived === null ? timeline.start : dayNumber(household.family.arrived)
  const first = Math.max(timeline.start, eldest - 100, arrived)
  const last = Math.min(timeline.today, youngest + Math.round(17.5 * year))
  if (last <= first) return []
  const aYear = random.weighted(contactsAYear)
  const spells: Spell[] = []
  const usual = youngest > timeline.today - 18 * year ? spellsInTenYears.young : spellsInTenYears.grown
  const expected = (usual * (last - first)) / (10 * year)
  for (let n = Math.floor(expected + random.unit()); n > 0; n--) {
    const long = (spellYears.least + random.unit() * random.unit() * (spellYears.most - spellYears.least)) * year
    const from = Math.floor(first - long + random.unit() * (last - first + long))
    spells.push({ from: Math.max(first, from), until: Math.min(last, Math.floor(from + long)), aYear })
  }
  spells.sort((a, b) => a.from - b.from)
  return spells.filter((one, at) => at === 0 || one.from > (spells[at - 1]?.until ?? 0))
}

/** A contact on a day. Gives the time until which a case is open, where it opened one. */
function tellOne(story: Story, day: number, open: Seconds): Seconds | null {
  const { random, timeline } = story
  const isWorking = timeline.isWorking(day)
  const inEvening = !isWorking || random.chance(evening)
  const at =
    day * secondsInDay + Math.floor((inEvening ? eveningHour(story, isWorking) : 8.4 + random.unit() * 8.6) * hour)
  const here = kidsOn(story, day, 17.9)
  if (here.length === 0) return null
  const isOpen = at < open
  const kind = random.weighted(kindsOfContact)
  const about = kind === 'domesticAbuse' || random.chance(0.62) ? here : [random.pick(here)]
  if (isOpen) {
    const outcome: Outcome = random.chance(0.86) ? 'existing' : 'none'
    tellContact(story, at, inEvening, about, { outcome, kind })
    return null
  }
  const able = about.filter((kid) => ageOf(kid, day) < eldestReferred)
  const { past } = story
  const hadPlan = past.planEnded !== null && day < past.planEnded + 2 * year
  const isRecent = past.referred !== null && day <= past.referred + year
  const isAnew = able.length > 0 && (isRecent || hadPlan) && random.chance(referredAnew)
  const drawn = isAnew ? 'referral' : usualOutcome(story, kind)
  const outcome = able.length === 0 && drawn === 'referral' ? 'advice' : drawn
  const contact = tellContact(story, at, inEvening, able.length === 0 ? about : able, { outcome, kind })
  return contact.outcome === 'referral' ? followed(story, contact, hadPlan) : null
}

function followed(story: Story, contact: Contact, hadPlan: boolean): Seconds {
  const day = dayOfSeconds(contact.decided)
  story.past.referred = day
  return tellCase(story, contact, drawCase(story.random, yearsAgo(story, day), hadPlan))
}

/** After five, and at weekends through the day; never in the hour that the clocks leave out or repeat. */
function eveningHour({ random }: Story, isWorking: boolean): number {
  if (!isWorking && random.chance(0.6)) return 9 + random.unit() * 8
  return random.chance(0.85) ? 17.2 + random.unit() * 6.4 : 3 + random.unit() * 5
}

/** A family that comes from elsewhere may bring a plan, or stay with one that the other council keeps. */
function tellArrival(story: Story): Seconds {
  const { household, timeline, random } = story
  if (household.family.arrived === null) return 0
  const arrived = dayNumber(household.family.arrived)
  if (arrived < timeline.start) return 0
  const kids: readonly Kid[] = kidsOn(story, arrived, 14.5).filter(({ born }) => born < arrived)
  if (kids.length === 0) return 0
  const at = officeTime(story, arrived + random.int(1, 12))
  if (random.chance(arrivesWithOthersPlan)) {
    const contact = tellContact(story, at, false, kids, { outcome: 'advice', kind: 'otherCouncil' })
    tellOthersPlan({ story }, kids, contact.decided + hour)
    return 0
  }
  if (!random.chance(arrivesOnPlan)) return 0
  const contact = tellContact(story, at, false, kids, { outcome: 'referral', kind: 'otherCouncil' })
  const course = drawCase(random, yearsAgo(story, dayOfSeconds(contact.decided)), false)
  const protection = { ...course.protection, outcome: 'conference', plan: true } as const
  return tellCase(story, contact, { ...course, response: 'assess', strategy: null, protection }, { transferIn: true })
}
