-- Month ends: what each measure said on a day about which children, kept as it was by those who answer for the figures.
-- Lines are facts, not the record: nothing follows from them, and a line is never changed.

create table month_end (
  id       integer generated always as identity primary key,
  -- The first and last day of the month that is kept.
  starts   date not null,
  ends     date not null check (ends > starts),
  frozen   timestamptz not null,
  frozen_by integer not null,
  -- Of which definitions the figures are (projection_version).
  version  text not null,
  lines    integer not null check (lines >= 0)
);
create index month_end_frozen on month_end (ends desc, frozen desc);

-- Of a measure over a period, each event in the month; at a date, each child and team that counted at the end of it, with
-- the day since when.
create table month_end_line (
  month_end   integer not null references month_end (id),
  measure     text not null,
  record      integer not null,
  key         integer not null,
  day         date not null,
  numerator   smallint not null,
  denominator smallint not null,
  team        integer,
  primary key (month_end, measure, record, key)
);
