/**
 * The second wall: PostgreSQL itself gives the running product (`heartwood_app`) no row that the policy does not allow.
 * Who asks, and for what, stands in settings of the transaction; the policies read them in scalar sub-selects and compare
 * record ids with sets that are made once a statement, never with a function for each row.
 */
import type pg from 'pg'
import type { Day, Moment } from '../../calendar/index.ts'
import { inTransaction, type Queryable, query, statement } from '../../database/statement.ts'
import { rulesFor } from './decide.ts'
import type { Asked } from './readable.ts'
import { relationIds } from './relations.ts'
import { actions, compartmentOf, isAboutRecord, resourceIds } from './resources.ts'
import { roleIds } from './roles.ts'
import { type Asking, recordsGranted, recordsHidden, recordsOf } from './sets.ts'

/** Tables of which each row is about one record. */
const recordTables = [
  ...['entry', 'content', 'person', 'address', 'relationship', 'episode', 'episode_state'],
  ...['allocation', 'task', 'listed', 'contribution'],
]
/** What the policies ask to find how somebody stands to a record. */
const factTables = ['compartment', 'compartment_grant', 'conflict', 'standing', 'cover', 'opening', 'access_rule']
const appendedTables = ['entry', 'content', 'access_log', 'opening', 'call_back']

const setting = (name: string, type: string): string =>
  `(select nullif(current_setting('heartwood.${name}', true), '')::${type})`

const asking: Asking = {
  worker: setting('worker', 'integer'),
  team: setting('team', 'integer'),
  day: setting('day', 'date'),
  now: setting('now', 'timestamptz'),
}

const isAsked = (rule: string): string =>
  `${rule}.role = ${setting('role', 'text')} and ${rule}.resource = ${setting('resource', 'text')} and ${rule}.action = ${setting('action', 'text')}`
const someRule = (condition: string): string =>
  `exists (select from access_rule r where ${isAsked('r')} and ${condition})`

const functions = {
  access_hidden: { returns: 'setof integer', body: recordsHidden(asking) },
  access_to_anyone: { returns: 'boolean', body: `select ${someRule(`r.relation = 'anyone' and r.about = 'record'`)}` },
  access_to_council: { returns: 'boolean', body: `select ${someRule(`r.about = 'council'`)}` },
  access_reach: {
    returns: 'setof integer',
    body: relationIds
      .map(
        (one) =>
          `select x.record from (${recordsOf(one, asking)}) x where (select ${someRule(`r.relation = '${one}'`)})`,
      )
      .join('\nunion all\n'),
  },
  access_within: { returns: 'text', body: `select max(r.within) from access_rule r where ${isAsked('r')}` },
  access_granted: {
    returns: 'setof integer',
    body: recordsGranted('$within', asking).replace(`'$within'`, '(select access_within())'),
  },
}

const isAllowed = `record not in (select access_hidden())
  and ((select access_to_anyone()) or record in (select access_reach()))
  and ((select access_within()) is null or record in (select access_granted()))`

/** Figures count everyone, the sealed too; a contribution names nobody. */
const isCounted = `(select access_to_council()) or (${isAllowed})`

const makeRole = (name: string): string =>
  `do $$ begin if to_regrole('${name}') is null then create role ${name} nologin; end if; end $$`

function statements(): string[] {
  const made = Object.entries(functions).flatMap(([name, { returns, body }]) => [
    `create or replace function ${name}() returns ${returns} language sql stable security definer
 set search_path = public, pg_temp as $body$ ${body} $body$`,
    `alter function ${name}() owner to heartwood_projector`,
    `revoke all on function ${name}() from public`,
    `grant execute on function ${name}() to heartwood_app, heartwood_projector`,
  ])
  const guarded = recordTables.flatMap((table) => {
    const condition = table === 'contribution' ? isCounted : isAllowed
    return [
      `alter table ${table} enable row level security`,
      `drop policy if exists asked on ${table}`,
      `drop policy if exists projected on ${table}`,
      `create policy asked on ${table} to heartwood_app using (${condition}) with check (${isAllowed})`,
      `create policy projected on ${table} to heartwood_projector using (true) with check (true)`,
    ]
  })
  return [
    ...['heartwood_projector', 'heartwood_app'].map(makeRole),
    'grant usage on schema public to heartwood_app, heartwood_projector',
    'grant create on schema public to heartwood_projector',
    `grant select on ${[...recordTables, ...factTables].join(', ')} to heartwood_projector`,
    `grant select on ${recordTables.join(', ')} to heartwood_app`,
    `grant insert on ${appendedTables.join(', ')} to heartwood_app`,
    ...made,
    ...guarded,
    viewsAsInvoker,
  ]
}

/** A view otherwise reads with the rights of its owner, whom no policy holds back: every row leaks through it. */
const viewsAsInvoker = `do $$ declare one record; begin
  for one in select schemaname, viewname from pg_views where schemaname in ('public', 'analysis') loop
    execute format('alter view %I.%I set (security_invoker = true)', one.schemaname, one.viewname);
  end loop;
end $$`

interface RuleRow {
  readonly role: string
  readonly resource: string
  readonly action: string
  readonly relation: string
  readonly rule: string
  readonly about: string
  readonly within: string | null
}

function ruleRows(): RuleRow[] {
  const rows: RuleRow[] = []
  for (const role of roleIds)
    for (const resource of resourceIds)
      for (const action of actions)
        for (const { id, to } of rulesFor(role, resource, action))
          for (const relation of to === 'anyone' ? ['anyone'] : to) {
            const about = isAboutRecord(resource) ? 'record' : 'council'
            rows.push({ role, resource, action, relation, rule: id, about, within: compartmentOf(resource) ?? null })
          }
  return rows
}

/** Puts the rules, the functions and the policies into the database, as its owner; may be run again at any time. */
export async function installRowLevelSecurity(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (on) => {
    for (const one of statements()) await on.query(one)
    await on.query('delete from access_rule')
    await on.query('insert into access_rule select * from jsonb_populate_recordset(null::access_rule, $1::jsonb)', [
      JSON.stringify(ruleRows()),
    ])
  })
}

export interface AskingNow extends Asked {
  readonly worker: number
  readonly team: number | null
  readonly today: Day
  readonly now: Moment
}

const askAs = statement(
  'ask-as',
  `select set_config('heartwood.worker', $1, true), set_config('heartwood.team', $2, true),
  set_config('heartwood.role', $3, true), set_config('heartwood.resource', $4, true),
  set_config('heartwood.action', $5, true), set_config('heartwood.day', $6, true), set_config('heartwood.now', $7, true)`,
)

/** Says to the policies who asks for what, until the transaction of `on` ends. */
export async function askAsViewer(on: Queryable, { worker, team, role, resource, action, today, now }: AskingNow) {
  await query(on, askAs, [String(worker), String(team ?? ''), role ?? '', resource, action, today, now])
}
