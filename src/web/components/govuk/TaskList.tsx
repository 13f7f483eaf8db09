import type { ComponentChildren } from 'preact'
import { type Attributes, classList, inFull, type Props, type Short, type TextOptions } from '../props.ts'

/** Without `href` the task cannot be begun yet. The status is words, or a `Tag`. */
export type Task = Props<{
  title: Short<TextOptions>
  status: Short<TextOptions>
  href?: string
  hint?: ComponentChildren
  classes?: string
}>

export type TaskListProps = Props<{
  items: readonly (Task | null | undefined | false)[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}>

/** What there is to do, and how far each is. */
export const TaskList = ({ items, idPrefix, classes, attributes }: TaskListProps) => (
  <ul class={classList('govuk-task-list', classes)} {...attributes}>
    {items.map((task, index) => task && taskOf(task, `${idPrefix || 'task-list'}-${index + 1}`))}
  </ul>
)

const taskOf = (task: Task, id: string) => {
  const title = inFull(task.title)
  const status = inFull(task.status)
  const own = task.href ? 'govuk-task-list__item govuk-task-list__item--with-link' : 'govuk-task-list__item'
  return (
    <li class={classList(own, task.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classList('govuk-link govuk-task-list__link', title.classes)}
            href={task.href}
            aria-describedby={task.hint ? `${id}-hint ${id}-status` : `${id}-status`}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.classes}>{title.text}</div>
        )}
        {task.hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classList('govuk-task-list__status', status.classes)} id={`${id}-status`}>
        {status.text}
      </div>
    </li>
  )
}
