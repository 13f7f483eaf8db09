/**
 * A page: one address, one file. A handler is given the request as one value and returns an answer as another; only
 * `app.ts` touches HTTP.
 */
import type { ComponentChildren } from 'preact'
import type { Reader, Viewer } from '../../core/access/access.ts'
import type { Day, Moment } from '../../core/calendar/index.ts'
import type { Problem } from '../../core/outcomes.ts'
import type { Posted } from '../../core/pathway/posted.ts'
import type { ErrorItem } from '../components/index.ts'
import type { Services } from './services.ts'
import type { Session, Sessions } from './sessions.ts'

export interface Person extends Viewer {
  readonly name: string
}

export interface UploadedFile {
  readonly field: string
  readonly filename: string
  readonly type: string
  readonly bytes: Buffer
}

export interface Request {
  readonly services: Services
  readonly viewer: Person
  readonly reader: Reader
  /** In which the viewer is signed in, and since when. */
  readonly session: Session
  /** Of everybody: for the pages that end them. */
  readonly sessions: Sessions
  readonly now: Moment
  readonly today: Day
  /** Parts of the path: `/children/:child` gives `child`. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Posted
  readonly posted: Posted
  readonly files: readonly UploadedFile[]
  /** Names of fields whose file was over the limit and was not kept. */
  readonly tooLarge: readonly string[]
  readonly path: string
  readonly nonce: string
  /** Goes into every form, in the hidden field `token`. */
  readonly token: string
  /** A sentence left by the page before: shown once. */
  readonly notice: string | undefined
}

/** What a page is drawn in: everything of the layout that the page itself decides. */
export interface View {
  readonly heading?: string
  readonly caption?: string
  readonly title?: string
  readonly errors?: readonly ErrorItem[]
  readonly before?: ComponentChildren
  readonly isWide?: boolean
  readonly body: ComponentChildren
  /** 200 unless said: 422 for a form that is shown again. */
  readonly status?: number
}

export type Answer =
  | { readonly is: 'view'; readonly view: View }
  | { readonly is: 'redirect'; readonly to: string; readonly notice?: string }
  | { readonly is: 'problem'; readonly problem: Problem }
  /** For a script of ours: JSON. */
  | { readonly is: 'data'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly is: 'file'; readonly type: string; readonly filename: string; readonly bytes: Buffer | string }

export const view = (given: View): Answer => ({ is: 'view', view: given })
export const redirect = (to: string, notice?: string): Answer => ({ is: 'redirect', to, ...(notice && { notice }) })
export const failed = (problem: Problem): Answer => ({ is: 'problem', problem })

export interface Page {
  /** As it is named in the access log and in tests. */
  readonly name: string
  readonly path: string
  /** Where it stands in the navigation. */
  readonly section?: 'home' | 'front-door' | 'team' | 'children' | 'services' | 'measures' | 'packs' | 'settings'
  /** A search: so many a minute for one person. */
  readonly counted?: (request: Request) => boolean
  readonly GET?: (request: Request) => Promise<Answer>
  readonly POST?: (request: Request) => Promise<Answer>
}
