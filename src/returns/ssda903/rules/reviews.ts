/** Reviews. */
import { code, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

const underFour = code('PN0')
const fourOrOver = codes('PN1 PN2 PN3 PN4 PN5 PN6 PN7')
/** Participation codes PN1 to PN7 are for children of this age and over, PN0 for younger ones. */
const ageOfParticipation = 4

const mend = 'Correct the code, the date of the review or the date of birth'

export const reviews: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '440',
    meaning: 'The code of the review says that the child was under 4, but they were 4 or over',
    mend,
    years: since(2023),
    tables: ['Reviews'],
    table: 'Reviews',
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    check: ({ DOB, REVIEW, REVIEW_CODE }) => REVIEW_CODE === underFour && REVIEW >= addYears(DOB, ageOfParticipation),
  }),
  eachRow({
    code: '441',
    meaning: 'The code of the review says that the child was 4 or over, but they were under 4',
    mend,
    years: since(2023),
    tables: ['Reviews'],
    table: 'Reviews',
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    check: ({ DOB, REVIEW, REVIEW_CODE }) => fourOrOver.has(REVIEW_CODE) && REVIEW < addYears(DOB, ageOfParticipation),
  }),
]
