/** Words that a message may write in capitals or in small letters. */
import { type CodeSet, codes } from '../engine/codes.ts'

/** Every way to write a word in capitals and small letters. */
const everyCase = (word: string): string[] =>
  [...word].reduce<string[]>(
    (starts, letter) => {
      const ways = new Set([letter.toUpperCase(), letter.toLowerCase()])
      return starts.flatMap((start) => [...ways].map((way) => start + way))
    },
    [''],
  )

/** The set of the words named, however they are written: `inAnyCase('true 1')`. Declare it while the module loads. */
export const inAnyCase = (words: string): CodeSet => codes(words.split(' ').flatMap(everyCase).join(' '))
