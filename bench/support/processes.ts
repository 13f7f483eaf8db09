/** Processes of a benchmark: the same program again in another part, asked over its channel and answering there. */
import { type ChildProcess, fork } from 'node:child_process'

export interface Part {
  readonly pid: number
  /** One question at a time. The type of the answer is the asker's claim: the part is a few lines further down. */
  ask<Answer>(question: object): Promise<Answer>
  end(): Promise<void>
}

/** Starts `npm run bench -- NAME --as PART` and waits until it says that it is ready. */
export async function startPart(bench: string, part: string, { profileIn = '' } = {}): Promise<Part> {
  const program = process.argv[1]!
  const execArgv = profileIn ? ['--cpu-prof', '--cpu-prof-dir', profileIn] : []
  const child = fork(program, ['bench', bench, '--as', part], {
    execArgv,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  await heardFrom(child)
  return {
    pid: child.pid!,
    ask: async <Answer>(question: object) => {
      child.send(question)
      return (await heardFrom(child)) as Answer
    },
    end: async () => {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.send({ end: true })
      await ended
    },
  }
}

function heardFrom(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`A part of the benchmark ended early: ${child.spawnargs.join(' ')}`))
    child.once('exit', ended)
    child.once('message', (answer) => {
      child.off('exit', ended)
      resolve(answer)
    })
  })
}

/** The other end: answers every question until it is told to end. */
export function answerQuestions<Question extends object>(
  answer: (question: Question) => Promise<unknown>,
): Promise<number> {
  process.channel?.ref()
  return new Promise((resolve) => {
    process.on('message', async (question: Question | { readonly end: true }) => {
      if ('end' in question) {
        resolve(0)
        // Its servers and pools would keep it; a profile is written at this exit.
        process.exit(0)
      }
      process.send!(await answer(question))
    })
    process.send!('ready')
  })
}
