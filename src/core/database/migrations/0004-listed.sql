-- What worklists read. A task names the entry that started it; an entry whose step says `listed` in its definition has
-- its named answers here as columns (docs/decisions/0004-what-lists-are-made-of.md).

alter table task add column started_by integer;

create table listed (
  record    integer not null,
  position  integer not null,
  episode   integer not null,
  pathway   text not null,
  step      text not null,
  act       uuid not null,
  day       date,
  at        timestamptz,
  kind      text,
  rating    text,
  party     text,
  reference text,
  words     text,
  primary key (record, position)
);
create index listed_at on listed (pathway, step, at);

-- Lists of what waits for whom, and of what is still open on a service.
create index task_falls on task (falls, due) where kind = 'clock';
