-- What access turns on and the record does not hold: dated rows, each put by somebody at a moment. Nothing is deleted; a
-- row ends. `until` is the first day (or moment) on which it no longer holds.

-- What a record is kept apart in, and who rings back when somebody who may not know of it looks for it.
create table compartment (
  record    integer     not null,
  name      text        not null,
  since     date        not null,
  until     date        check (until > since),
  custodian integer     not null,
  set_by    integer     not null,
  set_at    timestamptz not null,
  ended_by  integer,
  ended_at  timestamptz,
  primary key (record, name, since)
);

create table compartment_grant (
  record integer     not null,
  name   text        not null,
  worker integer     not null,
  since  date        not null,
  until  date        check (until > since),
  set_by integer     not null,
  set_at timestamptz not null,
  ended_by integer,
  ended_at timestamptz,
  primary key (worker, record, name, since)
);

-- Too near to the person: a relative, a friend, a neighbour, themselves.
create table conflict (
  worker integer     not null,
  record integer     not null,
  kind   text        not null check (kind in ('self', 'relative', 'friend', 'neighbour', 'other')),
  since  date        not null,
  until  date        check (until > since),
  set_by integer     not null,
  set_at timestamptz not null,
  ended_by integer,
  ended_at timestamptz,
  primary key (worker, record, since)
);

-- How somebody stands to a record where no projection says it: the professional network, a conference, a sample.
create table standing (
  worker integer     not null,
  record integer     not null,
  kind   text        not null,
  since  date        not null,
  until  date        check (until > since),
  set_by integer     not null,
  set_at timestamptz not null,
  ended_by integer,
  ended_at timestamptz,
  primary key (worker, record, kind, since)
);

-- Who looks after whose caseload.
create table cover (
  stand_in integer     not null,
  worker   integer     not null check (worker <> stand_in),
  since    date        not null,
  until    date        check (until > since),
  set_by   integer     not null,
  set_at   timestamptz not null,
  ended_by integer,
  ended_at timestamptz,
  primary key (stand_in, worker, since)
);

-- A record opened for a reason and a while. Out of hours it is every record that is not closed: `record` is null.
create table opening (
  id          bigint generated always as identity primary key,
  worker      integer     not null,
  record      integer,
  kind        text        not null check (kind in ('purpose', 'break-glass', 'out of hours')),
  purpose     text        not null,
  words       text,
  since       timestamptz not null,
  until       timestamptz not null check (until > since),
  review_due  date,
  reviewed_by integer,
  reviewed_at timestamptz,
  check ((record is null) = (kind = 'out of hours'))
);
create index opening_worker on opening (worker, until);
create index opening_to_review on opening (review_due) where reviewed_at is null;

-- Somebody who may not know of a record looked for it: its custodian rings them back.
create table call_back (
  id        bigint generated always as identity primary key,
  record    integer     not null,
  custodian integer     not null,
  caller    integer     not null,
  what      text        not null,
  at        timestamptz not null,
  due_at    timestamptz not null,
  done_at   timestamptz
);
create index call_back_waiting on call_back (custodian, due_at) where done_at is null;

-- The policy as the database knows it, for row-level security: put here from the typed rules, never by hand. `relation`
-- is how the viewer must stand to the record, or `anyone`.
create table access_rule (
  role     text not null,
  resource text not null,
  action   text not null,
  relation text not null,
  rule     text not null,
  about    text not null check (about in ('record', 'council')),
  within   text,
  primary key (role, resource, action, relation, rule)
);
