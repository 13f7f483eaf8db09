/**
 * Codes that were renamed from one year to the next, one for one, with the year from which the new one stands. Source: the
 * code lists of `ssda903/code-lists.ts` and `cin-census/code-lists.ts`. Z1 became Z11 to Z14: which of them it is, is
 * substance, so it is left alone.
 */
export interface Renamed {
  readonly column: string
  readonly from: string
  readonly to: string
  readonly since: number
}

export const renamed903: readonly Renamed[] = [
  { column: 'SEX', from: '1', to: 'M', since: 2025 },
  { column: 'SEX', from: '2', to: 'F', since: 2025 },
  // H5 (residential accommodation not subject to children's homes regulations) is K3 (supported accommodation) since it is
  // regulated, and is in the list no more from 2025/26.
  { column: 'PLACE', from: 'H5', to: 'K3', since: 2026 },
]

export const renamedSex: readonly Renamed[] = [
  { column: 'Sex', from: '1', to: 'M', since: 2025 },
  { column: 'Sex', from: '2', to: 'F', since: 2025 },
  { column: 'Sex', from: '0', to: 'U', since: 2025 },
]

/** What a code has become by that year; the code itself where it has not been renamed. */
export const nowCalled = (list: readonly Renamed[], column: string, code: string, year: number): string =>
  list.find((one) => one.column === column && one.from === code && year >= one.since)?.to ?? code
