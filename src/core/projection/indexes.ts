/** The indexes and keys of tables, as what makes them again: a table is filled ten times faster without. */
import { type Queryable, query, statement } from '../database/statement.ts'

export interface Index {
  /** Takes it away. */
  readonly drop: string
  /** Makes it again, on the table of the same name in `schema`. */
  readonly create: (schema: string) => string
}

interface IndexRow {
  readonly name: string
  readonly on_table: string
  readonly definition: string
  readonly is_key: boolean
}

const indexes = statement<IndexRow>(
  'indexes-of-tables',
  `select x.relname as name, t.relname as on_table, c.oid is not null as is_key,
          coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)) as definition
   from pg_index i
   join pg_class x on x.oid = i.indexrelid
   join pg_class t on t.oid = i.indrelid
   left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
   where t.relnamespace = 'public'::regnamespace and t.relname = any($1)
   order by t.relname, x.relname`,
)

export async function indexesOf(on: Queryable, tables: readonly string[]): Promise<readonly Index[]> {
  const rows = await query(on, indexes, [tables])
  return rows.map(({ name, on_table, definition, is_key }) => ({
    drop: is_key ? `alter table public.${on_table} drop constraint ${name}` : `drop index public.${name}`,
    create: (schema) =>
      is_key
        ? `alter table ${schema}.${on_table} add constraint ${name} ${definition}`
        : definition.replace(` ON public.${on_table} `, ` ON ${schema}.${on_table} `),
  }))
}
