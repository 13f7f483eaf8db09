-- Published figures: what the Department for Education publishes of every authority, region and England, and which
-- authorities it says are most like each other (docs/decisions/0016-insight-from-files.md).

create table published_area (
  -- The Department's number: 331 Coventry, 984 West Midlands, 970 England.
  code     text primary key check (code ~ '^\d{3,4}$'),
  name     text not null,
  -- The number of the region an authority lies in, where that is known.
  region   text check (region ~ '^\d{3,4}$'),
  -- The code of the Office for National Statistics: E08000026.
  ons_code text unique
);

create table published_series (
  id        integer generated always as identity primary key,
  -- The Local Authority Interactive Tool, or a table of Explore Education Statistics.
  source    text not null check (source in ('lait', 'ees')),
  -- The name without case or blanks: by this a series is found.
  key       text not null,
  name      text not null,
  title     text,
  title_key text,
  -- Of a table of Explore Education Statistics: the indicator alone, without what it is broken down by, as a key.
  indicator text not null,
  unit      text,
  decimals  smallint check (decimals between 0 and 10),
  better    text check (better in ('higher', 'lower')),
  unique (source, key)
);
create index published_series_title on published_series (title_key);
create index published_series_indicator on published_series (indicator);

create table published_period (
  id     integer generated always as identity primary key,
  -- As it is published: 2021, 202122, 2021/22, 2016-17 (OT), 2018 (Rev).
  label  text not null unique,
  -- The same for labels that mean the same years: 2021-22.
  plain  text not null,
  starts smallint not null,
  ends   smallint not null check (ends >= starts)
);

-- Its numbers refer to the tables above; checking that again for each of some 600,000 rows would take longer than
-- loading them.
create table published_value (
  series integer not null,
  area   smallint not null,
  period integer not null,
  value  double precision,
  -- Why there is no figure, in the publisher's sign: x c z u k low : -
  marker text,
  batch  integer not null,
  primary key (series, area, period),
  check ((value is null) <> (marker is null))
);

-- Cells that a later release changed, and what they were.
create table published_revision (
  batch      integer not null references batch,
  series     integer not null,
  area       smallint not null,
  period     integer not null,
  was_value  double precision,
  was_marker text,
  value      double precision,
  marker     text,
  primary key (batch, series, area, period)
);

create table published_neighbour (
  -- The year and month in which the model was published, and the first day of that month.
  model     text not null check (model ~ '^\d{4}-\d{2}$'),
  since     date not null,
  authority text not null,
  rank      smallint not null check (rank > 0),
  neighbour text not null check (neighbour <> authority),
  closeness text,
  batch     integer not null references batch,
  primary key (model, authority, rank),
  unique (model, authority, neighbour)
);
create index published_neighbour_since on published_neighbour (authority, since);
