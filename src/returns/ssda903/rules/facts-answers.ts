/** Which columns of a table are its answers: a row that fills none of them says nothing. */
import type { Row, RowBase } from '../../engine/layout.ts'
import type { Ssda903 } from '../layout.ts'

export const careLeaverAnswers = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const
export const adoptionAnswers = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const
/** The answers on health that a child looked after for the whole year must have. */
export const mainHealthAnswers = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const
/** Every yes or no of the health and offending data; the strengths and difficulties score is not among them. */
export const healthAnswers = [
  'CONVICTED',
  'HEALTH_CHECK',
  ...mainHealthAnswers,
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const

export const anyFilled = <C extends string>(row: RowBase<string, C>, columns: readonly C[]): boolean =>
  columns.some((column) => row.filled(column))
export const anyBlank = <C extends string>(row: RowBase<string, C>, columns: readonly C[]): boolean =>
  columns.some((column) => row.blank(column))

export type CareLeaver = Row<Ssda903, 'OC3'>
export const hasCareLeaverData = (leaver: CareLeaver): boolean => anyFilled(leaver, careLeaverAnswers)
