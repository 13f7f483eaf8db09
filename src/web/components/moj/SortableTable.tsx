import { type Cell, type CellOptions, Table, type TableProps } from '../govuk/Table.tsx'
import type { Props } from '../props.ts'

/** `sorted` says how the rows now stand. `href` asks the server for the rows in the order of this column. */
export type SortableColumn = Props<{
  text: string
  format?: 'numeric'
  sorted?: 'ascending' | 'descending'
  href?: string
}>

/** `sortValue` is what to sort by where the text does not sort (a date in words). */
export type SortableCell = Cell | (CellOptions & { readonly sortValue: string | number })

export type SortableTableProps = Omit<TableProps, 'head' | 'rows'> &
  Props<{
    columns: readonly SortableColumn[]
    rows: readonly (readonly SortableCell[])[]
    /**
     * Every row is on this page, so the browser may sort them; where scripts do not run, the columns' `href` still
     * works. A page of a longer list leaves it out: only the server can sort what it has not sent.
     */
    isWhole?: boolean
  }>

/** A table whose reader chooses the order. */
export const SortableTable = ({ columns, rows, isWhole, attributes, ...table }: SortableTableProps) => (
  <Table
    {...table}
    head={columns.map(heading)}
    rows={rows.map((row) => row.map(cell))}
    attributes={isWhole ? { 'data-module': 'moj-sortable-table', ...attributes } : attributes}
  />
)

const heading = ({ text, format, sorted, href }: SortableColumn): CellOptions => ({
  format,
  text: href ? (
    <a class="govuk-link govuk-link--no-visited-state heartwood-sort" href={href}>
      {text}
    </a>
  ) : (
    text
  ),
  attributes: { 'aria-sort': sorted ?? 'none' },
})

const cell = (given: SortableCell): Cell => {
  if (typeof given !== 'object' || given === null || !('sortValue' in given)) return given
  const { sortValue, ...options } = given
  return { ...options, attributes: { 'data-sort-value': sortValue, ...options.attributes } }
}
