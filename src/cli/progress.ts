/** How a long command shows what it does: a line for each step with its time, and a count for what takes long. */

export interface Counted {
  /** What is counted, in the plural: "children". */
  readonly what: string
  readonly done: number
  /** How many there will be, where that is known. */
  readonly of?: number
}

export interface Screen {
  readonly write: (text: string) => void
  /** True on a terminal, where a count can be shown in place. */
  readonly inPlace: boolean
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
}

export interface Progress {
  /** Runs `work` as one step: prints its name, counts while it runs, and at its end how long it took. */
  step<T>(name: string, work: (count: (counted: Counted) => void) => Promise<T>): Promise<T>
  say(line: string): void
}

/** A count in place is refreshed this often; as lines, in a log, much more seldom. */
const refreshMs = { inPlace: 100, lines: 3_000 }

export function progressOn({ write, inPlace, now }: Screen): Progress {
  return {
    say: (line) => write(`${line}\n`),
    step: async (name, work) => {
      const began = now()
      let shown = began
      let last: Counted | undefined
      write(inPlace ? name : `${name}\n`)
      const result = await work((counted) => {
        last = counted
        const pause = inPlace ? refreshMs.inPlace : refreshMs.lines
        if (now() - shown < pause) return
        shown = now()
        const text = describe(counted, now() - began)
        write(inPlace ? `\r\u001b[K${name}: ${text}` : `  ${text}\n`)
      })
      const took = now() - began
      const end = last === undefined ? inSeconds(took) : `${describe(last, took)}, ${inSeconds(took)}`
      write(inPlace ? `\r\u001b[K${name}: ${end}\n` : `  ${end}\n`)
      return result
    },
  }
}

function describe({ what, done, of }: Counted, tookMs: number): string {
  const rate = tookMs > 0 ? ` (${whole((done * 1000) / tookMs)} a second)` : ''
  return of === undefined || of === done
    ? `${whole(done)} ${what}${rate}`
    : `${whole(done)} of ${whole(of)} ${what}${rate}`
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB')
const inSeconds = (millis: number): string => `${(millis / 1000).toFixed(1)} s`
