/**
 * Contributions as typed columns: a number for each fact and a code for each word, so that a breakdown is one pass over
 * memory. They are built from the projections and are never the record: whoever asks gets the moment they stand for.
 */
import { type Day, dayFromNumber, dayNumber, monthNumberOf, yearOf } from '../../core/calendar/index.ts'
import type { Measure } from '../../core/measures/measure.ts'

/** A day number that stands for “not known”. */
export const noDay = -2_147_483_648
/** The child of a fact that has been taken back: it counts nowhere. */
export const noChild = -1
/** The code that every dictionary keeps for “nothing recorded”. */
export const noCode = 0

/** Codes for values that repeat, in the order in which they were met; 0 is “none”. */
export class Dictionary<V extends string | number> {
  readonly values: (V | null)[] = [null]
  private readonly codes = new Map<V, number>()

  codeOf(value: V | null): number {
    if (value === null) return noCode
    const known = this.codes.get(value)
    if (known !== undefined) return known
    this.codes.set(value, this.values.length)
    return this.values.push(value) - 1
  }

  /** Undefined for a value that nothing has. */
  find(value: V | null): number | undefined {
    return value === null ? noCode : this.codes.get(value)
  }
}

type Numbers = Int32Array | Int16Array | Int8Array | Uint16Array | Uint8Array

/** The same numbers with room for `length`: doubled, so that a row added costs nothing on average. */
function withRoom<N extends Numbers>(numbers: N, length: number): N {
  if (length <= numbers.length) return numbers
  // The constructor of a typed array makes one of its own kind.
  const grown = new (numbers.constructor as new (length: number) => N)(Math.max(1024, length, numbers.length * 2))
  grown.set(numbers)
  return grown
}

function inOrder<N extends Numbers>(numbers: N, order: Int32Array): N {
  const sorted = new (numbers.constructor as new (length: number) => N)(order.length)
  for (let i = 0; i < order.length; i++) sorted[i] = numbers[order[i]!]!
  return sorted
}

/** Months since January 1970. */
export const monthIndexOf = (day: Day): number => (yearOf(day) - 1970) * 12 + monthNumberOf(day) - 1

