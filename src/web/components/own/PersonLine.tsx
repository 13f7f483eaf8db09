import type { ComponentChildren } from 'preact'
import { ageInWords, type Birth, type Day } from '../../../core/calendar/index.ts'
import { Badge, type BadgeProps } from '../moj/Badge.tsx'
import type { Props } from '../props.ts'

export type PersonLineProps = Props<{
  name: string
  href?: string
  /** Gives the age on the day `on`. */
  birth?: Birth
  on: Day
  /** Short facts, the most useful first: school, worker, who knows them. */
  facts?: readonly ComponentChildren[]
  flags?: readonly { readonly text: string; readonly colour?: BadgeProps['colour'] }[]
}>

/** One person in a list: who, how old, and what to know at a glance. */
export const PersonLine = ({ name, href, birth, on, facts, flags }: PersonLineProps) => (
  <span class="heartwood-person">
    {href ? (
      <a class="govuk-link" href={href}>
        {name}
      </a>
    ) : (
      name
    )}
    {birth && `, ${ageInWords(birth, on)}`}
    {flags?.map(({ text, colour }) => [' ', <Badge colour={colour}>{text}</Badge>])}
    {facts?.map((fact, index) => (
      <span class="heartwood-person__facts">
        {index === 0 ? '. ' : ', '}
        {fact}
      </span>
    ))}
  </span>
)
