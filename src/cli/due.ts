/** `heartwood due 2022-05-23 "15 working days"`: when something is due, and every day that was passed over. */
import { explainDue, inWords } from '../core/calendar/index.ts'

const usage = 'Write a day and a length of time, for example: heartwood due 2022-05-23 "15 working days"'

export interface Answer {
  readonly text: string
  /** 0 answered, 2 not understood. */
  readonly code: 0 | 2
}

/** @param args what follows `heartwood due`; the length of time may be one argument or several. */
export function dueCommand(args: readonly string[]): Answer {
  const [from, ...length] = args
  if (from === undefined || length.length === 0) return { text: usage, code: 2 }
  const answer = explainDue(from, length.join(' '))
  if (!answer.ok) return { text: answer.says, code: 2 }
  const { due, dueInWords, reckoning, passedOver, caution } = answer.value
  const width = Math.max(0, ...passedOver.map((one) => inWords(one.day).length))
  const lines = [
    `${due}  (${dueInWords})`,
    `${reckoning}.`,
    ...(passedOver.length === 0 ? [] : ['', 'Passed over:']),
    ...passedOver.map((one) => `  ${one.day}  ${inWords(one.day).padEnd(width)}  ${one.why}`),
    ...(caution === undefined ? [] : ['', caution]),
  ]
  return { text: lines.join('\n'), code: 0 }
}
