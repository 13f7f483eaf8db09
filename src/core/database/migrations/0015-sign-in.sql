-- Who signs in as whom: `name` is what the council's sign-in calls the person, in small letters. A row ends and is never
-- deleted; `until` is the first day on which it no longer holds.
create table account (
  name      text        not null check (name = lower(name) and length(name) between 1 and 320),
  worker    integer     not null,
  since     date        not null,
  until     date        check (until >= since),
  set_by    integer,
  set_at    timestamptz not null,
  ended_by  integer,
  ended_at  timestamptz,
  -- Last through the council's sign-in, and last by that or by being let in again: dormant is counted from the latter.
  signed_in timestamptz,
  active_at timestamptz not null,
  primary key (name, set_at)
);
create unique index account_name on account (name) where until is null;
create unique index account_worker on account (worker) where until is null;

-- Sessions begun before this end: nobody had an account.
delete from session;
-- `id` names a session on a page, where its token may not stand. `device` is what its browser calls itself, in words.
alter table session
  add column id uuid not null unique,
  add column device text not null,
  -- Moment of the sign-in at the council's provider: what asks for a fresh one looks here.
  add column authenticated timestamptz not null;
create index session_worker on session (worker);

-- Signing in between leaving for the council's sign-in and coming back, each used once. `carried` is a form that was
-- being sent when a session had ended, and `owner` whose session that was.
create table sign_in (
  state    bytea       primary key check (length(state) = 32),
  browser  bytea       not null check (length(browser) = 32),
  verifier text        not null,
  nonce    text        not null,
  going_to text        not null,
  carried  jsonb,
  owner    integer,
  started  timestamptz not null
);
create index sign_in_started on sign_in (started);

-- How often something was asked for in a minute, by whom: every node counts here. Nothing is lost with it.
create unlogged table request_count (
  what   text        not null,
  who    text        not null,
  minute timestamptz not null,
  times  integer     not null,
  primary key (what, who, minute)
);
