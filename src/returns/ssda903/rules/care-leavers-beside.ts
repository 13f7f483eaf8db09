/** Care leaver data (OC3) beside the data that care leavers do not have. */
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { inTheYear, lookedAfterAllYear } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { adoptionAnswers, anyFilled, careLeaverAnswers, hasCareLeaverData, healthAnswers } from './facts-answers.ts'
import { isUasc } from './facts-uasc.ts'

export const besideOtherData: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '1014',
    meaning: 'A care leaver who was not looked after in the year has UASC details',
    mend: 'Remove the UASC details; they are wanted for children looked after in the year only',
    years: since(2023),
    tables: ['UASC', 'Episodes', 'OC3'],
    fields: { UASC: ['DUC'], OC3: careLeaverAnswers },
    check(child, flag, collection) {
      const leavers = child.OC3.filter(hasCareLeaverData)
      if (leavers.length === 0 || child.Episodes.some((episode) => inTheYear(episode, collection))) return
      // The XML form has a UASC element for every child, so a row alone does not say that the child is UASC.
      const known =
        child.Header.some(({ UASC }) => UASC === isUasc) ||
        child.UASC.some((row) => row.filled('DUC') || child.Header.length === 0)
      if (known) flag.together([...child.UASC, ...leavers])
    },
  }),
  eachRow({
    code: '134',
    meaning: 'There is adoption data for a care leaver',
    mend: 'Remove the adoption data or the care leaver data, whichever does not belong to this child',
    years: since(2023),
    tables: ['OC3', 'AD1'],
    table: 'AD1',
    fields: adoptionAnswers,
    against: { OC3: careLeaverAnswers },
    check: (record, _, { OC3 }) => anyFilled(record, adoptionAnswers) && OC3.some(hasCareLeaverData),
  }),
  eachChild({
    code: '187',
    meaning: 'A child looked after for the whole year has adoption or care leaver data',
    mend: 'Remove the data, or correct the episodes',
    years: since(2023),
    tables: ['Episodes'],
    anyOf: [['AD1', 'OC3']],
    fields: { AD1: adoptionAnswers, OC3: careLeaverAnswers },
    check(child, flag, collection) {
      if (!lookedAfterAllYear(child, collection)) return
      for (const record of child.AD1) if (anyFilled(record, adoptionAnswers)) flag(record)
      for (const leaver of child.OC3) if (hasCareLeaverData(leaver)) flag(leaver)
    },
  }),
  eachChild({
    code: '215',
    meaning: 'A care leaver has the health data of a child looked after for the whole year',
    mend: 'Remove the care leaver data or the health data, whichever does not belong to this child',
    years: since(2023),
    tables: ['OC2', 'OC3'],
    fields: { OC3: careLeaverAnswers, OC2: healthAnswers },
    check(child, flag) {
      const leavers = child.OC3.filter(hasCareLeaverData)
      const health = child.OC2.filter((row) => anyFilled(row, healthAnswers))
      if (leavers.length > 0 && health.length > 0) flag.together([...leavers, ...health])
    },
  }),
]
