/** The message: what it is, and for which year and authority. */
import { code } from '../../engine/codes.ts'
import { dayNumber, weekday } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { managements } from '../code-lists.ts'
import { eachRow, type Sen2 } from '../layout.ts'

const sen2Collection = code('SEN2')

/** The third Thursday of January. */
function censusDay(year: number): number {
  const first = dayNumber(year, 1, 1)
  return first + ((4 - weekday(first) + 7) % 7) + 14
}

export const message: readonly Rule<Sen2>[] = [
  eachRow({
    code: 'S001',
    meaning: 'The message does not say that it is a SEN2 return',
    mend: 'Write SEN2 as the collection',
    reason: 'The department takes a message by the name of its collection',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['Collection'],
    check: ({ Collection }) => Collection !== sen2Collection,
  }),
  eachRow({
    code: 'S002',
    meaning: 'The year of the message is not the year of the census',
    mend: 'Write the year of the January census, or check against another year',
    reason: 'Rules, codes and the period all follow from the year',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['Year'],
    check: ({ Year }, { year }) => Year !== year,
  }),
  eachRow({
    code: 'S003',
    meaning: 'The reference date is not the third Thursday of January of the census year',
    mend: 'Write the census day as the reference date',
    reason: 'The census is taken on the third Thursday of January (SEN2 guide)',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['ReferenceDate'],
    check: ({ ReferenceDate }, { year }) => ReferenceDate !== censusDay(year),
  }),
  eachRow({
    code: 'S004',
    meaning: 'The number of the local authority is missing or is not three figures',
    mend: 'Write the three figures of the authority, for example 331',
    reason: 'The department knows authorities by three figures',
    years: since(2023),
    tables: ['Header'],
    table: 'Header',
    fields: ['LEA'],
    check: (header) => !/^\d{3}$/.test(header.text('LEA')),
  }),
  eachRow({
    code: 'S005',
    meaning: 'The answer on the designated medical or clinical officer is not Y, N or R',
    mend: 'Answer Y, N or R for DMO and for DCO',
    reason: 'The schema knows these three answers',
    years: since(2024),
    tables: ['Header'],
    table: 'Header',
    fields: ['DMO', 'DCO'],
    check: ({ DMO, DCO }, { year }) => !managements.in(year).has(DMO) || !managements.in(year).has(DCO),
  }),
]
