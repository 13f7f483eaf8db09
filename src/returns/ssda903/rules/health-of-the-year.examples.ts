import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const healthOfTheYearExamples: Examples<Ssda903> = {}
