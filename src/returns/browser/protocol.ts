/** What the page and its worker say to one another. */
import type { Explained } from '../engine/explain.ts'
import type { Severity } from '../engine/rule.ts'
import type { GivenFile, ReadingFault, ReadingNote } from '../reading/files.ts'

export type Kind = 'ssda903' | 'cin' | 'sen2'

export interface CheckRequest {
  readonly type: 'check'
  readonly kind: Kind
  readonly year: number
  readonly authority: string
  readonly files: readonly GivenFile[]
  readonly last: readonly GivenFile[]
  readonly providers?: GivenFile
  readonly postcodes?: GivenFile
}

/** Which findings to list: the text is looked for in the child's id, the rule and the message. */
export interface ListRequest {
  readonly type: 'list'
  readonly text: string
  readonly rule: string
  readonly severity: Severity | ''
  readonly from: number
  readonly size: number
}

export interface DownloadRequest {
  readonly type: 'download'
  readonly format: 'csv' | 'workbook'
}

export type Request = CheckRequest | ListRequest | DownloadRequest

export interface RuleCount {
  readonly rule: string
  readonly severity: Severity
  readonly meaning: string
  readonly count: number
}

export interface ReportAnswer {
  readonly type: 'report'
  /** Counts the checks of this session. */
  readonly number: number
  readonly title: string
  readonly children: number
  readonly counts: Readonly<Record<Severity, number>>
  readonly ran: number
  readonly notRun: readonly { readonly rule: string; readonly why: string }[]
  readonly notes: readonly ReadingNote[]
  readonly faults: readonly ReadingFault[]
  readonly rules: readonly RuleCount[]
  readonly list: ListAnswer
  /** Milliseconds from the request to this answer. */
  readonly took: number
}

export interface ListAnswer {
  readonly type: 'list'
  readonly total: number
  readonly from: number
  readonly findings: readonly Explained[]
}

/** The first findings, while the rest is still being looked for. */
export interface FirstAnswer {
  readonly type: 'first'
  readonly findings: readonly Explained[]
}

export interface DownloadAnswer {
  readonly type: 'download'
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

export interface FailedAnswer {
  readonly type: 'failed'
  readonly says: string
}

export type Answer = FirstAnswer | ReportAnswer | ListAnswer | DownloadAnswer | FailedAnswer
