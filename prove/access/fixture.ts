/** A database with a worker of every role, and for each of them a record in every state. */
import type pg from 'pg'
import { type RoleId, roleIds } from '../../src/core/access/policy/roles.ts'
import { inTransaction } from '../../src/core/database/statement.ts'
import { type Case, coverRows, noRows, type Rows, type State, sessionRow, states, today } from './states.ts'

/** One viewer: of a role, in a session or not. */
export interface Viewer {
  readonly role: RoleId
  readonly worker: number
  readonly team: number
  readonly cases: readonly { readonly state: State; readonly record: number }[]
}

const span = 1000

/** Numbers do not meet: the worker of the 3rd role is 3001, its records are 3100 and up. */
function viewerOf(role: RoleId, at: number, onSession: boolean): Viewer {
  const base = (at + 1) * span
  const cases = states.flatMap((state, nth) =>
    (state.onSession ?? false) === onSession ? { state, record: base + 100 + nth } : [],
  )
  return { role, worker: base + (onSession ? 2 : 1), team: base, cases }
}

export const viewers: readonly Viewer[] = roleIds.flatMap((role, at) => [
  viewerOf(role, at, false),
  viewerOf(role, at, true),
])

const caseOf = ({ worker, team }: Viewer, record: number): Case => ({
  worker,
  team,
  colleague: team + 3,
  covered: team + 4,
  coveredBefore: team + 5,
  record,
})

const filled: { readonly [Table in keyof Rows]: object } = {
  person: { forename: 'A', surname: 'B', sex: 'U', ethnicity: 'NOBT', adult: false, latest: [] },
  allocation: { pathway: 'children-in-need' },
  compartment: { custodian: 1, set_by: 1, set_at: '2026-11-01T09:00:00Z' },
  compartment_grant: { set_by: 1, set_at: '2026-11-01T09:00:00Z' },
  conflict: { kind: 'relative', set_by: 1, set_at: '2026-11-01T09:00:00Z' },
  standing: { set_by: 1, set_at: '2026-11-01T09:00:00Z' },
  cover: { set_by: 1, set_at: '2026-11-01T09:00:00Z' },
  opening: { purpose: 'safeguarding' },
}

export function rowsOfAll(): Rows {
  const rows = noRows()
  for (const viewer of viewers) {
    if (viewer.cases.some(({ state }) => state.onSession)) rows.opening.push(sessionRow(viewer.worker))
    else rows.cover.push(...coverRows(caseOf(viewer, 0)))
    for (const { state, record } of viewer.cases) {
      rows.person.push({ record, family: record })
      for (const part of state.parts) part(rows, caseOf(viewer, record))
    }
  }
  return rows
}

/** Writes them all. An opening has a number of its own from the table; an episode's number is its place. */
export async function fillDatabase(pool: pg.Pool): Promise<void> {
  const rows = rowsOfAll()
  await inTransaction(pool, async (on) => {
    for (const table of Object.keys(filled) as (keyof Rows)[]) {
      const given = rows[table].map((row, at) => ({ ...filled[table], ...row, ...numbered(table, at) }))
      const columns = Object.keys(given[0] ?? {}).join(', ')
      await on.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(given)],
      )
    }
    await on.query('analyze')
  })
}

function numbered(table: keyof Rows, at: number): object {
  if (table === 'person') return { child_id: `P${at}`, born: today }
  return table === 'allocation' ? { episode: 1, n: at % 30_000 } : {}
}
