/** Who is an unaccompanied asylum-seeking child (UASC), beside last year's return. */
import { addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import type { ChildOf903 } from '../facts.ts'
import { eachChild, type Ssda903 } from '../layout.ts'
import { uascLastYear, uascThisYear } from './facts-uasc.ts'

/** The rows of this year in which the child's UASC status stands. */
const statusRows = (child: ChildOf903) => [...child.UASC, ...child.Header]

export const uascChanges: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '205A',
    meaning: 'The child was UASC last year and is not now, and no date on which that ceased last year explains it',
    mend: "Record the child as UASC for this year too, or correct last year's date",
    years: since(2023),
    tables: ['UASC', 'last.UASC'],
    fields: { UASC: ['CHILD'], Header: ['UASC'] },
    against: { 'last.UASC': ['DUC'] },
    check(child, flag, collection) {
      if (!uascLastYear(child, collection) || uascThisYear(child, collection)) return
      const start = addYears(collection.start, -1)
      const end = addYears(collection.end, -1)
      const ceasedLastYear = child.last.UASC.some(({ DUC }) => start <= DUC && DUC <= end)
      const rows = statusRows(child)
      const hasDateNow = child.UASC.some((row) => row.filled('DUC'))
      if (rows.length > 0 && (hasDateNow || !ceasedLastYear)) flag.together(rows)
    },
  }),
  eachChild({
    code: '205B',
    meaning:
      "The child is UASC in both years, but the days on which that ceases do not agree: last year's return must give the " +
      "18th birthday, and this year's the same day or a day of this year",
    mend: 'Correct the date on which the child ceased to be UASC, or the date of birth',
    years: since(2023),
    tables: ['UASC', 'last.UASC'],
    fields: { UASC: ['DUC'], Header: ['UASC'] },
    against: { 'last.UASC': ['DOB', 'DUC'] },
    check(child, flag, collection) {
      if (!uascLastYear(child, collection) || !uascThisYear(child, collection)) return
      if (child.last.UASC.length === 0) return
      const { start, end } = collection
      const until18 = child.last.UASC.filter(({ DUC, DOB }) => DUC === addYears(DOB, 18))
      const agrees = (day: number) => until18.some(({ DUC }) => (start <= day && day <= end) || day === DUC)
      const wrong = child.UASC.filter(({ DUC }) => !agrees(DUC))
      const rows = [...wrong, ...child.Header]
      if ((wrong.length > 0 || child.UASC.length === 0) && rows.length > 0) flag.together(rows)
    },
  }),
  eachChild({
    code: '205C',
    meaning: 'There is a day on which the child ceased to be UASC, but the child is UASC in neither year',
    mend: 'Take the date out, or record the child as UASC',
    years: since(2023),
    tables: ['UASC', 'last.UASC'],
    fields: { UASC: ['DUC'], Header: ['UASC'] },
    against: { 'last.UASC': ['DOB', 'DUC'] },
    check(child, flag, collection) {
      if (uascLastYear(child, collection) || uascThisYear(child, collection)) return
      const rows = statusRows(child)
      const dated = [...child.UASC, ...child.last.UASC].some(({ DUC }) => !Number.isNaN(DUC))
      if (dated && rows.length > 0) flag.together(rows)
    },
  }),
  eachChild({
    code: '205D',
    meaning: "The child is UASC this year, but was in last year's return and was not UASC there",
    mend: 'Check whether the child is UASC',
    years: since(2023),
    tables: [],
    anyOf: [
      ['Header.UASC', 'UASC'],
      ['last.Header.UASC', 'last.UASC'],
    ],
    fields: { Header: ['UASC', 'CHILD'], UASC: ['CHILD'] },
    check(child, flag, collection) {
      const before = collection.has('last.Header') ? child.last.Header : child.last.UASC
      if (before.length === 0 || uascLastYear(child, collection) || !uascThisYear(child, collection)) return
      for (const row of collection.has('Header') ? child.Header : child.UASC) flag(row)
    },
  }),
]
