/** Values of missing periods and reviews. */
import { blank } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { missingKinds, reviewCodes } from '../code-lists.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

export const missingAndReviewValues: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '1004',
    meaning: 'The start of the missing period is missing or is not a real date',
    mend: 'Write it as dd/mm/yyyy',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_START'],
    check: ({ MIS_START }) => Number.isNaN(MIS_START),
  }),
  eachRow({
    code: '1005',
    meaning: 'The end of the missing period is not a real date',
    mend: 'Write it as dd/mm/yyyy, or leave it blank while the child is missing',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MIS_END'],
    check: (row) => row.unreadable('MIS_END'),
  }),
  eachRow({
    code: '1006',
    meaning: 'Whether the child was missing or away without authorisation is not one of the codes',
    mend: 'Write M for missing, A for away from placement without authorisation',
    years: since(2023),
    tables: ['Missing'],
    table: 'Missing',
    fields: ['MISSING'],
    check: ({ MISSING }, { year }) => MISSING !== blank && !missingKinds.in(year).has(MISSING),
  }),
  eachChild({
    code: '1012',
    meaning: 'A child without an episode in this year has data that only children looked after in the year have',
    mend: 'Add the missing episodes, or remove this data',
    years: since(2023),
    tables: ['Episodes'],
    anyOf: [['PlacedAdoption', 'Missing', 'Reviews', 'AD1', 'PrevPerm', 'OC2']],
    fields: {
      PlacedAdoption: ['CHILD'],
      Missing: ['CHILD'],
      Reviews: ['CHILD'],
      AD1: ['CHILD'],
      PrevPerm: ['CHILD'],
      OC2: ['CHILD'],
    },
    check(child, flag) {
      if (child.Episodes.length > 0) return
      const { PlacedAdoption, Missing, Reviews, AD1, PrevPerm, OC2 } = child
      for (const row of [...PlacedAdoption, ...Missing, ...Reviews, ...AD1, ...PrevPerm, ...OC2]) flag(row)
    },
  }),
  eachRow({
    code: '166',
    meaning: 'The date of the review is missing or is not a real date',
    mend: 'Write it as dd/mm/yyyy',
    years: since(2023),
    tables: ['Reviews'],
    table: 'Reviews',
    fields: ['REVIEW'],
    check: ({ REVIEW }) => Number.isNaN(REVIEW),
  }),
  eachRow({
    code: '167',
    meaning: 'How the child took part in the review is missing, is not one of the codes, or stands without a review',
    mend: 'Use PN0 to PN7 for each review, and no code where there is no review',
    years: since(2023),
    tables: ['Reviews'],
    table: 'Reviews',
    fields: ['REVIEW_CODE'],
    check: (row, { year }) =>
      row.filled('REVIEW') ? !reviewCodes.in(year).has(row.REVIEW_CODE) : row.REVIEW_CODE !== blank,
  }),
]
