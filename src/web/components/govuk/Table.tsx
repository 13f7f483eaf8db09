import { type ComponentChildren, isValidElement, type VNode } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

/** `numeric` aligns figures to the right so that they compare. */
export type CellOptions = Props<{
  text?: ComponentChildren
  format?: 'numeric'
  classes?: string
  colspan?: number
  rowspan?: number
  attributes?: Attributes
}>

/** A cell in its short form, or with options. */
export type Cell = string | number | null | undefined | VNode | CellOptions

export type TableProps = Props<{
  rows: readonly (readonly Cell[] | null | undefined | false)[]
  head?: readonly Cell[]
  /** Says what the table shows. A table without one needs a heading or `aria-label` of its own. */
  caption?: ComponentChildren
  captionClasses?: string
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}>

/** Figures or facts that are compared in rows. */
export const Table = ({ rows, head, caption, captionClasses, firstCellIsHeader, classes, attributes }: TableProps) => (
  <table class={classList('govuk-table', classes)} {...attributes}>
    {caption && <caption class={classList('govuk-table__caption', captionClasses)}>{caption}</caption>}
    {head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">{head.map(headerCell)}</tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.map((row) => row && <tr class="govuk-table__row">{row.map(firstCellIsHeader ? cellOrHeader : cell)}</tr>)}
    </tbody>
  </table>
)

const isPlain = (given: Cell): given is string | number | null | undefined | VNode =>
  typeof given !== 'object' || given === null || isValidElement(given)

const headerCell = (given: Cell) => {
  if (isPlain(given)) {
    return (
      <th scope="col" class="govuk-table__header">
        {given}
      </th>
    )
  }
  const own = given.format ? `govuk-table__header govuk-table__header--${given.format}` : 'govuk-table__header'
  return (
    <th
      scope="col"
      class={classList(own, given.classes)}
      colspan={given.colspan}
      rowspan={given.rowspan}
      {...given.attributes}
    >
      {given.text}
    </th>
  )
}

const cellOrHeader = (given: Cell, index: number) => (index === 0 ? rowHeader(given) : cell(given))

const rowHeader = (given: Cell) => {
  if (isPlain(given)) {
    return (
      <th scope="row" class="govuk-table__header">
        {given}
      </th>
    )
  }
  return (
    <th
      scope="row"
      class={classList('govuk-table__header', given.classes)}
      colspan={given.colspan}
      rowspan={given.rowspan}
      {...given.attributes}
    >
      {given.text}
    </th>
  )
}

const cell = (given: Cell) => {
  if (isPlain(given)) return <td class="govuk-table__cell">{given}</td>
  const own = given.format ? `govuk-table__cell govuk-table__cell--${given.format}` : 'govuk-table__cell'
  return (
    <td class={classList(own, given.classes)} colspan={given.colspan} rowspan={given.rowspan} {...given.attributes}>
      {given.text}
    </td>
  )
}
