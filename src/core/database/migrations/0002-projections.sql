-- Projections: what pages read. Every row follows from the record and can be rebuilt from it at will; none depends on
-- today. Each is keyed by the record it was derived from, because the child is the unit of recomputation.

create table person (
  record      integer primary key,
  child_id    text not null,
  forename    text not null,
  surname     text not null,
  known_as    text,
  born        date,
  expected    date,
  died        date,
  sex         text not null,
  ethnicity   text not null,
  adult       boolean not null,
  upn         text,
  nhs         text,
  family      integer,
  school      integer,
  last_seen       date,
  last_seen_alone date,
  -- The last events in words, newest first: what the child's page shows above the fold.
  latest      jsonb not null
);
create unique index person_child_id on person (child_id);
create index person_family on person (family) where family is not null;
create index person_surname on person (lower(surname) text_pattern_ops, lower(forename) text_pattern_ops);
create index person_born on person (born);
create index person_upn on person (upn) where upn is not null;
create index person_nhs on person (nhs) where nhs is not null;

create table address (
  record    integer not null,
  position  integer not null,
  kind      text not null,
  lines     text not null,
  postcode  text,
  protected boolean not null,
  since     date,
  until     date,
  primary key (record, position)
);
create index address_postcode on address (postcode);

create table relationship (
  record         integer not null,
  position       integer not null,
  other          integer not null,
  kind           text not null,
  responsibility text,
  since          date,
  until          date,
  primary key (record, position)
);
create index relationship_other on relationship (other);

create table episode (
  record         integer not null,
  episode        integer not null,
  pathway        text not null,
  opened         date not null,
  closed         date,
  closing_reason text,
  origin         integer,
  team           integer,
  worker         integer,
  primary key (record, episode)
);
create index episode_open on episode (pathway, team, worker) where closed is null;
create index episode_opened on episode (pathway, opened);

create table episode_state (
  record  integer not null,
  episode integer not null,
  state   text not null,
  n       smallint not null,
  since   date not null,
  until   date,
  primary key (record, episode, state, n)
);
create index episode_state_open on episode_state (state, since) where until is null;

create table allocation (
  record  integer not null,
  episode integer not null,
  n       smallint not null,
  pathway text not null,
  role    text not null,
  team    integer,
  worker  integer,
  since   date not null,
  until   date,
  primary key (record, episode, n)
);
create index allocation_worker on allocation (worker) where until is null;
create index allocation_team on allocation (team) where until is null;

-- What is still to do: clocks that run and work that waits for a signature. Whether it is overdue is asked when read.
create table task (
  record      integer not null,
  episode     integer not null,
  kind        text not null check (kind in ('clock', 'sign-off', 'returned')),
  name        text not null,
  n           integer not null,
  pathway     text not null,
  since       date not null,
  since_at    timestamptz,
  due         date,
  due_at      timestamptz,
  provisional boolean not null,
  weight      smallint not null,
  falls       text,
  team        integer,
  worker      integer,
  author      integer,
  primary key (record, episode, kind, name, n)
);
create index task_due on task (pathway, due);
create index task_worker on task (worker, due);
create index task_team on task (team, due);

create table contribution (
  measure     text not null,
  record      integer not null,
  key         integer not null,
  day         date not null,
  denominator smallint not null,
  numerator   smallint not null,
  team        integer,
  primary key (measure, record, key)
);
create index contribution_day on contribution (measure, day) include (denominator, numerator, team);

-- Which version of each projection stands here; a new one is built beside the old and swapped.
create table projection_version (
  name    text primary key,
  version text not null,
  built   timestamptz not null
);
