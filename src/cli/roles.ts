/** `bin/heartwood roles`: what a council's database administrator runs once, before the first start. */

/** SQL for psql. Needs the right to make roles and databases, no superuser and no extension. */
export function roleScript(database: string): string {
  const name = quoted(database)
  return `-- Heartwood: one database and its three roles. Run it in psql as the database administrator, for example:
--   psql -v owner_password="..." -v app_password="..." -f heartwood-roles.sql postgres
-- owner      owns the schema and runs the migrations; only \`bin/heartwood start\` on its first run needs it
-- projector  owns the functions that write projections; nobody signs in as it
-- app        what the running service is: it reads what policies let it, and appends; it changes no table

create role heartwood_owner login password :'owner_password';
create role heartwood_projector nologin;
create role heartwood_app login password :'app_password';

-- The owner hands functions to the projector, and may act as the app.
grant heartwood_projector, heartwood_app to heartwood_owner;
-- A managed server's administrator is no superuser, and makes a database for a role only as its member.
grant heartwood_owner to current_user;

create database ${name} owner heartwood_owner encoding 'UTF8' template template0;
revoke all on database ${name} from public;
grant connect, temporary on database ${name} to heartwood_app;

\\connect ${name}
revoke all on schema public from public;
grant usage, create on schema public to heartwood_owner, heartwood_projector;
grant usage on schema public to heartwood_app;

-- Then start Heartwood with DATABASE_URL=postgres://heartwood_owner:...@your-server/${encodeURIComponent(database)}
`
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export function run(args: readonly string[]): number {
  process.stdout.write(roleScript(args[0] ?? 'heartwood'))
  return 0
}
