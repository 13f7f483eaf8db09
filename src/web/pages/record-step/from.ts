/** The fields of every form that is kept as a draft: which draft, which open page, and how far that page had read it. */
import { randomUUID } from 'node:crypto'
import type { Posted } from '../../../core/pathway/posted.ts'
import { type From, isDraftId } from '../../../core/work/drafts.ts'
import { text } from './desk.ts'

// No field of a step can have a hyphen.
export const pageName = 'draft-page'
export const versionName = 'draft-version'
/** Set by the page's script, which counts its saves. */
export const stampName = 'draft-stamp'
/** Where it is to be sent, for text that is sealed in the browser until there is a connection. */
export const toName = 'draft-to'
/** Every control that the page has: an unticked box posts nothing, and says so by this. */
export const controlsName = 'draft-controls'

const count = (written: string): number | null => (/^\d{1,9}$/.test(written) ? Number(written) : null)

/** From which page a form was sent. One that was open before its fields were made has read no draft. */
export function fromOf(posted: Posted): From {
  const page = text(posted[pageName])
  return {
    page: isDraftId(page) ? page : randomUUID(),
    version: count(text(posted[versionName])) ?? 0,
    stamp: count(text(posted[stampName])),
  }
}

const ofTheForm = new Set(['token', 'key', 'do', 'section', pageName, versionName, stampName, toName, controlsName])

/** What its author typed, without the fields of the form itself. */
export const own = (posted: Posted): Posted =>
  Object.fromEntries(Object.entries(posted).filter(([name]) => !ofTheForm.has(name)))

export const mergePath = (draft: string): string => `/drafts/${draft}/merge`