/** The first day of a month. */
export const firstDayOfMonth = (index: number): Day =>
  `${1970 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day // every month has a first day

/** The month of each day number, reckoned once for each day that is met. */
export class MonthsByDay {
  private readonly known = new Map<number, number>()

  of(number: number): number {
    const found = this.known.get(number)
    if (found !== undefined) return found
    const month = monthIndexOf(dayFromNumber(number))
    this.known.set(number, month)
    return month
  }
}

export interface Fact {
  readonly child: number
  readonly key: number
  readonly day: number
  readonly denominator: number
  readonly numerator: number
  readonly team: number
}

/** The facts that stand under one measure. `age`, `district` and `need` are those of the child on the day of the fact. */
export class MeasureColumns {
  length = 0
  child = new Int32Array(0)
  key = new Int32Array(0)
  day = new Int32Array(0)
  month = new Int16Array(0)
  team = new Uint16Array(0)
  denominator = new Int8Array(0)
  numerator = new Int8Array(0)
  age = new Uint8Array(0)
  district = new Uint16Array(0)
  need = new Uint8Array(0)
  /** So many facts from the beginning are in order of their day; what was added since stands behind them. */
  private sorted = 0
  readonly measure: Measure

  constructor(measure: Measure) {
    this.measure = measure
  }

  add(fact: Fact, month: number, age: number, district: number, need: number): void {
    const at = this.length++
    if (at >= this.child.length) this.grow(this.length)
    this.child[at] = fact.child
    this.key[at] = fact.key
    this.day[at] = fact.day
    this.month[at] = month
    this.team[at] = fact.team
    this.denominator[at] = fact.denominator
    this.numerator[at] = fact.numerator
    this.age[at] = age
    this.district[at] = district
    this.need[at] = need
  }

  /** Takes back every fact of the children that are marked; says how many there were. */
  takeBack(marked: Uint8Array): number {
    let taken = 0
    for (let i = 0; i < this.length; i++) {
      const child = this.child[i]!
      if (child === noChild || marked[child] !== 1) continue
      this.child[i] = noChild
      this.denominator[i] = 0
      this.numerator[i] = 0
      taken++
    }
    return taken
  }

  /** Puts all facts in order of their day, so that a period is found without looking at ten years. */
  sortByDay(): void {
    const first = this.day.subarray(0, this.length).reduce((least, one) => Math.min(least, one), 0)
    const last = this.day.subarray(0, this.length).reduce((most, one) => Math.max(most, one), first)
    const starts = new Int32Array(last - first + 2)
    for (let i = 0; i < this.length; i++) starts[this.day[i]! - first + 1]!++
    for (let day = 1; day < starts.length; day++) starts[day]! += starts[day - 1]!
    const order = new Int32Array(this.length)
    for (let i = 0; i < this.length; i++) order[starts[this.day[i]! - first]!++] = i
    this.child = inOrder(this.child, order)
    this.key = inOrder(this.key, order)
    this.day = inOrder(this.day, order)
    this.month = inOrder(this.month, order)
    this.team = inOrder(this.team, order)
    this.denominator = inOrder(this.denominator, order)
    this.numerator = inOrder(this.numerator, order)
    this.age = inOrder(this.age, order)
    this.district = inOrder(this.district, order)
    this.need = inOrder(this.need, order)
    this.sorted = this.length
  }

  /** The stretches in which facts of these days stand, both days among them; facts of other days may be there too. */
  between(first: number, last: number): readonly (readonly [from: number, until: number])[] {
    return [
      [this.firstFrom(first), this.firstFrom(last + 1)],
      [this.sorted, this.length],
    ]
  }

  /** The first sorted fact of a day or later. */
  private firstFrom(day: number): number {
    let [low, high] = [0, this.sorted]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.day[middle]! < day) low = middle + 1
      else high = middle
    }
    return low
  }

  get bytes(): number {
    const all = [this.child, this.key, this.day, this.month, this.team, this.denominator, this.numerator]
    return [...all, this.age, this.district, this.need].reduce((sum, one) => sum + one.byteLength, 0)
  }

  private grow(length: number): void {
    this.child = withRoom(this.child, length)
    this.key = withRoom(this.key, length)
    this.day = withRoom(this.day, length)
    this.month = withRoom(this.month, length)
    this.team = withRoom(this.team, length)
    this.denominator = withRoom(this.denominator, length)
    this.numerator = withRoom(this.numerator, length)
    this.age = withRoom(this.age, length)
    this.district = withRoom(this.district, length)
    this.need = withRoom(this.need, length)
  }
}

/** What held of each child from when until when: addresses, main needs. Of spells that overlap the last one holds. */
export class Spells {
  private start = new Int32Array(0)
  private count = new Uint16Array(0)
  private since = new Int32Array(0)
  private until = new Int32Array(0)
  private code = new Uint16Array(0)
  private length = 0

  /** In order of their beginning; replaces what was said of the child before. */
  set(
    child: number,
    spells: readonly { readonly since: number; readonly until: number; readonly code: number }[],
  ): void {
    this.start = withRoom(this.start, child + 1)
    this.count = withRoom(this.count, child + 1)
    const length = this.length + spells.length
    this.since = withRoom(this.since, length)
    this.until = withRoom(this.until, length)
    this.code = withRoom(this.code, length)
    this.start[child] = this.length
    this.count[child] = spells.length
    for (const { since, until, code } of spells) {
      this.since[this.length] = since
      this.until[this.length] = until
      this.code[this.length++] = code
    }
  }

  /** The code that held on the day; `noCode` where none did. */
  at(child: number, day: number): number {
    const start = this.start[child] ?? 0
    for (let i = start + (this.count[child] ?? 0) - 1; i >= start; i--)
      if (this.since[i]! <= day && (this.until[i] === noDay || day < this.until[i]!)) return this.code[i]!
    return noCode
  }

  get bytes(): number {
    return [this.start, this.count, this.since, this.until, this.code].reduce((sum, one) => sum + one.byteLength, 0)
  }
}

export interface ChildRow {
  readonly record: number
  readonly born: Day | null
  readonly sex: string
  readonly ethnicity: string
  readonly school: number | null
}

/** The children whom facts are about. Sex, ethnicity and school are as recorded now. */
export class ChildColumns {
  readonly indexOf = new Map<number, number>()
  record = new Int32Array(0)
  born = new Int32Array(0)
  sex = new Uint8Array(0)
  ethnicity = new Uint8Array(0)
  school = new Uint16Array(0)
  readonly sexes = new Dictionary<string>()
  readonly ethnicities = new Dictionary<string>()
  readonly schools = new Dictionary<number>()
  readonly districts = new Dictionary<string>()
  readonly needs = new Dictionary<string>()
  readonly addressed = new Spells()
  readonly needed = new Spells()

  get length(): number {
    return this.indexOf.size
  }

  set(row: ChildRow): number {
    const known = this.indexOf.get(row.record)
    const at = known ?? this.length
    if (known === undefined) this.indexOf.set(row.record, at)
    this.record = withRoom(this.record, at + 1)
    this.born = withRoom(this.born, at + 1)
    this.sex = withRoom(this.sex, at + 1)
    this.ethnicity = withRoom(this.ethnicity, at + 1)
    this.school = withRoom(this.school, at + 1)
    this.record[at] = row.record
    this.born[at] = row.born === null ? noDay : dayNumber(row.born)
    this.sex[at] = this.sexes.codeOf(row.sex)
    this.ethnicity[at] = this.ethnicities.codeOf(row.ethnicity)
    this.school[at] = this.schools.codeOf(row.school)
    return at
  }

  get bytes(): number {
    const own = [this.record, this.born, this.sex, this.ethnicity, this.school]
    return own.reduce((sum, one) => sum + one.byteLength, 0) + this.addressed.bytes + this.needed.bytes
  }
}

/** Everything, with the measures in the order of the definitions. */
export interface Columns {
  /** What contributes to a figure: a rate has no facts of its own, and answers of a family share a denominator. */
  readonly measures: ReadonlyMap<string, MeasureColumns>
  readonly children: ChildColumns
  /** Ids of teams. */
  readonly teams: Dictionary<number>
}

export const emptyColumns = (measures: readonly Measure[]): Columns => ({
  measures: new Map(measures.map((measure) => [measure.id, new MeasureColumns(measure)])),
  children: new ChildColumns(),
  teams: new Dictionary<number>(),
})

/** Of typed arrays; the map from records to children comes on top, at about 40 bytes a child. */
export const bytesOf = (columns: Columns): number =>
  [...columns.measures.values()].reduce((sum, one) => sum + one.bytes, 0) + columns.children.bytes
