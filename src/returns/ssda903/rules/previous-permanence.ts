/** Previous permanence. */
import { blank, code } from '../../engine/codes.ts'
import { dayNumber, realDay, unreadableDay } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { authorityNumbers } from '../authority-numbers.ts'
import { previousPermanenceCodes } from '../code-lists.ts'
import { firstEpisode } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

type PreviousPermanence = Row<Ssda903, 'PrevPerm'>

const starts = code('S')
const never = code('Z1')

/** Previous permanence is collected for children who came into care on or after this day (guide to the collection). */
const collectedSince = dayNumber(2016, 4, 1)

const partialDate = /^(\d{1,2}|ZZ)\/(\d{1,2}|ZZ)\/(\d{4}|ZZZZ)$/

/**
 * The earliest day that a date with unknown parts (`ZZ/ZZ/2019`) can be; NaN when the year is unknown, and `undefined`
 * when the text is no such date.
 */
function earliestDay(text: string): number | undefined {
  const parts = partialDate.exec(text)
  if (parts === null) return undefined
  const [day, month, year] = parts.slice(1)
  const known = (part: string | undefined, otherwise: number) => (part?.startsWith('Z') ? otherwise : Number(part))
  // Any leap year will do for one that is not known.
  const first = realDay(known(year, 2000), known(month, 1), known(day, 1))
  if (first === unreadableDay) return undefined
  return year === 'ZZZZ' ? Number.NaN : first
}

const saysEverything = ({ PREV_PERM, LA_PERM, DATE_PERM }: PreviousPermanence): boolean =>
  PREV_PERM === never || (PREV_PERM !== blank && LA_PERM !== blank && DATE_PERM !== blank)

export const previousPermanence: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '630',
    meaning: 'The child came into care in the year, but their previous permanence is missing or incomplete',
    mend: 'Enter PREV_PERM, and unless it is Z1 also LA_PERM and DATE_PERM',
    years: since(2023),
    tables: ['Episodes', 'PrevPerm'],
    table: 'Episodes',
    fields: ['RNE', 'DECOM'],
    against: { PrevPerm: ['PREV_PERM', 'LA_PERM', 'DATE_PERM'] },
    check: ({ RNE, DECOM }, { start }, child) =>
      RNE === starts && DECOM >= start && (child.PrevPerm.length === 0 || !child.PrevPerm.every(saysEverything)),
  }),
  eachRow({
    code: '631',
    meaning: 'The kind of previous permanence is not one of the codes',
    mend: 'Use P1, P2, P3, P4 or Z1',
    years: since(2023),
    tables: ['PrevPerm'],
    table: 'PrevPerm',
    fields: ['PREV_PERM'],
    check: ({ PREV_PERM }, { year }) => PREV_PERM !== blank && !previousPermanenceCodes.in(year).has(PREV_PERM),
  }),
  eachChild({
    code: '632',
    meaning: 'The date of the previous permanence is no date, or is not before the child came into care',
    mend: 'Write the date as dd/mm/yyyy, with zz for a day or month and zzzz for a year that is not known',
    years: since(2023),
    tables: ['PrevPerm', 'Episodes'],
    fields: { PrevPerm: ['DATE_PERM'], Episodes: ['DECOM'] },
    check(child, flag, collection) {
      const first = firstEpisode(child, collection)
      for (const permanence of child.PrevPerm) {
        if (permanence.DATE_PERM === blank) continue
        const day = earliestDay(permanence.text('DATE_PERM'))
        if (first === undefined) {
          if (day === undefined) flag(permanence)
        } else if (day === undefined || day >= first.DECOM) flag.together([permanence, first], child.id)
      }
    },
  }),
  eachRow({
    code: '633',
    meaning: 'The authority of the previous permanence is not a number of an authority',
    mend: "Use the authority's three-digit number, or WAL, SCO, NIR or NUK for one outside England",
    years: since(2023),
    tables: ['PrevPerm'],
    table: 'PrevPerm',
    fields: ['LA_PERM'],
    check: ({ LA_PERM }, { year }) => LA_PERM !== blank && !authorityNumbers.in(year).has(LA_PERM),
  }),
  eachChild({
    code: '634',
    meaning: 'Previous permanence is given for a child who came into care before April 2016',
    mend: 'Remove PREV_PERM, LA_PERM and DATE_PERM, or correct the start of the episodes',
    years: since(2023),
    tables: ['PrevPerm', 'Episodes'],
    fields: { PrevPerm: ['PREV_PERM', 'LA_PERM', 'DATE_PERM'], Episodes: ['DECOM'] },
    check(child, flag) {
      const given = child.PrevPerm.filter(
        ({ PREV_PERM, LA_PERM, DATE_PERM }) => PREV_PERM !== blank || LA_PERM !== blank || DATE_PERM !== blank,
      )
      if (given.length === 0 || !child.Episodes.some(({ DECOM }) => DECOM < collectedSince)) return
      if (!child.Episodes.some(({ DECOM }) => DECOM >= collectedSince)) flag.together([...given, ...child.Episodes])
    },
  }),
  eachRow({
    code: '635',
    meaning: 'An authority or a date is given, but no previous permanence (PREV_PERM is Z1 or blank)',
    mend: 'Correct PREV_PERM, or remove LA_PERM and DATE_PERM',
    years: since(2023),
    tables: ['PrevPerm'],
    table: 'PrevPerm',
    fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
    check: ({ PREV_PERM, LA_PERM, DATE_PERM }) =>
      (PREV_PERM === never || PREV_PERM === blank) && (LA_PERM !== blank || DATE_PERM !== blank),
  }),
]
