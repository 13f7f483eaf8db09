/** The factors found at an assessment. */
import { inside } from '../engine/child.ts'
import { blank, type Code } from '../engine/codes.ts'
import type { Row } from '../engine/layout.ts'
import type { ChildInNeed } from './facts.ts'
import type { CinCensus } from './layout.ts'

/** The factors that were written for an assessment, as often as they were; empty elements are none. */
export const factorsOf = (child: ChildInNeed, assessment: Row<CinCensus, 'Assessments'>): Code[] =>
  inside(assessment, child.AssessmentFactorsList)
    .map((row) => row.AssessmentFactor)
    .filter((factor) => factor !== blank)
