/** A slice of `npm run prove -- inputs`, with a fixed seed: mutations of every sound file, and the small traps. */
import { expect, test } from 'vitest'
import { drawsFrom, mutated } from '../../prove/inputs/mutate.ts'
import { readers, readersOf } from '../../prove/inputs/readers.ts'
import { samples } from '../../prove/inputs/samples.ts'

test.each(samples)(
  'no mutation of $name makes a reader throw',
  (sample) => {
    for (let input = 0; input < 25; input++) {
      const bytes = mutated(sample, drawsFrom(input))
      for (const name of readersOf[sample.kind])
        expect(() => readers[name]({ name: sample.name, bytes }), `${name}, input ${input}`).not.toThrow()
    }
  },
  60_000,
)

test('the same number is the same input', () => {
  const [sample] = samples
  expect(mutated(sample!, drawsFrom(7))).toEqual(mutated(sample!, drawsFrom(7)))
  expect(mutated(sample!, drawsFrom(7))).not.toEqual(mutated(sample!, drawsFrom(8)))
})
