/** Which pages a list's navigation shows: the ends, the page read and its neighbours; `gap` where some are left out. */
export const pageNumbers = (current: number, count: number): (number | 'gap')[] => {
  const shown = [...new Set([1, current - 1, current, current + 1, count])]
    .filter((page) => page >= 1 && page <= count)
    .sort((a, b) => a - b)
  return shown.flatMap((page, index) => {
    const skipped = page - (shown[index - 1] ?? 0) - 1
    // A gap of one page takes as much room as the page itself.
    return skipped === 0 ? [page] : skipped === 1 ? [page - 1, page] : ['gap' as const, page]
  })
}
