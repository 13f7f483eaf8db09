/**
 * The committed table of who may do what, `docs/security/access-matrix.md`: made from the policy, read by people, and the
 * oracle of the proof, which asks no policy what should be.
 */
import { readFileSync } from 'node:fs'
import { decide, type Standing } from '../../src/core/access/policy/decide.ts'
import { isRelation } from '../../src/core/access/policy/relations.ts'
import {
  type Action,
  actions,
  isAboutRecord,
  type ResourceId,
  resourceIds,
} from '../../src/core/access/policy/resources.ts'
import { type RoleId, roleIds, roles } from '../../src/core/access/policy/roles.ts'
import { type Case, noRows, now, type State, states, today } from './states.ts'

export const matrixFile = new URL('../../docs/security/access-matrix.md', import.meta.url)

const self: Case = { worker: 1, team: 1, colleague: 3, covered: 4, coveredBefore: 5, record: 1 }

/** What the rows of a state mean, told without a database. */
export function standingIn(state: State): Standing {
  const rows = noRows()
  for (const part of state.parts) part(rows, self)
  const holds = ({ since, until }: { since: string; until: string | null }): boolean =>
    since <= today && (until === null || until > today)
  const isOpen = ({ since, until }: { since: string; until: string }): boolean =>
    Date.parse(since) <= Date.parse(now) && Date.parse(until) > Date.parse(now)
  const held = rows.allocation.filter(holds).flatMap(({ record, worker, team, role }) => {
    if (record !== self.record) return worker === self.worker ? 'sibling' : []
    if (team === self.team) return 'team'
    if (worker === self.covered) return 'stand-in'
    if (worker !== self.worker) return []
    return role === 'lead' ? 'allocated' : role === 'chair' ? 'chair' : 'co-worker'
  })
  const mine = ({ worker }: { worker: number }): boolean => worker === self.worker
  const appointed = rows.standing.filter((row) => mine(row) && holds(row)).map(({ kind }) => kind)
  const opened = rows.opening.filter((row) => mine(row) && isOpen(row)).map(({ kind }) => kind)
  const session = state.onSession ? ['out of hours'] : []
  return {
    relations: [...held, ...appointed, ...opened, ...session].filter(isRelation),
    compartments: rows.compartment.filter(holds).map(({ name }) => name),
    grants: rows.compartment_grant.filter((row) => mine(row) && holds(row)).map(({ name }) => name),
    inConflict: rows.conflict.some((row) => mine(row) && holds(row)),
  }
}

const always = 'yes'

function cell(role: RoleId, resource: ResourceId, action: Action): string {
  if (!isAboutRecord(resource)) return decide({ role, resource, action, standing: null }).allowed ? always : ''
  return states
    .filter((state) => decide({ role, resource, action, standing: standingIn(state) }).allowed)
    .map(({ code }) => code)
    .join('')
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export function renderMatrix(): string {
  const legend = states.map(({ code, title }) => row([`\`${code}\``, title]))
  const tables = roleIds.map((role) => {
    const lines = resourceIds.flatMap((resource) => {
      const cells = actions.map((action) => cell(role, resource, action))
      return cells.some((one) => one !== '') ? row([resource, ...cells]) : []
    })
    const head = [row(['', ...actions]), row(['---', ...actions.map(() => '---')])]
    const body = lines.length === 0 ? ['Nothing.'] : [...head, ...lines]
    return [`## ${role}`, '', `Seat: ${roles[role].seat}.`, '', ...body, ''].join('\n')
  })
  return `${[opening, ...legend, '', ...tables].join('\n').trimEnd()}\n`
}

const opening = `# Who may do what

Made from the policy (\`src/core/access/policy\`) by \`UPDATE_DOCS=1 npx vitest run --project unit access-matrix\`, and then the oracle of
\`npm run prove -- access\`: TypeScript, the SQL of lists and row-level security must each give exactly this. A cell holds a letter for
each way of standing to the record in which it is allowed; \`yes\` is for what is about nobody. What is not here is denied.

| letter | how the viewer stands to the record |
| --- | --- |`

export interface Oracle {
  /** The codes of the states in which it is allowed; of what is about nobody, `yes` or nothing. */
  cell(role: string, resource: string, action: string): string
  readonly codes: readonly string[]
  readonly cells: number
}

/** Reads the committed table, with none of the policy’s code. */
export function readMatrix(text: string = readFileSync(matrixFile, 'utf8')): Oracle {
  const allowed = new Map<string, string>()
  let role = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) role = line.slice(3)
    const cells = line.startsWith('| ') && role !== '' ? line.slice(2, -2).split(' | ') : []
    const [resource = '', ...letters] = cells
    for (const [at, one] of letters.entries()) allowed.set(`${role}/${resource}/${actions[at]}`, one.trim())
  }
  const codes = [...text.matchAll(/^\| `(\S)` \|/gm)].map(([, code]) => code!)
  const cell = (who: string, what: string, how: string): string => allowed.get(`${who}/${what}/${how}`) ?? ''
  return { cell, codes, cells: allowed.size }
}
