/** The disabilities of the invented children, and what follows from them. */

import type { Disability } from '../../core/people/index.ts'
import { weighted } from '../random.ts'

const none: readonly Disability[] = ['NONE']
/** What the council holds of most adults, and of the unborn. */
export const notRecorded: readonly Disability[] = []

/** The disabilities of a child, in parts per thousand of all children. */
export const childDisabilities = weighted<readonly Disability[]>([
  [none, 930],
  [['AUT'], 18],
  [['LD'], 9],
  [['LD', 'AUT'], 6],
  [['BEH'], 8],
  [['AUT', 'BEH'], 5],
  [['COMM'], 7],
  [['LD', 'COMM'], 4],
  [['HEAR'], 3],
  [['VIS'], 2],
  [['MOB'], 3],
  [['MOB', 'PC', 'INC', 'LD'], 2],
  [['CON'], 1],
  [['DDA'], 2],
])

/** How often a child has a place at a special school, by the most that is known of the child's needs. */
export function specialSchoolRate(disabilities: readonly Disability[]): number {
  if (disabilities.includes('LD') || disabilities.includes('PC')) return 0.45
  return disabilities.includes('AUT') ? 0.2 : 0.002
}
