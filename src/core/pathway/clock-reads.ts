/** What the instances of a clock follow from: so that an act that touched none of it need not run the clock again. */
import { asTrigger, type Clock, type Trigger } from './clock.ts'
import { type Pathway, splitRef } from './pathway.ts'

const known = new WeakMap<Pathway, ReadonlyMap<string, readonly string[]>>()

/**
 * The clocks of a pathway that read one of these steps or states. All of them read when the episode opened and closed and
 * when the child was born; whoever asks knows whether those are what they were.
 */
export function clocksReading(pathway: Pathway, names: Iterable<string>): readonly string[] {
  const readers = known.get(pathway) ?? findReaders(pathway)
  known.set(pathway, readers)
  const clocks = new Set<string>()
  for (const name of names) for (const clock of readers.get(name) ?? []) clocks.add(clock)
  return [...clocks]
}

function findReaders({ clocks }: Pathway): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  for (const clock in clocks)
    for (const name of namesReadBy(clocks[clock]!)) {
      const list = readers.get(name)
      if (list === undefined) readers.set(name, [clock])
      else list.push(clock)
    }
  return readers
}

function namesReadBy({ from, to, endedBy, pauses, while: state }: Clock): ReadonlySet<string> {
  const triggers = [from, to, ...(pauses ?? []).flatMap((pause) => [pause.from, pause.until])]
  const names = new Set(triggers.flatMap((one) => stepsOf(asTrigger(one))))
  for (const step in endedBy) names.add(step)
  if (state !== undefined) names.add(state)
  return names
}

function stepsOf(trigger: Trigger): readonly string[] {
  if (trigger.kind === 'birthday') return []
  const { step } = splitRef(trigger.event)
  return trigger.kind === 'thatLedTo' ? [step, trigger.step] : [step]
}
