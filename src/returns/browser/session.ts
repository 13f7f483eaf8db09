/** One return in the worker: loaded, checked, listed and written out. Knows nothing of browsers, so it is tested alone. */
import type { Asked, HearFirst, Report } from '../check-return.ts'
import { loadCin } from '../cin-census/index.ts'
import { readCin } from '../cin-census/read.ts'
import type { Explained } from '../engine/explain.ts'
import type { Layout } from '../engine/layout.ts'
import type { Checked } from '../engine/run.ts'
import { writeWorkbook } from '../report/workbook.ts'
import { written } from '../report/write.ts'
import { loadSen2 } from '../sen2/index.ts'
import { readSen2 } from '../sen2/read.ts'
import { load903 } from '../ssda903/index.ts'
import { ssda903 } from '../ssda903/layout.ts'
import type {
  Answer,
  CheckRequest,
  DownloadRequest,
  ListAnswer,
  ListRequest,
  ReportAnswer,
  Request,
  RuleCount,
} from './protocol.ts'

interface Loaded {
  readonly report: Report
  readonly rules: readonly RuleCount[]
  workbook(): Uint8Array
}

const firstPage: ListRequest = { type: 'list', text: '', rule: '', severity: '', from: 0, size: 100 }

export class Session {
  private loaded: Loaded | undefined
  private readonly clock: () => number
  private checks = 0

  private readonly tell: (answer: Answer) => void

  /** `clock` gives milliseconds; `tell` is given what can be said before the answer. */
  constructor(clock: () => number, tell: (answer: Answer) => void) {
    this.clock = clock
    this.tell = tell
  }

  /**
   * Checks an invented return of a few children and forgets it. A browser compiles a function when it is first called, and
   * there are hundreds of rules: called now, while somebody looks for the files, they answer at once when the files come.
   */
  warmUp(): void {
    const files = Object.entries(ssda903).map(([name, columns]) => {
      const head = Object.keys(columns).filter(
        (column) => column !== 'UASC' && !column.startsWith('PL_L') && column !== 'PL_DISTANCE',
      )
      const row = (child: number) => head.map((column) => (column === 'CHILD' ? child : warmDay(column))).join(',')
      const lines = [head.join(','), ...Array.from({ length: 60 }, (_, place) => row(place % 20))]
      return { name: `${name}.csv`, bytes: new TextEncoder().encode(lines.join('\n')) }
    })
    const nobody: CheckRequest = { type: 'check', kind: 'ssda903', year: 2026, authority: '', files, last: files }
    for (const _ of load(nobody).report.findings());
  }

  answer(request: Request): Answer {
    if (request.type === 'check') return this.check(request)
    if (this.loaded === undefined) return { type: 'failed', says: 'Choose the files of a return first.' }
    return request.type === 'list' ? list(this.loaded, request) : download(this.loaded, request)
  }

  private check(request: CheckRequest): ReportAnswer {
    const began = this.clock()
    const loaded = load(request, (findings) => this.tell({ type: 'first', findings }))
    this.loaded = loaded
    const { report, rules } = loaded
    return {
      type: 'report',
      number: ++this.checks,
      title: `${report.kind.title} ${report.year}`,
      children: report.children,
      counts: report.counts,
      ran: report.ran.length,
      notRun: report.notRun,
      notes: report.notes,
      faults: report.faults,
      rules,
      list: list(loaded, firstPage),
      took: this.clock() - began,
    }
  }
}

/** A day in the columns that hold one, a code in the others. */
const warmDay = (column: string): string => (/^D|DATE|REVIEW$|START|END|DE/.test(column) ? '01/05/2025' : 'S')

function load(request: CheckRequest, hear?: HearFirst): Loaded {
  const { kind, files, last, providers, postcodes, year, authority } = request
  const asked: Asked = { year, ...(authority === '' ? {} : { authority }) }
  if (kind === 'cin') {
    const { checks, report } = loadCin(files.map(readCin), asked, hear)
    return loadedOf(checks, report)
  }
  if (kind === 'sen2') {
    const { checks, report } = loadSen2(files.map(readSen2), asked, hear)
    return loadedOf(checks, report)
  }
  const { checked, report } = load903(
    {
      files,
      last,
      ...(providers === undefined ? {} : { providers }),
      ...(postcodes === undefined ? {} : { postcodes }),
    },
    asked,
    hear,
  )
  return loadedOf([checked], report)
}

const loadedOf = <L extends Layout>(checks: readonly Checked<L>[], report: Report): Loaded => ({
  report,
  rules: countRules(checks),
  workbook: () => writeWorkbook(checks, () => report.findings()),
})

/** How often each rule fired, the commonest first. */
function countRules<L extends Layout>(checks: readonly Checked<L>[]): RuleCount[] {
  const counts = new Map<string, { rule: string; severity: RuleCount['severity']; meaning: string; count: number }>()
  for (const { rules, findings, whole } of checks) {
    const add = (place: number) => {
      const { code, severity, meaning } = rules[place]!
      const known = counts.get(code)
      if (known === undefined) counts.set(code, { rule: code, severity, meaning, count: 1 })
      else known.count++
    }
    for (let place = 0; place < findings.length; place++) add(findings.rule(place))
    for (const finding of whole) add(finding.rule)
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

function list({ report }: Loaded, { text, rule, severity, from, size }: ListRequest): ListAnswer {
  const wanted = text.trim().toLowerCase()
  const fits = (finding: Explained) =>
    (rule === '' || finding.rule === rule) &&
    (severity === '' || finding.severity === severity) &&
    (wanted === '' || `${finding.child ?? ''} ${finding.rule} ${finding.message}`.toLowerCase().includes(wanted))
  // Nothing is asked for: the number is known, and only the page has to be made.
  const isAll = wanted === '' && rule === '' && severity === ''
  const findings: Explained[] = []
  let total = 0
  for (const finding of report.findings()) {
    if (!fits(finding)) continue
    if (total >= from && findings.length < size) findings.push(finding)
    total++
    if (isAll && findings.length === size) {
      total = report.counts.error + report.counts.query
      break
    }
  }
  return { type: 'list', total, from, findings }
}

function download({ report, workbook }: Loaded, { format }: DownloadRequest): Answer {
  const name = `${report.kind.id}-${report.year}-findings`
  if (format === 'workbook') {
    const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { type: 'download', name: `${name}.xlsx`, mime, bytes: workbook() }
  }
  const bytes = new TextEncoder().encode([...written(report, 'csv')].join(''))
  return { type: 'download', name: `${name}.csv`, mime: 'text/csv', bytes }
}
