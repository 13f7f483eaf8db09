/**
 * Codes as small integers.
 *
 * Every text cell of a return is held as a number, its `Code`. Texts that a rule mentions ("V3", "E11") get their number
 * when the rule's module is loaded, from one vocabulary; all other texts (child ids, postcodes) get theirs when a file is
 * read, from the `TextPool` of that run. So a rule compares integers, and the same text has the same number in every
 * column, in this year's tables and in last year's.
 */

declare const brand: unique symbol
/** The number of a text. `blank` (0) is the empty cell. Two cells hold the same text exactly when their codes are equal. */
export type Code = number & { readonly [brand]: 'code' }

/** Numbers below this belong to the vocabulary, numbers from it to the pools of single runs. */
const vocabularyLimit = 4096

const vocabulary: string[] = ['']
const numbers = new Map<string, number>([['', 0]])
let closed = false

/**
 * Says whether words may be added to the vocabulary. It is closed while rules look at a child: a word first named there
 * could not be the word that the file was read with, and would match nothing.
 */
export function closeVocabulary(isClosed: boolean): void {
  closed = isClosed
}

/** The code of the empty cell. */
export const blank = 0 as Code

/** The code of a text that a rule names. Call it while a module loads: a new word inside a check throws. */
export function code(text: string): Code {
  const known = numbers.get(text)
  if (known !== undefined) return known as Code
  if (closed) throw new Error(`The code "${text}" must be declared while its module loads, not inside a check.`)
  if (vocabulary.length === vocabularyLimit) throw new Error('The vocabulary of codes is full.')
  numbers.set(text, vocabulary.length)
  vocabulary.push(text)
  return (vocabulary.length - 1) as Code
}

/** A set of codes that answers in one array read. The empty cell is in no set. */
export class CodeSet {
  readonly texts: readonly string[]
  private readonly members: Uint8Array

  constructor(texts: readonly string[]) {
    this.texts = texts
    const codes = texts.map(code)
    this.members = new Uint8Array(Math.max(0, ...codes) + 1)
    for (const one of codes) this.members[one] = 1
  }

  has(value: Code): boolean {
    return value < this.members.length && this.members[value] === 1
  }
}

/** `codes('V3 V4')`: the set of the texts named, separated by spaces. Declare it while the module loads. */
export const codes = (texts: string): CodeSet => new CodeSet(texts.split(/\s+/).filter((text) => text !== ''))

export interface ListedYears {
  /** First and last year (the year in which the period ends) in which these codes may be used. */
  readonly from: number
  readonly to: number
  readonly codes: string
}

/** A code list and the years of each of its versions. */
export interface CodeList {
  readonly name: string
  readonly versions: readonly ListedYears[]
  /** The codes of a year; of the nearest version where the year is outside all of them. */
  in(year: number): CodeSet
}

