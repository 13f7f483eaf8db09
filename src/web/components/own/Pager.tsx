import { Pagination } from '../govuk/Pagination.tsx'
import type { Props } from '../props.ts'
import { pageNumbers } from './page-numbers.ts'

export type PagerProps = Props<{
  /** From 1. */
  page: number
  pageSize: number
  total: number
  /** What is listed, in the plural: 'children'. */
  what: string
  href: (page: number) => string
}>

const count = new Intl.NumberFormat('en-GB')

/** How many there are, which are on this page, and the way to the others. */
export const Pager = ({ page, pageSize, total, what, href }: PagerProps) => {
  const pages = Math.ceil(total / pageSize)
  const from = (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  if (pages <= 1) return <p class="govuk-body">{`Showing all ${count.format(total)} ${what}`}</p>
  return (
    <>
      <p class="govuk-body">
        {`Showing ${count.format(from)} to ${count.format(to)} of ${count.format(total)} ${what}`}
      </p>
      <Pagination
        previous={page > 1 ? { href: href(page - 1) } : undefined}
        next={page < pages ? { href: href(page + 1) } : undefined}
        items={pageNumbers(page, pages).map((each) =>
          each === 'gap' ? { ellipsis: true } : { number: each, href: href(each), current: each === page },
        )}
      />
    </>
  )
}
