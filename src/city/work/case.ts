/** A case: the children it is about, where each one's episodes stand, and who leads it as teams change and people leave. */
import type { TeamId } from '../population/index.ts'
import { type Line, type Mark, mark } from './book.ts'
import type { Kid } from './household.ts'
import { kept } from './rates.ts'
import { teamNumber } from './staff.ts'
import { isUnborn, officeTime, recorded, type Story, startOf, toldOf, yearsAgo } from './story.ts'
import { dayOfSeconds, hour, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

interface Lead {
  readonly from: Seconds
  readonly team: TeamId
  readonly worker: number
  /** The day on which the worker has left the team. */
  readonly until: number
  readonly why: string
}

/** The episodes of one service in a case, and when they were open. */
export interface Episodes {
  readonly pathway: string
  readonly marks: ReadonlyMap<Kid, Mark>
  readonly from: Seconds
  until: Seconds
}

/** A case that one worker keeps from the first day to the last. */
export interface Led {
  readonly worker: number
  readonly team: TeamId
  readonly lastVisit: number | undefined
}

export class Case {
  readonly story: Story
  readonly kids: readonly Kid[]
  readonly need: Episodes
  /** Child protection episodes, in order. */
  readonly protection: Episodes[] = []
  /** Children who left the case before its end, and when. */
  readonly left = new Map<Kid, Seconds>()
  readonly #leads: Lead[] = []
  /** Who has every case that is told one by one: nobody falls ill or leaves. */
  readonly #worker: number | undefined
  /** Working days between the last visit and the day of the city, where that is not left to chance. */
  readonly lastVisit: number | undefined

  constructor(story: Story, kids: readonly Kid[], marks: ReadonlyMap<Kid, Mark>, from: Seconds, led: Led | undefined) {
    this.story = story
    this.kids = kids
    this.need = { pathway: 'children-in-need', marks, from, until: Number.POSITIVE_INFINITY }
    this.#worker = led?.worker
    this.lastVisit = led?.lastVisit
  }

  /** False where one worker keeps it from the first day to the last. */
  get hasOwnTeam(): boolean {
    return this.#worker === undefined
  }

  /** A team takes the case. Whoever leads it later follows from who leaves. */
  take(at: Seconds, team: TeamId, why: string): void {
    const isFirst = this.#leads.length === 0
    if (!isFirst && !this.hasOwnTeam) return
    if (!isFirst) this.lead(at - minute)
    while ((this.#leads.at(-1)?.from ?? 0) >= at) this.#leads.pop()
    this.#leads.push(this.#chosen(at, team, why))
  }

  #chosen(at: Seconds, team: TeamId, why: string): Lead {
    const { staff, random } = this.story
    if (this.#worker !== undefined)
      return { from: at, team, worker: this.#worker, until: Number.POSITIVE_INFINITY, why }
    const { worker, until } = staff.pick(random, team, ['socialWorker', 'seniorSocialWorker'], dayOfSeconds(at))
    return { from: at, team, worker, until, why }
  }

  /** Who leads it at a time. */
  lead(at: Seconds): { readonly worker: number; readonly team: TeamId } {
    const { timeline } = this.story
    for (;;) {
      const last = this.#leads.at(-1)
      if (!last) throw new Error('A case was worked on before a team had taken it')
      if (dayOfSeconds(at) < last.until) break
      // Before the first visit that anyone could pay that morning.
      const left = startOf(timeline.working(last.until)) + 8 * hour + 30 * minute
      this.#leads.push(this.#chosen(Math.min(left, at - minute), last.team, 'The last worker has left'))
    }
    return this.#leads.findLast((one) => one.from <= at) ?? this.#leads[0]!
  }

  /** Those who are in the case at a time. */
  present(at: Seconds): readonly Kid[] {
    return this.kids.filter((kid) => at < (this.left.get(kid) ?? Number.POSITIVE_INFINITY))
  }

  manager(at: Seconds): number {
    const { worker, team } = this.lead(at)
    return this.story.staff.manager(this.story.random, team, dayOfSeconds(at), worker)
  }

  /** Writes down who led it, once it is known how long it lasted. */
  tellLeads(end: Seconds): void {
    const { timeline } = this.story
    this.lead(Math.min(end, timeline.end))
    for (const [at, lead] of this.#leads.entries()) {
      if (lead.from >= end) continue
      const before = this.#leads[at - 1]
      if (before) this.#tellTransfer(before, lead)
      this.#tellAllocation(this.need, lead.from, lead, lead.why)
    }
    for (const episodes of this.protection) {
      // A discussion that led to nothing had nobody to lead it.
      if (episodes.until <= episodes.from + 2 * minute) continue
      const first = this.#leads.findLast((one) => one.from <= episodes.from) ?? this.#leads[0]
      if (first) this.#tellAllocation(episodes, episodes.from + 2 * minute, first, 'Leads the case')
      for (const lead of this.#leads)
        if (lead.from > episodes.from + 2 * minute && lead.from < episodes.until)
          this.#tellAllocation(episodes, lead.from + 1, lead, lead.why)
    }
  }

  /** What the next worker needs to know, by the last one or, where that one has gone, the manager. */
  #tellTransfer(before: Lead, next: Lead): void {
    const { timeline, staff, random, book } = this.story
    const at = next.from - 10 * minute
    const day = dayOfSeconds(at)
    if (at <= before.from || !this.isKept(day)) return
    const author = day < before.until ? before.worker : staff.manager(random, before.team, day, before.worker)
    const values = {
      written: timeline.day(day),
      to: teamNumber(next.team),
      summary: random.pick(words.handovers),
      outstanding: random.pick(words.outstanding),
      ...(random.chance(0.3) ? { beforeYouKnock: random.pick(words.beforeYouKnock) } : {}),
    }
    book.tell(
      at,
      author,
      recorded(this.need.pathway, 'transferSummary', this.need.marks, toldOf(this.present(at), day, at), () => values),
    )
  }

  #tellAllocation({ pathway, marks }: Episodes, at: Seconds, lead: Lead, why: string): void {
    const { timeline, staff, random, book } = this.story
    const day = dayOfSeconds(at)
    const values = {
      from: timeline.day(day),
      team: teamNumber(lead.team),
      worker: lead.worker,
      role: 'lead',
      why,
    }
    const manager = staff.manager(random, lead.team, day, lead.worker)
    book.tell(
      at,
      manager,
      recorded(pathway, 'allocation', marks, toldOf(this.present(at), day, at), () => values),
    )
  }

  /** A visit to all of them, on the day it is written down. Gives whether they were seen. */
  visit(at: Seconds, { pathway, marks }: Episodes, kids: readonly Kid[] = this.present(at), seen?: boolean): boolean {
    const { timeline, random, book } = this.story
    const day = dayOfSeconds(at)
    const was = seen ?? random.chance(0.93)
    if (!this.isKept(day)) return was
    const visited = timeline.day(day)
    const where = random.chance(0.8) ? 'home' : 'school'
    const note = words.visited(random)
    const why = random.pick(words.whyNotSeen)
    book.tell(
      at,
      this.lead(at).worker,
      recorded(pathway, 'visit', marks, toldOf(kids, day, at), (kid) => {
        if (isUnborn(kid, at)) return { visited, where, seen: 'no', whyNot: 'Not yet born', note }
        if (!was) return { visited, where, seen: 'no', whyNot: why }
        const alone = day - kid.born > 3 * 365 && random.chance(0.8)
        return {
          visited,
          where,
          seen: 'yes',
          alone: alone ? 'yes' : 'no',
          bedroom: random.chance(0.6) ? 'yes' : 'no',
          note,
        }
      }),
    )
    return was
  }

  /** Until when visits are left to chance, and the one after that, where it is not. */
  visitsUntil(end: Seconds): Seconds {
    const { timeline } = this.story
    return this.lastVisit === undefined ? end : startOf(timeline.addWorking(timeline.today, -this.lastVisit - 3))
  }

  tellLastVisit(episodes: Episodes): void {
    const { timeline } = this.story
    if (this.lastVisit === undefined) return
    const day = timeline.addWorking(timeline.today, -this.lastVisit)
    this.visit(officeTime(this.story, day), episodes, this.kids, true)
  }

  note(at: Seconds, { pathway, marks }: Episodes): void {
    const { timeline, random, book } = this.story
    const day = dayOfSeconds(at)
    if (!this.isKept(day)) return
    const kids = toldOf(this.present(at), day, at)
    const author = this.lead(at).worker
    if (random.chance(0.3)) {
      const values = {
        called: timeline.moment(at - 20 * minute),
        withWhom: random.pick(words.callers),
        direction: random.chance(0.5) ? 'in' : random.chance(0.85) ? 'out' : 'tried',
        note: random.pick(words.calls),
      }
      book.tell(
        at,
        author,
        recorded(pathway, 'telephone', marks, kids, () => values),
      )
      return
    }
    const values = { happened: timeline.day(day), ...words.note(random) }
    const own = new Map(kids.map((kid) => [kid, mark()]))
    book.tell(
      at,
      author,
      recorded(pathway, 'caseNote', marks, kids, () => values, own),
    )
    this.#slip(at, own)
  }

  /** Now and then what was written has to be put right: a word corrected, or a note that belonged to another child. */
  #slip(at: Seconds, notes: ReadonlyMap<Kid, Mark>): void {
    const { random, book } = this.story
    const drawn = random.unit()
    if (drawn > 0.012) return
    const later = at + random.int(20, 4_000) * minute
    const reason = random.pick(drawn < 0.009 ? words.corrections : words.withdrawals)
    const lines = [...notes].map(([{ record }, of]): Line => {
      if (drawn >= 0.009) return { does: 'withdraw', record, of, reason }
      return { does: 'correct', record, of, field: 'about', value: 'Update', reason }
    })
    book.tell(later, this.lead(later).worker, lines)
  }

  /** Whether something of a day that need not be there is in the record. */
  isKept(day: number): boolean {
    return this.#worker !== undefined || this.story.random.chance(kept(yearsAgo(this.story, day)))
  }
}
