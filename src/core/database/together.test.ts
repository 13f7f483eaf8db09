import { describe, expect, test } from 'vitest'
import { type Queryable, statement } from './statement.ts'
import { together } from './together.ts'

/** A database that answers when it is told to, and refuses what holds the word `refused`. */
function slowDatabase() {
  const sent: unknown[][] = []
  const answers: (() => void)[] = []
  const on = {
    query: ({ values }: { values: readonly (readonly string[])[] }) => {
      const words = values[0] ?? []
      sent.push([...words])
      return new Promise((resolve, reject) => {
        answers.push(() =>
          words.includes('refused')
            ? reject(new Error(`${words}`))
            : resolve({ rows: words.map((word) => ({ answer: `${word}!` })) }),
        )
      })
    },
  }
  const answer = async () => {
    answers.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { on: on as unknown as Queryable, sent, answer }
}

let named = 0
const openAsk = () => together<{ answer: string }>(statement(`together-test-${++named}`, `select ${named}`))

describe('together', () => {
  test('a question goes at once; those asked meanwhile go in one statement, each with its own answer', async () => {
    const { on, sent, answer } = slowDatabase()
    const ask = openAsk()
    const asked = ['a', 'b', 'c'].map((word) => ask(on, [word]))
    expect(sent).toEqual([['a']])
    await answer()
    expect(sent).toEqual([['a'], ['b', 'c']])
    await answer()
    expect(await Promise.all(asked)).toEqual([{ answer: 'a!' }, { answer: 'b!' }, { answer: 'c!' }])
    const later = ask(on, ['d'])
    await answer()
    expect(await later).toEqual({ answer: 'd!' })
  })

  test('one that is refused does not take the others with it', async () => {
    const { on, sent, answer } = slowDatabase()
    const ask = openAsk()
    const outcomes = Promise.allSettled(['a', 'b', 'refused', 'c'].map((word) => ask(on, [word])))
    for (let statements = 0; statements < 5; statements++) await answer()
    expect(sent).toEqual([['a'], ['b', 'refused', 'c'], ['b'], ['refused'], ['c']])
    expect((await outcomes).map((one) => (one.status === 'fulfilled' ? one.value.answer : String(one.reason)))).toEqual(
      ['a!', 'b!', 'Error: refused', 'c!'],
    )
  })

  test('two databases do not wait for each other', () => {
    const [one, other] = [slowDatabase(), slowDatabase()]
    const ask = openAsk()
    void ask(one.on, ['a'])
    void ask(other.on, ['b'])
    expect([one.sent, other.sent]).toEqual([[['a']], [['b']]])
  })
})