/** Declares a code list with the years of its versions, oldest first. */
export function codeList(name: string, versions: readonly ListedYears[]): CodeList {
  const sets = versions.map((version) => codes(version.codes))
  return {
    name,
    versions,
    in(year) {
      const place = versions.findIndex((version) => year <= version.to)
      return sets[place === -1 ? sets.length - 1 : place]!
    },
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * The texts of one run. Interns straight from the bytes of a file: one hash, one comparison of bytes, and no string is
 * made until somebody asks for it.
 */
export class TextPool {
  private arena = new Uint8Array(1 << 16)
  private arenaLength = 0
  private starts = new Int32Array(vocabularyLimit + 4096)
  private ends = new Int32Array(vocabularyLimit + 4096)
  private next = vocabularyLimit
  private slots = new Int32Array(1 << 14)
  private readonly strings: string[] = []
  private readonly scratch = new Uint8Array(64)
  /** Words that modules loaded later have added are texts like any other here. */
  private readonly words = vocabulary.length

  constructor() {
    for (let id = 1; id < vocabulary.length; id++) {
      const bytes = encoder.encode(vocabulary[id]!)
      this.place(bytes, 0, bytes.length, id, hashOf(bytes, 0, bytes.length))
    }
  }

  /** How many texts of its own this pool holds, the vocabulary left aside. */
  get size(): number {
    return this.next - vocabularyLimit
  }

  /** The code of a text. */
  intern(text: string): Code {
    if (text === '') return blank
    const known = numbers.get(text)
    if (known !== undefined && known < this.words) return known as Code
    const bytes = encoder.encode(text)
    return this.internBytes(bytes, 0, bytes.length)
  }

  /** The code of the UTF-8 bytes from `start` up to `end`. */
  internBytes(bytes: Uint8Array, start: number, end: number): Code {
    return start >= end ? blank : this.internHashed(bytes, start, end, hashOf(bytes, start, end))
  }

  /** As `internBytes`, with the letters a to z raised to capitals. */
  internUpper(bytes: Uint8Array, start: number, end: number): Code {
    if (start >= end) return blank
    let hash = hashStart
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!
      if (byte >= 97 && byte <= 122) return this.internRaised(bytes, start, end)
      hash = Math.imul(hash ^ byte, hashFactor)
    }
    return this.internHashed(bytes, start, end, folded(hash))
  }

  private internRaised(bytes: Uint8Array, start: number, end: number): Code {
    const length = end - start
    const copy = length <= this.scratch.length ? this.scratch : new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      const byte = bytes[start + i]!
      copy[i] = byte >= 97 && byte <= 122 ? byte - 32 : byte
    }
    return this.internBytes(copy, 0, length)
  }

  private internHashed(bytes: Uint8Array, start: number, end: number, hash: number): Code {
    const found = this.find(bytes, start, end, hash)
    if (found !== 0) return found as Code
    const id = this.next++
    this.place(bytes, start, end, id, hash)
    return id as Code
  }

  /** The text of a code, '' for the empty cell. */
  text(id: Code): string {
    if (id < vocabularyLimit) return vocabulary[id] ?? ''
    const place = id - vocabularyLimit
    let text = this.strings[place]
    if (text === undefined) {
      text = decoder.decode(this.arena.subarray(this.starts[id]!, this.ends[id]!))
      this.strings[place] = text
    }
    return text
  }

  private find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot]!
      if (id === 0) return 0
      const from = this.starts[id]!
      if (this.ends[id]! - from !== end - start) continue
      let i = start
      for (let j = from; i < end && bytes[i] === this.arena[j]; j++) i++
      if (i === end) return id
    }
  }

  private place(bytes: Uint8Array, start: number, end: number, id: number, hash: number): void {
    const length = end - start
    if (this.arenaLength + length > this.arena.length) this.arena = grown(this.arena, this.arenaLength + length)
    if (id >= this.starts.length) {
      this.starts = grown(this.starts, id + 1)
      this.ends = grown(this.ends, id + 1)
    }
    for (let i = start, j = this.arenaLength; i < end; i++, j++) this.arena[j] = bytes[i]!
    this.starts[id] = this.arenaLength
    this.arenaLength += length
    this.ends[id] = this.arenaLength
    this.enter(id, hash)
    const held = this.words + this.next - vocabularyLimit
    if (held * 2 > this.slots.length) this.rehash()
  }

  private enter(id: number, hash: number): void {
    const mask = this.slots.length - 1
    let slot = hash & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = id
  }

  private rehash(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    for (const id of old) if (id !== 0) this.enter(id, hashOf(this.arena, this.starts[id]!, this.ends[id]!))
  }
}

const hashStart = 0x811c9dc5
const hashFactor = 0x01000193
/** The low bits choose the slot, so the high ones are folded into them. */
const folded = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

/** FNV-1a of the bytes. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashStart
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, hashFactor)
  return folded(hash)
}

/** A copy of a typed array with room for at least `length`, at least doubled. */
export function grown<A extends Int32Array | Uint8Array>(array: A, length: number): A {
  const size = Math.max(length, array.length * 2)
  const copy = (array instanceof Int32Array ? new Int32Array(size) : new Uint8Array(size)) as A
  copy.set(array)
  return copy
}
