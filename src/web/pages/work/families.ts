/** From rows of children and tasks to a row a family, the most urgent first. Pure. */
import type { Day } from '../../../core/calendar/index.ts'
import type { MyChild } from '../../../core/work/caseload.ts'
import type { ListedTask } from '../../../core/work/lists.ts'

export interface CaseChild extends MyChild {
  /** Every open episode of the child that is allocated to the worker, the latest first. */
  readonly episodes: readonly MyChild[]
}

export interface CaseFamily {
  readonly children: readonly CaseChild[]
  /** Running clocks, earliest first. */
  readonly due: readonly ListedTask[]
  readonly unsigned: readonly ListedTask[]
  readonly returned: readonly ListedTask[]
  /** The episode on which a visit to all of them is recorded: that of the service most of them are open to. */
  readonly visitOn: MyChild
}

export function familiesOf(rows: readonly MyChild[], tasks: readonly ListedTask[]): readonly CaseFamily[] {
  const tasksOf = Map.groupBy(tasks, (task) => task.record)
  const families = [...Map.groupBy(rows, (row) => row.family ?? -row.record).values()].map((own): CaseFamily => {
    const children = [...Map.groupBy(own, (row) => row.record).values()].map(
      (episodes): CaseChild => ({ ...episodes[0]!, episodes }),
    )
    const all = children.flatMap((child) => tasksOf.get(child.record) ?? [])
    const due = all.filter((task) => task.kind === 'clock' && task.due !== null).sort(earliestFirst)
    return {
      children,
      due,
      unsigned: all.filter((task) => task.kind === 'sign-off'),
      returned: all.filter((task) => task.kind === 'returned'),
      visitOn: mostShared(own),
    }
  })
  return families.sort((a, b) => earliestFirst(a.due[0], b.due[0]))
}

export interface Thing {
  readonly task: ListedTask
  /** Whose it is, the child of `task` first. */
  readonly children: readonly CaseChild[]
}

/** What a family has due, earliest first: the same visit to three children on the same day is one thing to do. */
export function thingsDue({ due, children }: CaseFamily): readonly Thing[] {
  const same = Map.groupBy(due, (task) => `${task.pathway} ${task.name} ${task.due_at ?? task.due}`)
  return [...same.values()].map((tasks) => ({
    task: tasks[0]!,
    children: tasks.map((task) => children.find((child) => child.record === task.record)!),
  }))
}

function earliestFirst(a: ListedTask | undefined, b: ListedTask | undefined): number {
  const at = (task: ListedTask | undefined): string => task?.due_at ?? task?.due ?? '9999'
  return at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0
}

function mostShared(rows: readonly MyChild[]): MyChild {
  const byService = [...Map.groupBy(rows, (row) => row.pathway).values()]
  return byService.reduce((most, own) => (own.length > most.length ? own : most))[0]!
}

/** The earliest of the days, null when one of them is missing: a child who has never been seen comes first. */
export const leastRecent = (days: readonly (Day | null)[]): Day | null =>
  days.includes(null) ? null : (days.toSorted()[0] ?? null)
