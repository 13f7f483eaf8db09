/** Every page of the product. One file each; a page that is not here does not exist. */
import type { Page } from '../server/page.ts'
import { episodePage } from './child/episode.tsx'
import { childSummary } from './child/summary.tsx'
import { recordStep } from './record-step.tsx'

export const pages: readonly Page[] = [childSummary, episodePage, recordStep]
