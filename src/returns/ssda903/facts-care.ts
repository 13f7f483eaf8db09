/** What is still open when care has ended. */
import type { PeriodOfCare } from './facts.ts'

/**
 * Something that began on `start` and has no end goes on although the child has left care: no period of care that is
 * still open had begun by then. False where no period of care is known.
 */
export const runsOnAfterCare = (start: number, periods: readonly PeriodOfCare[]): boolean =>
  periods.length > 0 &&
  !Number.isNaN(start) &&
  !periods.some((period) => Number.isNaN(period.end) && period.start <= start)
