/** Ofsted's words and figures for what it judged. */
import type { Era } from './eras.ts'

/** How the files say that nothing was judged; 9 is “not applicable”. */
const noJudgement: ReadonlySet<string> = new Set([
  '',
  '9',
  '0',
  '-',
  'x',
  'null',
  'not judged',
  'not applicable',
  'not inspected',
])

const grades: Readonly<Record<string, number>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  outstanding: 1,
  good: 2,
  'requires improvement': 3,
  'requires improvement to be good': 3,
  satisfactory: 3,
  inadequate: 4,
}

/** 1 to 4; null where nothing was judged; undefined for what is no grade at all. */
export function gradeOf(text: string): number | null | undefined {
  const word = text.trim().toLowerCase()
  return noJudgement.has(word) ? null : grades[word]
}

/** Good or better. */
export const goodGrade = 2

const standards: Readonly<Record<string, number>> = {
  exceptional: 1,
  'strong standard': 2,
  'expected standard': 3,
  'needs attention': 4,
  'urgent improvement': 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
}
const expectedStandard = 3

/** How many of an inspection's judgements were given, and how many were good, or at the expected standard, or better. */
export function judgementsOf(
  era: Era,
  given: readonly string[],
): { readonly judgements: number; readonly met: number } {
  const scale = era === 'report-card' ? standards : grades
  const least = era === 'report-card' ? expectedStandard : goodGrade
  const values = given.map((text) => scale[text.trim().toLowerCase()]).filter((value) => value !== undefined)
  return { judgements: values.length, met: values.filter((value) => value <= least).length }
}
