/** The findings: counts, what could not be read or run, and a list by rule or by child. */
import { useState } from 'preact/hooks'
import type { Explained } from '../engine/explain.ts'
import type { ListAnswer, ListRequest, ReportAnswer } from './protocol.ts'

interface Props {
  readonly report: ReportAnswer
  readonly list: ListAnswer
  onList(request: ListRequest): void
  onDownload(format: 'csv' | 'workbook'): void
}

const pageSize = 100
const all: ListRequest = { type: 'list', text: '', rule: '', severity: '', from: 0, size: pageSize }
const number = (value: number): string => value.toLocaleString('en-GB')

export function Findings({ report, list, onList, onDownload }: Props) {
  const [wanted, setWanted] = useState(all)
  const ask = (change: Partial<ListRequest>) => {
    const request = { ...wanted, from: 0, ...change }
    setWanted(request)
    onList(request)
  }
  const { counts, faults, notes, notRun, rules, title } = report
  return (
    <section>
      <h2>
        {title}: {number(counts.error)} errors and {number(counts.query)} queries
      </h2>
      <p id="measure">
        {number(report.children)} children, {number(report.ran)} rules run, {Math.round(report.took)} ms.
      </p>
      {faults.length > 0 && (
        <div class="fault">
          <h3>Not read</h3>
          <ul>
            {faults.map(({ file, says }) => (
              <li key={`${file}${says}`}>
                {file}: {says}
              </li>
            ))}
          </ul>
        </div>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{number(notes.length)} remarks on the form of the files</summary>
          <ul>
            {notes.map(({ file, says }) => (
              <li key={`${file}${says}`}>
                {file}: {says}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notRun.length > 0 && (
        <details>
          <summary>{number(notRun.length)} rules were not run</summary>
          <ul>
            {notRun.map(({ rule, why }) => (
              <li key={rule}>
                {rule}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <button type="button" onClick={() => onDownload('csv')}>
          Download the findings (CSV)
        </button>{' '}
        <button type="button" onClick={() => onDownload('workbook')}>
          Download a workbook to mend
        </button>
      </p>
      <div class="choices">
        <label>
          Rule
          <select value={wanted.rule} onChange={(event) => ask({ rule: event.currentTarget.value })}>
            <option value="">All rules</option>
            {rules.map(({ rule, meaning, count }) => (
              <option key={rule} value={rule}>
                {`${rule} (${number(count)}): ${meaning}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          Errors or queries
          <select
            value={wanted.severity}
            onChange={(event) => ask({ severity: event.currentTarget.value as ListRequest['severity'] })}
          >
            <option value="">Both</option>
            <option value="error">Errors</option>
            <option value="query">Queries</option>
          </select>
        </label>
        <label>
          Child, rule or words
          <input type="search" value={wanted.text} onInput={(event) => ask({ text: event.currentTarget.value })} />
        </label>
      </div>
      <FindingList list={list} />
      <p>
        {list.from > 0 && (
          <button type="button" onClick={() => ask({ from: list.from - pageSize })}>
            Earlier
          </button>
        )}{' '}
        {list.from + list.findings.length < list.total && (
          <button type="button" onClick={() => ask({ from: list.from + pageSize })}>
            Later
          </button>
        )}
      </p>
    </section>
  )
}

/** The findings of one child stand together under its id. */
function FindingList({ list }: { readonly list: ListAnswer }) {
  if (list.total === 0) return <p>Nothing was found.</p>
  return (
    <>
      <p>
        {number(list.from + 1)} to {number(list.from + list.findings.length)} of {number(list.total)}
      </p>
      <ChildFindings findings={list.findings} />
    </>
  )
}

/** Findings under the child they are about. */
export function ChildFindings({ findings: all }: { readonly findings: readonly Explained[] }) {
  return (
    <>
      {byChild(all).map(({ key, child, findings }) => (
        <div class="child" key={key}>
          <h3>
            {child === undefined ? 'The whole return' : child === '' ? 'A row without a child id' : `Child ${child}`}
          </h3>
          <ul>
            {findings.map(({ rule, severity, table, row, message }) => (
              <li key={`${rule}${table}${row}`}>
                <strong>{rule}</strong> <span class={severity}>{severity}</span>
                {table === undefined ? '' : ` ${table} row ${row}`}: {message}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

interface OfChild {
  readonly key: number
  readonly child: string | undefined
  readonly findings: Explained[]
}

function byChild(findings: readonly Explained[]): OfChild[] {
  const groups: OfChild[] = []
  findings.forEach((finding, key) => {
    const last = groups.at(-1)
    if (last !== undefined && last.child === finding.child) last.findings.push(finding)
    else groups.push({ key, child: finding.child, findings: [finding] })
  })
  return groups
}
