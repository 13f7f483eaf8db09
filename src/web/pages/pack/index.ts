/** The pages of the Scrutiny Board's pack. */
import { packFile } from './download.ts'
import { packDraftPage } from './draft.tsx'
import { packsPage } from './list.tsx'
import { packPage } from './published.tsx'

export const packPages = [packsPage, packDraftPage, packPage, packFile]
