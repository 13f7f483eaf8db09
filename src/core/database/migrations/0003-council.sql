-- The council: its installation, staff, teams, organisations and dated settings. Local policy, edited by managers.

create table installation (
  id        boolean primary key default true check (id),
  demo      boolean not null,
  city      text,
  created   timestamptz not null,
  -- sha256 of the one-time link for the first administrator, until it is used.
  first_link bytea
);

create table team (
  id      integer primary key,
  name    text not null,
  service text not null
);

create table worker (
  id       integer primary key,
  forename text not null,
  surname  text not null,
  role     text not null,
  team     integer,
  demo     boolean not null default false,
  since    date not null,
  until    date
);

create table membership (
  worker integer not null,
  team   integer not null,
  since  date not null,
  until  date,
  primary key (worker, team, since)
);

create table organisation (
  id       integer primary key,
  kind     text not null,
  urn      text,
  name     text not null,
  phase    text,
  postcode text
);

create table setting (
  key     text not null,
  since   date not null,
  value   text not null,
  set_by  integer,
  set_at  timestamptz not null,
  primary key (key, since, set_at)
);

create table session (
  token    bytea primary key check (length(token) = 32),
  worker   integer not null,
  started  timestamptz not null,
  seen     timestamptz not null
);

-- What someone is in the middle of writing. Not part of the record: it belongs to its author until it is sent.
create table draft (
  id      uuid primary key,
  author  integer not null,
  record  integer,
  episode integer,
  pathway text not null,
  step    text not null,
  posted  jsonb not null,
  saved   timestamptz not null
);
create index draft_author on draft (author, saved desc);

-- Numbers for new records; the city takes the first ones.
create sequence record_number as integer;
