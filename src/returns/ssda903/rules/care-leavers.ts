/** Care leavers (OC3). */
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { eachChild, type Ssda903 } from '../layout.ts'

export const careLeavers: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '1002',
    meaning: 'There is care leaver data, but no episode of care in this year or the last',
    mend: 'Add the missing episodes, or remove the care leaver data',
    years: since(2023),
    tables: ['OC3', 'Episodes', 'last.Episodes'],
    fields: { OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
    check(child, flag) {
      if (child.Episodes.length > 0 || child.last.Episodes.length > 0) return
      for (const leaver of child.OC3) flag(leaver)
    },
  }),
]
