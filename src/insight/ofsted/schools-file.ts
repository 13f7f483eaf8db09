/**
 * Ofsted's file of state-funded schools (“State-funded schools inspections and outcomes as at …”, management information):
 * a row a school, with its latest and its previous graded inspection. A school that became an academy keeps the grade of the
 * school it was, until it is inspected itself; the file says so, and `inherited` keeps it.
 */
import type { Refused } from '../../core/batches/mend-file.ts'
import { type Day, parseDay } from '../../core/calendar/index.ts'
import type { Cells } from './cells.ts'
import type { Header, Wanted } from './columns.ts'
import { type Era, eraOf, schoolEras } from './eras.ts'
import { gradeOf, judgementsOf } from './judgements.ts'

export const phases = ['nursery', 'primary', 'secondary', 'special', 'alternativeProvision'] as const
export type Phase = (typeof phases)[number]

export interface Inspection {
  readonly inspected: Day
  readonly era: Era
  /** It was of the school that this one was before, under another number. */
  readonly inherited: boolean
  /** 1 outstanding, 2 good, 3 requires improvement, 4 inadequate; null where no overall grade was given. */
  readonly grade: number | null
  /** Key judgements, or areas of a report card, that were given. */
  readonly judgements: number
  /** Those of them that were good or better, or at the expected standard or better. */
  readonly met: number
}

export interface School {
  readonly urn: number
  readonly name: string
  /** Three digits, from the school's number. */
  readonly authority: string
  readonly authorityName: string
  readonly phase: Phase
  /** Null where the file does not say. */
  readonly pupils: number | null
  /** The latest first. */
  readonly inspections: readonly Inspection[]
}

/** The four judgements of 2019 to 2025. */
const keyJudgements = [
  'Quality of education',
  'Behaviour and attitudes',
  'Personal development',
  'Effectiveness of leadership and management',
] as const
/** The six areas of a school's report card. */
const areas = [
  'Inclusion',
  'Curriculum and teaching',
  'Achievement',
  'Attendance and behaviour',
  'Personal development and well-being',
  'Leadership and governance',
] as const

type Named = (typeof keyJudgements)[number] | (typeof areas)[number]
type Column =
  | 'urn'
  | 'number'
  | 'name'
  | 'phase'
  | 'authority'
  | 'pupils'
  | 'inspected'
  | 'own'
  | 'grade'
  | 'previouslyInspected'
  | 'previousOwn'
  | 'previousGrade'
  | Named
  | `Previous ${Named}`

const judged: readonly Named[] = [...keyJudgements, ...areas]
const optionalJudgements = Object.fromEntries(
  judged.flatMap((name) => [
    [name, { names: [name], optional: true }],
    [`Previous ${name}`, { names: [`Previous ${name}`], optional: true }],
  ]),
) as Record<Named | `Previous ${Named}`, { names: [string]; optional: true }> // a key for each of them

export const schoolColumns: Wanted<Column> = {
  urn: { names: ['URN'] },
  number: { names: ['LAESTAB'] },
  name: { names: ['School name'] },
  phase: { names: ['Ofsted phase'] },
  authority: { names: ['Local authority'] },
  pupils: { names: ['Total number of pupils'] },
  inspected: { names: ['Inspection start date'] },
  own: { names: ['Does the latest graded inspection relate to the URN of the current school?'] },
  grade: { names: ['Overall effectiveness'] },
  previouslyInspected: { names: ['Previous inspection start date', 'Previous graded inspection start date'] },
  previousOwn: { names: ['Does the previous graded inspection relate to the URN of the current school?'] },
  previousGrade: { names: ['Previous graded inspection overall effectiveness', 'Previous overall effectiveness'] },
  ...optionalJudgements,
}

const phaseWords: Readonly<Record<string, Phase>> = {
  nursery: 'nursery',
  primary: 'primary',
  secondary: 'secondary',
  'all-through': 'secondary',
  special: 'special',
  pru: 'alternativeProvision',
  'pupil referral unit': 'alternativeProvision',
  'alternative provision': 'alternativeProvision',
}

