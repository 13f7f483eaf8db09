/**
 * Randomness that is the same everywhere: xoshiro128** (Blackman and Vigna, public domain), seeded through a 32-bit
 * mixing hash. Integer arithmetic only, because the last bits of `Math.log` and its kin may differ between machines,
 * and one differing bit would make another city.
 */

const scale = 2 ** -32

/** MurmurHash3's finaliser: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function absorb(state: number, key: number | string): number {
  if (typeof key === 'number') return mix(Math.imul(state, 31) + Math.floor(key / 2 ** 32) + mix(key + 0x9e3779b9))
  let hash = state
  for (let at = 0; at < key.length; at++) hash = mix(Math.imul(hash, 31) + key.charCodeAt(at) + 1)
  return mix(hash + key.length + 0x51ed270b)
}

/**
 * An independent source of randomness for one part of the work: `stream(seed, 'family', 17)` draws the same numbers
 * whatever other parts draw, so a change in one leaves the others as they were.
 */
export function stream(seed: number, ...keys: readonly (number | string)[]): Random {
  let state = mix(seed)
  for (const key of keys) state = absorb(state, key)
  return new Random(state)
}

/** A list to pick from by weight, prepared once. */
export interface Weighted<T> {
  readonly items: readonly T[]
  /** Running totals of the weights, each over the whole: rising to 1. */
  readonly upTo: readonly number[]
}

/** Prepares a weighted choice. Weights are positive numbers on any scale. */
export function weighted<T>(pairs: readonly (readonly [item: T, weight: number])[]): Weighted<T> {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0)
  let running = 0
  const upTo = pairs.map(([, weight]) => {
    running += weight
    return running / total
  })
  return { items: pairs.map(([item]) => item), upTo }
}

export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(seed: number) {
    this.#a = mix(seed + 0x9e3779b9)
    this.#b = mix(this.#a + 0x9e3779b9)
    this.#c = mix(this.#b + 0x9e3779b9)
    this.#d = mix(this.#c + 0x9e3779b9) | 1 // the state must not be all zero
  }

  /** A whole number from 0 to 2^32 - 1. */
  uint32(): number {
    const starred = Math.imul(this.#b, 5)
    const result = Math.imul((starred << 7) | (starred >>> 25), 9) >>> 0
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return result
  }

  /** At least 0 and under 1. */
  unit(): number {
    return this.uint32() * scale
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1))
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.int(0, list.length - 1)]
    if (found === undefined) throw new RangeError('There is nothing to pick from')
    return found
  }

  weighted<T>(choice: Weighted<T>): T {
    const at = this.unit()
    let low = 0
    let high = choice.upTo.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (at < (choice.upTo[middle] ?? 1)) high = middle
      else low = middle + 1
    }
    const found = choice.items[low]
    if (found === undefined) throw new RangeError('There is nothing to pick from')
    return found
  }

  /** Bell-shaped: the sum of four even draws, so never further than 3.46 deviations from the mean. */
  bell(mean: number, deviation: number): number {
    const sum = this.unit() + this.unit() + this.unit() + this.unit()
    return mean + (sum - 2) * Math.sqrt(3) * deviation
  }

  /** A new list in random order (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    const shuffled = [...list]
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.int(0, at)
      const here = shuffled[at] as T
      shuffled[at] = shuffled[other] as T
      shuffled[other] = here
    }
    return shuffled
  }
}
