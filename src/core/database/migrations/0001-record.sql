-- The record: what is written once and never overwritten. docs/the-record.md explains each table.

-- Envelopes. Chained per record: two writers who both think they are next meet at the primary key, and the second reads
-- again. (act, part) makes a form sent twice record once. A follower reads below the oldest transaction still running,
-- which is why each row carries its transaction.
create table entry (
  record    integer     not null,
  position  integer     not null check (position between 1 and 50000),
  act       uuid        not null,
  part      smallint    not null,
  kind      text        not null check (kind in ('record', 'correct', 'withdraw')),
  pathway   text        not null,
  step      text        not null,
  version   smallint    not null,
  episode   integer     not null,
  origin    integer,
  target    integer,
  day       date,
  until     date,
  recorded  timestamptz not null,
  author    integer     not null,
  digest    bytea       not null check (length(digest) = 32),
  link      bytea       not null check (length(link) = 32),
  committed xid8        not null default pg_current_xact_id(),
  primary key (record, position)
);
create unique index entry_act on entry (act, part);
create index entry_committed on entry (committed, record, position);

-- Contents, apart so that they can lawfully be disposed of while the chain stays whole.
create table content (
  record   integer not null,
  position integer not null,
  body     jsonb   not null check (pg_column_size(body) <= 300000),
  primary key (record, position)
);

-- The sealed log: once a second, every record that grew, its head, and a root over them and the root before.
create table seal (
  number   integer     primary key,
  at       timestamptz not null,
  upto     xid8        not null,
  heads    integer     not null,
  root     bytea       not null check (length(root) = 32)
);
create table seal_head (
  seal     integer not null,
  record   integer not null,
  position integer not null,
  link     bytea   not null,
  primary key (seal, record)
);
create index seal_head_record on seal_head (record, seal desc);

-- Who read what. The real policy and its audit stand on this row from the first day.
create table access_log (
  id      bigint generated always as identity primary key,
  at      timestamptz not null default clock_timestamp(),
  worker  integer,
  what    text not null,
  record  integer,
  detail  text
);
create index access_log_record on access_log (record, at desc) where record is not null;

-- Attached files, by the digest of their bytes: the same file is kept once.
create table document (
  digest bytea primary key check (length(digest) = 32),
  type   text not null,
  bytes  bytea not null check (length(bytes) <= 20971520),
  stored timestamptz not null
);
