/** The page on which a return is checked: choose or drop files, read the findings by rule and by child, take them away. */
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Explained } from '../engine/explain.ts'
import type { GivenFile } from '../reading/files.ts'
import { FileChoice } from './FileChoice.tsx'
import { ChildFindings, Findings } from './Findings.tsx'
import type { Answer, CheckRequest, Kind, ListAnswer, ListRequest, ReportAnswer, Request } from './protocol.ts'

/** Newest year of each return and the first that can be checked. */
const years: Readonly<Record<Kind, readonly [first: number, last: number]>> = {
  ssda903: [2018, 2027],
  cin: [2017, 2026],
  sen2: [2023, 2027],
}
const titles: Readonly<Record<Kind, string>> = {
  ssda903: 'SSDA903 (looked-after children)',
  cin: 'Children in need census',
  sen2: 'SEN2 (education, health and care plans)',
}

export interface Chosen {
  readonly files: readonly GivenFile[]
  readonly last: readonly GivenFile[]
  readonly providers: readonly GivenFile[]
  readonly postcodes: readonly GivenFile[]
}

const nothing: Chosen = { files: [], last: [], providers: [], postcodes: [] }

function Page() {
  const [kind, setKind] = useState<Kind>('ssda903')
  const [year, setYear] = useState(2026)
  const [authority, setAuthority] = useState('')
  const [chosen, setChosen] = useState(nothing)
  const [report, setReport] = useState<ReportAnswer>()
  const [list, setList] = useState<ListAnswer>()
  const [firstFindings, setFirst] = useState<readonly Explained[]>([])
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const worker = useRef<Worker>(undefined)

  const hear = (answer: Answer) => {
    setFirst(answer.type === 'first' ? answer.findings : [])
    if (answer.type === 'first') return
    setBusy(false)
    if (answer.type === 'failed') setFailed(answer.says)
    else if (answer.type === 'list') setList(answer)
    else if (answer.type === 'download') save(answer.name, answer.mime, answer.bytes)
    else {
      setReport(answer)
      setList(answer.list)
    }
  }

  useEffect(() => {
    worker.current = new Worker('worker.js', { type: 'module' })
    worker.current.onmessage = ({ data }: MessageEvent<Answer>) => hear(data)
    return () => worker.current?.terminate()
  }, [])

  useEffect(() => {
    // The first finding is on the screen: how long that took is measured from the drop.
    if (firstFindings.length > 0) performance.mark('first-finding')
  }, [firstFindings])

  const ask = (request: Request) => {
    setFailed('')
    setBusy(true)
    worker.current?.postMessage(request)
  }

  const check = (now: Chosen, what: { kind: Kind; year: number; authority: string }) => {
    if (now.files.length === 0) return
    const [providers] = now.providers
    const [postcodes] = now.postcodes
    const request: CheckRequest = {
      type: 'check',
      ...what,
      files: now.files,
      last: now.last,
      ...(providers === undefined ? {} : { providers }),
      ...(postcodes === undefined ? {} : { postcodes }),
    }
    ask(request)
  }

  const choose = (part: keyof Chosen) => async (files: readonly File[]) => {
    performance.mark('dropped')
    const given = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    const now = { ...chosen, [part]: given }
    setChosen(now)
    check(now, { kind, year, authority })
  }

  const change = (what: Partial<{ kind: Kind; year: number; authority: string }>) => {
    const now = { kind, year, authority, ...what }
    const [first, last] = years[now.kind]
    const settled = { ...now, year: Math.min(Math.max(now.year, first), last) }
    setKind(settled.kind)
    setYear(settled.year)
    setAuthority(settled.authority)
    check(chosen, settled)
  }

  const [first, last] = years[kind]
  return (
    <main>
      <h1>What must be mended before this return is sent?</h1>
      <p>
        The files are read on this machine and are sent nowhere. The page works without a network once it has been
        opened.
      </p>
      <form onSubmit={(event) => event.preventDefault()}>
        <div class="choices">
          <label>
            Return
            <select value={kind} onChange={(event) => change({ kind: event.currentTarget.value as Kind })}>
              {(Object.keys(titles) as Kind[]).map((one) => (
                <option key={one} value={one}>
                  {titles[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {kind === 'sen2' ? 'Year of the January census' : 'Year in which the period ends'}
            <select value={String(year)} onChange={(event) => change({ year: Number(event.currentTarget.value) })}>
              {Array.from({ length: last - first + 1 }, (_, i) => last - i).map((one) => (
                <option key={one} value={String(one)}>
                  {one}
                </option>
              ))}
            </select>
          </label>
          {kind === 'ssda903' && (
            <label>
              Code of the authority (such as E08000026)
              <input value={authority} onChange={(event) => change({ authority: event.currentTarget.value })} />
            </label>
          )}
        </div>
        <FileChoice
          label="Files of this return (CSV, XML or XLSX)"
          chosen={chosen.files}
          isMain
          onChoose={choose('files')}
        />
        {kind === 'ssda903' && (
          <details>
            <summary>Last year’s files, homes and postcodes</summary>
            <FileChoice label="Last year’s files" chosen={chosen.last} onChoose={choose('last')} />
            <FileChoice
              label="List of homes and agencies (CSV)"
              chosen={chosen.providers}
              onChoose={choose('providers')}
            />
            <FileChoice label="List of postcodes (CSV)" chosen={chosen.postcodes} onChoose={choose('postcodes')} />
          </details>
        )}
      </form>
      <div role="status" aria-live="polite">
        {busy && <p>Checking…</p>}
        {failed !== '' && <p class="fault">{failed}</p>}
      </div>
      {firstFindings.length > 0 && <ChildFindings findings={firstFindings} />}
      {firstFindings.length === 0 && report !== undefined && list !== undefined && (
        <Findings
          key={report.number}
          report={report}
          list={list}
          onList={(request: ListRequest) => ask(request)}
          onDownload={(format) => ask({ type: 'download', format })}
        />
      )}
    </main>
  )
}

function save(name: string, mime: string, bytes: Uint8Array): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const place = document.getElementById('page')
if (place !== null) render(<Page />, place)
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('service-worker.js')
