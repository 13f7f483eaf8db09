/**
 * What Ofsted says of a school has changed twice, and what one era says cannot be turned into what another says. So every
 * inspection belongs to the era of its first day, and no figure adds inspections of two eras.
 */
import { type Day, day } from '../../core/calendar/index.ts'

export type Era = 'grades' | 'key-judgements' | 'report-card'

export interface EraRule {
  readonly era: Era
  readonly title: string
  /** The first day of inspections of the era; it ends where the next begins. */
  readonly from: Day
  readonly authority: string
  readonly source: string
}

/** State-funded schools. */
export const schoolEras: readonly EraRule[] = [
  {
    era: 'grades',
    title: 'Overall grades',
    from: day('2005-09-01'),
    authority: 'Education Act 2005, section 5',
    source:
      'Ofsted, school inspection handbooks from September 2005 to August 2024: four grades of overall effectiveness',
  },
  {
    era: 'key-judgements',
    title: 'Key judgements without an overall grade',
    from: day('2024-09-01'),
    authority: 'Education Act 2005, section 5',
    source:
      'Department for Education and Ofsted, “Single headline grades scrapped in landmark school reform”, 2 September 2024',
  },
  {
    era: 'report-card',
    title: 'Report cards',
    from: day('2025-11-10'),
    authority: 'Education Act 2005, section 5',
    source: 'Ofsted, education inspection framework and report cards, in use from 10 November 2025',
  },
]

/** Providers on the Early Years Register kept their overall grade until report cards came. */
export const earlyYearsEras: readonly EraRule[] = [
  {
    era: 'grades',
    title: 'Overall grades',
    from: day('2008-09-01'),
    authority: 'Childcare Act 2006, sections 49 and 50',
    source: 'Ofsted, early years inspection handbooks from September 2008 to November 2025',
  },
  {
    era: 'report-card',
    title: 'Report cards',
    from: day('2025-11-10'),
    authority: 'Childcare Act 2006, sections 49 and 50',
    source: 'Ofsted, education inspection framework and report cards, in use from 10 November 2025',
  },
]

/** Inspections before the first era were graded too, under the laws before it, and on the same words. */
export function eraOf(eras: readonly EraRule[], inspected: Day): Era {
  return eras.findLast(({ from }) => from <= inspected)?.era ?? 'grades'
}
