/**
 * Questions of one kind that are asked while one is under way wait for it, and then go together: one message to
 * PostgreSQL, one commit and one answer for all of them. Alone, a question goes at once.
 */
import { type Queryable, query, type Statement } from './statement.ts'

/** Asks one question, given its values. Rejects as `on.query` does, and for this question alone. */
export type AskTogether<Row extends object> = (on: Queryable, values: readonly unknown[]) => Promise<Row>

/** @param asked its parameters are arrays with an element for each question; it gives a row for each, in their order */
export function together<Row extends object>(asked: Statement<Row>): AskTogether<Row> {
  const queues = new WeakMap<Queryable, Queue<Row>>()
  return (on, values) => {
    const queue = queues.get(on) ?? new Queue(on, asked)
    queues.set(on, queue)
    return queue.ask(values)
  }
}

interface Question<Row> {
  readonly values: readonly unknown[]
  readonly resolve: (row: Row) => void
  readonly reject: (error: unknown) => void
}

class Queue<Row extends object> {
  private readonly on: Queryable
  private readonly asked: Statement<Row>
  private waiting: Question<Row>[] = []
  private isUnderWay = false

  constructor(on: Queryable, asked: Statement<Row>) {
    this.on = on
    this.asked = asked
  }

  ask(values: readonly unknown[]): Promise<Row> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ values, resolve, reject })
      if (!this.isUnderWay) void this.sendWaiting()
    })
  }

  private async sendWaiting(): Promise<void> {
    this.isUnderWay = true
    while (this.waiting.length > 0) {
      const questions = this.waiting
      this.waiting = []
      await this.send(questions)
    }
    this.isUnderWay = false
  }

  private async send(questions: readonly Question<Row>[]): Promise<void> {
    const arrays = questions[0]!.values.map((_, at) => questions.map(({ values }) => values[at]))
    try {
      const rows = await query(this.on, this.asked, arrays)
      for (const [at, { resolve }] of questions.entries()) resolve(rows[at]!)
    } catch (error) {
      // One that PostgreSQL refuses must not take the others with it.
      if (questions.length === 1) questions[0]!.reject(error)
      else for (const question of questions) await this.send([question])
    }
  }
}
