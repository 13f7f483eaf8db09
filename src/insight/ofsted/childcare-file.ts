/**
 * Ofsted's file of childcare providers (“Childcare providers and inspections”, management information, provider level): a row
 * a provider, with its latest inspection and, in later releases, the one before. Its columns are known by what they begin and
 * end with, for the words between them change from release to release.
 */
import type { Refused } from '../../core/batches/mend-file.ts'
import { type Day, parseDay } from '../../core/calendar/index.ts'
import type { Cells } from './cells.ts'
import type { Header, Wanted } from './columns.ts'
import { earlyYearsEras, eraOf } from './eras.ts'
import { gradeOf } from './judgements.ts'

export interface ChildcareInspection {
  readonly inspected: Day
  readonly era: 'grades' | 'report-card'
  /** 1 to 4; null where none was given, as where no child was on roll. */
  readonly grade: number | null
}

export interface Provider {
  readonly urn: string
  readonly authorityName: string
  readonly type: string
  readonly places: number | null
  readonly inspections: readonly ChildcareInspection[]
}

type Column = 'urn' | 'authority' | 'status' | 'type' | 'places' | `${'latest' | 'previous'} ${'day' | 'grade'}`

export const childcareColumns: Wanted<Column> = {
  urn: { names: ['Provider URN'] },
  authority: { names: ['Local authority'] },
  status: { names: ['Provider status', 'Registration status'] },
  type: { names: ['Provider type'] },
  places: { names: ['Places', 'Places including estimates', 'Registered places'] },
  'latest day': { names: spellings('Most recent', 'Inspection date', 'Inspection start date') },
  'latest grade': { names: spellings('Most recent', 'Overall effectiveness') },
  'previous day': { names: spellings('Previous', 'Inspection date', 'Inspection start date'), optional: true },
  'previous grade': { names: spellings('Previous', 'Overall effectiveness'), optional: true },
}

/** `Most recent inspection: Overall effectiveness`, `Most recent graded inspection: …`, `Most recent: …`. */
function spellings(which: string, ...cells: readonly [string, ...string[]]): [string, ...string[]] {
  const [first, ...others] = cells.flatMap((cell) =>
    ['inspection', 'graded inspection', 'EYR inspection', ''].map((word) => `${which} ${word}: ${cell}`),
  )
  return [first ?? `${which} inspection: ${cells[0]}`, ...others]
}

/** How the file names inspections that gave no grade: no child was on roll, and what could be seen was met or not. */
const withoutGrade = /^(not )?met\b/i

/** A provider, what is to be mended in its row, or nothing where it is no longer registered. */
export function readProvider({ row, cells }: Cells, header: Header<Column>): Provider | Refused | null {
  const at = (column: Column): string => (cells[header.places[column]] ?? '').replace(/^NULL$/i, '')
  const refused = (column: Column, reason: string): Refused => ({
    row,
    column: header.names[header.places[column]] ?? null,
    reason,
    cells,
  })
  if (at('status') !== '' && !/^active/i.test(at('status'))) return null
  if (!/^[A-Z]{0,2}\d{4,8}$/i.test(at('urn'))) return refused('urn', `“${at('urn')}” is not a provider’s number (URN)`)
  if (at('authority') === '') return refused('authority', 'The authority is missing')
  const places = at('places').replaceAll(',', '')
  if (!/^(\d{0,5}|-|REDACTED|x)$/i.test(places)) return refused('places', `“${places}” is not a number of places`)
  const inspections: ChildcareInspection[] = []
  for (const which of ['latest', 'previous'] as const) {
    const given = withoutGrade.test(at(`${which} grade`)) ? null : gradeOf(at(`${which} grade`))
    if (given === undefined) {
      return refused(`${which} grade`, `“${at(`${which} grade`)}” is not a grade of Ofsted’s`)
    }
    if (at(`${which} day`) === '') {
      if (given === null) continue
      return refused(`${which} day`, 'There is a grade and no day of inspection')
    }
    const inspected = parseDay(at(`${which} day`))
    if (!inspected.ok) return refused(`${which} day`, inspected.says)
    const era = eraOf(earlyYearsEras, inspected.value) === 'report-card' ? 'report-card' : 'grades'
    inspections.push({ inspected: inspected.value, era, grade: era === 'grades' ? given : null })
  }
  return {
    urn: at('urn').toUpperCase(),
    authorityName: at('authority'),
    type: at('type'),
    places: /^\d+$/.test(places) ? Number(places) : null,
    inspections,
  }
}
