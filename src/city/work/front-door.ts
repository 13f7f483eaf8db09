/** The front door: a contact comes in, is screened, agencies are asked, and a manager decides. */

import { type Weighted, weighted } from '../random.ts'
import { type Mark, mark } from './book.ts'
import type { Kid } from './household.ts'
import { contactsInTime, decisions, kept } from './rates.ts'
import { assessmentTeamOf, hubOf, teamNumber } from './staff.ts'
import { isUnborn, met, officeTime, personOf, recorded, type Story, yearsAgo } from './story.ts'
import { dayOfSeconds, hour, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

export type Outcome = 'referral' | 'earlyHelp' | 'existing' | 'advice' | 'none'

export interface Contact {
  readonly outcome: Outcome
  readonly source: string
  readonly decided: Seconds
  /** For a referral: the episode it opened on each child. */
  readonly opened: ReadonlyMap<Kid, Mark>
}

const sources: Readonly<Record<words.ContactKind, Weighted<string>>> = {
  worry: weighted([
    ['2A', 34],
    ['2B', 3],
    ['3A', 4],
    ['3B', 9],
    ['3C', 3],
    ['3E', 6],
    ['3F', 4],
    ['4', 4],
    ['5A', 3],
    ['5D', 5],
    ['6', 9],
    ['7', 3],
    ['8', 4],
    ['1A', 5],
    ['1B', 2],
    ['1C', 1],
    ['1D', 2],
    ['9', 3],
  ]),
  domesticAbuse: weighted([['6', 1]]),
  information: weighted([
    ['7', 5],
    ['5A', 3],
    ['5C', 2],
  ]),
  otherCouncil: weighted([['5C', 1]]),
}
const checked = weighted([
  ['police', 30],
  ['health', 34],
  ['education', 24],
  ['housing', 6],
  ['earlyHelp', 6],
] as const)

type Agency = (typeof checked.items)[number]
type Rating = 'red' | 'amber' | 'green'

/** A contact that is written and not drawn: until then nobody decides, reads the hand-over or answers a question. */
export interface Waiting {
  readonly until: Seconds
  readonly screened: { readonly rating: Rating; readonly asked: readonly Agency[] } | undefined
}

interface Course {
  readonly outcome: Outcome
  readonly kind: words.ContactKind
  readonly waiting?: Waiting
}

const contactCode = 'mash'

export function tellContact(
  story: Story,
  at: Seconds,
  inEvening: boolean,
  kids: readonly Kid[],
  { outcome, kind, waiting }: Course,
): Contact {
  const { random, timeline, staff, book, household } = story
  const day = dayOfSeconds(at)
  const source = random.weighted(sources[kind])
  const episodes = new Map(kids.map((kid) => [kid, mark()]))
  const opened = new Map(kids.map((kid) => [kid, mark()]))
  const about = personOf(story, kids, day)
  met(kids, at)
  const taker = inEvening
    ? staff.pick(random, 'evening', ['eveningWorker'], day).worker
    : staff.pick(random, 'mash', ['screeningOfficer'], day).worker
  const written = at + random.int(4, 30) * minute
  const asked = words.worry(random, kind, about)
  const shared = {
    received: timeline.moment(at),
    kind,
    source,
    takenBy: inEvening ? 'evening' : 'hub',
    ...(source === '9' ? {} : { referrer: words.referrer(random, source) }),
    ...(kind === 'otherCouncil' ? { council: words.council(random) } : {}),
    ...(kind === 'domesticAbuse'
      ? {
          incident: `AM${random.int(1_000_000, 9_999_999)}`,
          riskLevel: random.chance(0.62) ? 'standard' : random.chance(0.72) ? 'medium' : 'high',
        }
      : {}),
    worry: asked,
    familyKnows: random.chance(0.5) ? 'yes' : random.chance(0.6) ? 'no' : 'unknown',
  }
  book.tell(
    written,
    taker,
    kids.map((kid) => ({
      does: 'record',
      record: kid.record,
      pathway: contactCode,
      step: 'contact',
      episode: null,
      mark: episodes.get(kid) ?? mark(),
      values: random.chance(0.12) && !isUnborn(kid, at) ? { ...shared, child: random.pick(words.aboutChild) } : shared,
    })),
  )
  const decided = waiting?.until ?? decidedAt(story, at, written, inEvening)
  const isKept = random.chance(kept(yearsAgo(story, day)))
  if (inEvening && isKept && !waiting) tellHandOver(story, written, decided, kids, episodes)
  const grave = outcome === 'referral' || (outcome === 'earlyHelp' && random.chance(0.3))
  const isScreened = waiting ? waiting.screened !== undefined : isKept && (grave || random.chance(0.18))
  if (isScreened) tellScreening(story, written, decided, outcome, kids, episodes, waiting?.screened)
  const decider = staff.pick(random, 'mash', ['hubManager'], dayOfSeconds(decided), taker).worker
  const team =
    outcome === 'referral'
      ? teamNumber(assessmentTeamOf(household.family.ward))
      : outcome === 'earlyHelp'
        ? teamNumber(hubOf(household.family.ward))
        : undefined
  const decision = {
    decided: timeline.moment(decided - random.int(1, 8) * minute),
    outcome,
    ...(team === undefined ? {} : { team }),
    reason: random.pick(words.decisionReasons[outcome]),
    referrerTold: source === '9' ? 'cannot' : random.chance(0.86) ? 'yes' : 'no',
  }
  book.tell(
    decided,
    decider,
    recorded(contactCode, 'decision', episodes, kids, () => decision).map((line, at) => {
      const kid = kids[at]
      const hands = kid && opened.get(kid)
      return outcome === 'referral' && hands ? { ...line, opens: hands } : line
    }),
  )
  return { outcome, source, decided, opened }
}

/** What is decided on a contact about children with no open case. */
export function usualOutcome({ random }: Story, kind: words.ContactKind): Outcome {
  if (kind === 'information') return random.chance(0.8) ? 'none' : 'advice'
  return random.weighted(decisions)
}

/** The moment of the decision: the same day, the next working day, or too late. */
function decidedAt(story: Story, at: Seconds, written: Seconds, inEvening: boolean): Seconds {
  const { random, timeline } = story
  const day = dayOfSeconds(at)
  const inTime = random.chance(contactsInTime(yearsAgo(story, day)))
  if (inTime && !inEvening && random.chance(0.5)) {
    const sameDay = written + random.int(20, 330) * minute
    if (sameDay < day * 86_400 + 17.75 * hour) return sameDay
  }
  // An evening's contact is usually decided early the next working day.
  const next = inTime ? timeline.addWorking(day, 1) : timeline.addWorking(day, random.int(2, 4))
  return officeTime(story, next, written + 20 * minute)
}

function tellHandOver(
  { random, timeline, staff, book }: Story,
  written: Seconds,
  decided: Seconds,
  kids: readonly Kid[],
  episodes: ReadonlyMap<Kid, Mark>,
): void {
  const morning =
    timeline.working(dayOfSeconds(written - 8 * hour) + 1) * 86_400 + random.int(8 * 60 + 5, 9 * 60 + 10) * minute
  const at = Math.min(morning, decided - 12 * minute)
  if (at <= written) return
  const reader = staff.pick(random, 'mash', ['screeningOfficer'], dayOfSeconds(at)).worker
  const values = {
    read: timeline.moment(at),
    ...(random.chance(0.4) ? { action: random.pick(words.actionsInMorning) } : {}),
  }
  book.tell(
    at,
    reader,
    recorded(contactCode, 'handOverRead', episodes, kids, () => values),
  )
}

function tellScreening(
  story: Story,
  written: Seconds,
  decided: Seconds,
  outcome: Outcome,
  kids: readonly Kid[],
  episodes: ReadonlyMap<Kid, Mark>,
  set?: Waiting['screened'],
): void {
  const { random, timeline, staff, book } = story
  const at = written + (set ? 10 * minute : Math.min(random.int(6, 90) * minute, Math.floor((decided - written) / 3)))
  const screener = staff.pick(random, 'mash', ['screeningOfficer'], dayOfSeconds(at)).worker
  const drawn =
    outcome === 'referral' ? (random.chance(0.16) ? 'red' : 'amber') : random.chance(0.25) ? 'amber' : 'green'
  const rating = set?.rating ?? drawn
  const sought = random.unit()
  const agreement = sought < 0.62 ? 'given' : sought < 0.72 ? 'refused' : 'notSought'
  const values = {
    screened: timeline.moment(at),
    rating,
    threshold:
      outcome === 'referral'
        ? 'statutory'
        : outcome === 'earlyHelp'
          ? random.chance(0.5)
            ? 'early'
            : 'targeted'
          : 'universal',
    agreement,
    ...(agreement === 'notSought' ? { whyNotSought: random.pick(words.whyNotSought) } : {}),
    basis: random.chance(0.8) ? 'publicTask' : agreement === 'given' ? 'agreement' : 'legal',
    reason: random.pick(words.ratingReasons[rating]),
  }
  book.tell(
    at,
    screener,
    recorded(contactCode, 'screening', episodes, kids, () => values),
  )
  if (random.chance(0.2)) {
    const number = random.int(0, 6)
    const considered = { considered: timeline.moment(at), number, pattern: random.pick(words.patterns) }
    book.tell(
      at + 1,
      screener,
      recorded(contactCode, 'priorContacts', episodes, kids, () => considered),
    )
  }
  const asks = outcome === 'referral' ? 0.6 : outcome === 'earlyHelp' ? 0.25 : 0
  if (!set && !random.chance(asks)) return
  const agencies = new Set(set?.asked ?? [random.weighted(checked), random.weighted(checked)])
  for (const agency of agencies) {
    const requested = at + random.int(1, 10) * minute
    const question = {
      requested: timeline.moment(requested),
      agency,
      rating,
      question: random.pick(words.checkQuestions),
    }
    book.tell(
      requested,
      screener,
      recorded(contactCode, 'agencyCheck', episodes, kids, () => question),
    )
    const answered = set ? decided : Math.floor(requested + (decided - requested) * (0.25 + random.unit() * 0.7))
    if (answered <= requested + minute) continue
    const isKnown = random.chance(0.7)
    const answer = {
      answered: timeline.moment(answered),
      agency,
      known: isKnown ? 'yes' : 'no',
      ...(isKnown ? { information: random.pick(words.checkAnswers) } : {}),
    }
    book.tell(
      answered,
      screener,
      recorded(contactCode, 'agencyReply', episodes, kids, () => answer),
    )
  }
}
