/** What the rows of every worklist share: the child, what is due in words, the form that deals with it. */
import { type ComponentChildren, isValidElement, type VNode } from 'preact'
import type { House } from '../../../core/pathway/house.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { formOf, type ListedChild, type ListedTask } from '../../../core/work/lists.ts'
import { type Cell, type CellOptions, PersonLine, Table, TimeLeft } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { birthOf } from '../child/frame.tsx'

export const childHref = (child: Pick<ListedChild, 'child_id'>): string => `/children/${child.child_id}`

export const episodeHref = (child: Pick<ListedChild, 'child_id'>, episode: number): string =>
  `${childHref(child)}/episodes/${episode}`

/** `together`: the ids of brothers and sisters who are ticked when the form opens. */
export const recordHref = (
  child: Pick<ListedChild, 'child_id'>,
  { pathway, episode }: { readonly pathway: string; readonly episode: number },
  step: string,
  together: readonly string[] = [],
): string => {
  const others = together.length > 1 ? `&with=${together.join(',')}` : ''
  return `${childHref(child)}/record/${pathway}/${step}?episode=${episode}${others}`
}

/** Name and age, linked to the child. */
export function childLine(request: Request, child: ListedChild, facts: readonly ComponentChildren[] = []): VNode {
  const birth = birthOf(child)
  return (
    <PersonLine
      name={nameOf(child)}
      href={childHref(child)}
      {...(birth && { birth })}
      on={request.today}
      facts={facts}
      flags={child.died ? [{ text: 'Died' }] : []}
    />
  )
}

/** The work that waits for a signature or came back. */
export const stepTitle = (house: House, { pathway, name }: Pick<ListedTask, 'pathway' | 'name'>): string =>
  house.pathway(pathway).steps[name]?.title ?? name

/** What a clock asks for, in the words of its definition. */
export const clockTitle = (house: House, { pathway, name }: Pick<ListedTask, 'pathway' | 'name'>): string =>
  house.pathway(pathway).clocks[name]?.title ?? name

/** The address at which the task is dealt with: the form that stops its clock, or the episode. */
export function taskHref(
  house: House,
  child: Pick<ListedChild, 'child_id'>,
  task: ListedTask,
  together: readonly string[] = [],
): string {
  const clock = task.kind === 'clock' ? house.pathway(task.pathway).clocks[task.name] : undefined
  const step = clock && formOf(clock)
  if (step === undefined) return episodeHref(child, task.episode)
  const several = house.pathway(task.pathway).steps[step]?.severalChildren ?? false
  return recordHref(child, task, step, several ? together : [])
}

export function dueIn({ today, now }: Request, { due, due_at }: Pick<ListedTask, 'due' | 'due_at'>): VNode {
  if (due_at) return <TimeLeft dueAt={due_at} now={now} />
  return due ? <TimeLeft due={due} today={today} /> : <>paused</>
}

/** The next clock of an episode that a list carries beside it. */
export function dueNext(
  request: Request,
  row: {
    readonly pathway: string
    readonly task: string | null
    readonly due: ListedTask['due']
    readonly due_at: ListedTask['due_at']
  },
) {
  if (row.task === null) return <>Nothing is due</>
  const title = clockTitle(request.services.definitions.house, { pathway: row.pathway, name: row.task })
  return (
    <>
      {title}: {dueIn(request, row)}
    </>
  )
}

export const isOverdue = ({ today, now }: Request, { due, due_at }: Pick<ListedTask, 'due' | 'due_at'>): boolean =>
  due_at ? due_at < now : due !== null && due < today

export const inFigures = (n: number): string => n.toLocaleString('en-GB')

/** `1 child`, `12 children`; the plural is said where it is not the word and an s. */
export const count = (n: number, one: string, many = `${one}s`): string => `${inFigures(n)} ${n === 1 ? one : many}`

/** Rows that belong together, in the order in which the first of each came. */
export const inGroups = <Row,>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | number,
): readonly (readonly Row[])[] => [...Map.groupBy(rows, keyOf).values()]

export const link = (href: string, text: ComponentChildren, hidden?: string): VNode => (
  <a class="govuk-link" href={href}>
    {text}
    {hidden && <span class="govuk-visually-hidden"> {hidden}</span>}
  </a>
)

/** The links of a row. */
export const links = (all: readonly (VNode | false | undefined)[]): VNode => (
  <ul class="govuk-list heartwood-row-links">{all.map((one) => one && <li>{one}</li>)}</ul>
)

export const textOf = (value: Request['query'][string]): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

/** A whole number from an address, 1 or more; undefined for anything else. */
export function numberOf(value: Request['query'][string]): number | undefined {
  const number = Number(textOf(value))
  return Number.isSafeInteger(number) && number >= 1 && number < 2 ** 31 ? number : undefined
}

/** A column that is figures is named with the format, the others by their name alone. */
type Column = string | { readonly text: string; readonly format: 'numeric' }

interface WorkTableProps {
  readonly label: string
  readonly head: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The table of a worklist. Each cell carries the name of its column, which a phone shows in place of the head. */
export function WorkTable({ label, head, rows }: WorkTableProps): VNode {
  const cellOf = (given: Cell, i: number): CellOptions => {
    const isPlain = typeof given !== 'object' || given === null || isValidElement(given)
    const column = head[i]!
    const options = isPlain ? { text: given } : given
    const [text, format] = typeof column === 'string' ? [column, undefined] : [column.text, column.format]
    return { ...options, ...(format && { format }), attributes: { ...options.attributes, 'data-label': text } }
  }
  return (
    <Table
      attributes={{ 'aria-label': label }}
      classes="heartwood-worklist"
      head={head}
      rows={rows.map((row) => row.map(cellOf))}
    />
  )
}

/** A column of figures. */
export const figures = (text: string): Column => ({ text, format: 'numeric' })