/** What is wrong with one cell: thrown away with its row, which goes back to mend. */
interface Wrong {
  readonly column: Column
  readonly reason: string
}

const isWrong = (value: object | number | null): value is Wrong =>
  typeof value === 'object' && value !== null && 'reason' in value

/** One row of the file, or what is to be mended in it. */
export function readSchool({ row, cells }: Cells, header: Header<Column>): School | Refused {
  const at = (column: Column): string => (cells[header.places[column]] ?? '').replace(/^NULL$/i, '')
  const read = schoolOf(at)
  if (!isWrong(read)) return read
  const place = header.places[read.column]
  return { row, column: header.names[place] ?? null, reason: read.reason, cells }
}

function schoolOf(at: (column: Column) => string): School | Wrong {
  const urn = at('urn')
  if (!/^\d{6}$/.test(urn)) return { column: 'urn', reason: `“${urn}” is not a school’s number (URN) of six digits` }
  const number = at('number').replace(/\D/g, '')
  if (number.length !== 7) {
    return { column: 'number', reason: `“${at('number')}” is not the seven digits of an authority and its school` }
  }
  const phase = phaseWords[at('phase').toLowerCase()]
  if (phase === undefined) return { column: 'phase', reason: `“${at('phase')}” is not a phase of Ofsted’s` }
  const pupils = pupilsOf(at('pupils'))
  if (isWrong(pupils)) return pupils
  const latest = inspectionOf(at, '')
  if (isWrong(latest)) return latest
  const previous = inspectionOf(at, 'Previous ')
  if (isWrong(previous)) return previous
  if (previous !== null && (latest === null || previous.inspected >= latest.inspected)) {
    return { column: 'previouslyInspected', reason: 'The previous inspection is not before the latest' }
  }
  return {
    urn: Number(urn),
    name: at('name'),
    authority: number.slice(0, 3),
    authorityName: at('authority'),
    phase,
    pupils,
    inspections: [latest, previous].filter((one) => one !== null),
  }
}

/** How the files say that they have no number. */
const noFigure: ReadonlySet<string> = new Set(['', '-', 'x', 'c', 'z', 'not available'])

function pupilsOf(text: string): number | null | Wrong {
  const digits = text.replaceAll(',', '')
  if (/^\d{1,6}$/.test(digits)) return Number(digits)
  return noFigure.has(text.toLowerCase()) ? null : { column: 'pupils', reason: `“${text}” is not a number of pupils` }
}

function inspectionOf(at: (column: Column) => string, which: '' | 'Previous '): Inspection | null | Wrong {
  const columns =
    which === ''
      ? ({ inspected: 'inspected', own: 'own', grade: 'grade' } as const)
      : ({ inspected: 'previouslyInspected', own: 'previousOwn', grade: 'previousGrade' } as const)
  const grade = gradeOf(at(columns.grade))
  if (grade === undefined) return { column: columns.grade, reason: `“${at(columns.grade)}” is not a grade of Ofsted’s` }
  if (at(columns.inspected) === '') {
    return grade === null ? null : { column: columns.inspected, reason: 'There is a grade and no day of inspection' }
  }
  const inspected = parseDay(at(columns.inspected))
  if (!inspected.ok) return { column: columns.inspected, reason: inspected.says }
  const era = eraOf(schoolEras, inspected.value)
  if (grade !== null && era !== 'grades') {
    return { column: columns.grade, reason: 'No overall grade is given at inspections since 1 September 2024' }
  }
  const given = (names: readonly Named[]) => names.map((name) => at(`${which}${name}`))
  const { judgements, met } = judgementsOf(era, given(era === 'report-card' ? areas : keyJudgements))
  return { inspected: inspected.value, era, inherited: /^no$/i.test(at(columns.own)), grade, judgements, met }
}
