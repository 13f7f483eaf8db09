import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const section47Examples: Examples<CinCensus> = {}
