-- The access log as evidence: under which rule, for what purpose and in which session something was read or refused; rows
-- that are only ever added; and what the sealer puts over them (src/core/access/audit).
alter table access_log
  add column outcome   text not null default 'allowed' check (outcome in ('allowed', 'refused')),
  add column rule      text,
  add column purpose   text,
  add column session   uuid,
  -- A sealer reads below the oldest transaction still running: a sequence alone would lose rows that commit late.
  add column committed xid8 not null default pg_current_xact_id();
create index access_log_committed on access_log (committed, id);
-- For reports over a stretch of time. Rows lie nearly in order of time, and this costs an insert next to nothing.
create index access_log_at on access_log using brin (at);

-- Who asks, as one value: a statement that reads is given it as its first parameter.
create type access_by as (worker integer, session uuid, rule text, purpose text);

create table access_seal (
  number integer     primary key,
  at     timestamptz not null,
  upto   xid8        not null,
  rows   integer     not null,
  root   bytea       not null check (length(root) = 32)
);

create function refuse_change() returns trigger language plpgsql as $body$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$body$;
create trigger access_log_kept before update or delete or truncate on access_log
  for each statement execute function refuse_change();
create trigger access_seal_kept before update or delete or truncate on access_seal
  for each statement execute function refuse_change();
