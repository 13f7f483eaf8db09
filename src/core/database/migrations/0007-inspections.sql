-- Ofsted's files and SSDA903 returns, as they were published or sent: typed rows that point to their batch
-- (docs/decisions/0016-insight-from-files.md). A release is the day a file is as at; rows of a later file of the same
-- release take the place of its earlier ones.

create table inspected_school (
  as_at          date not null,
  urn            integer not null,
  batch          integer not null references batch,
  name           text not null,
  authority      text not null check (authority ~ '^\d{3}$'),
  authority_name text not null,
  phase          text not null,
  pupils         integer check (pupils >= 0),
  primary key (as_at, urn)
);
create index inspected_school_authority on inspected_school (as_at, authority);

-- At most the latest and the previous graded inspection, as the file gives them. `grade` is null where none was given;
-- `met` are those of its judgements that were good, or at the expected standard, or better.
create table school_inspection (
  as_at      date not null,
  urn        integer not null,
  inspected  date not null,
  era        text not null check (era in ('grades', 'key-judgements', 'report-card')),
  inherited  boolean not null,
  grade      smallint check (grade between 1 and 4),
  judgements smallint not null check (judgements >= 0),
  met        smallint not null check (met between 0 and judgements),
  primary key (as_at, urn, inspected),
  foreign key (as_at, urn) references inspected_school on delete cascade
);

create table childcare_provider (
  as_at          date not null,
  urn            text not null,
  batch          integer not null references batch,
  authority_name text not null,
  type           text not null,
  places         integer check (places >= 0),
  primary key (as_at, urn)
);
create index childcare_provider_authority on childcare_provider (as_at, lower(authority_name));

create table childcare_inspection (
  as_at     date not null,
  urn       text not null,
  inspected date not null,
  era       text not null check (era in ('grades', 'report-card')),
  grade     smallint check (grade between 1 and 4),
  primary key (as_at, urn, inspected),
  foreign key (as_at, urn) references childcare_provider on delete cascade
);

-- Episodes of care as an SSDA903 return has them, in its codes, until the care services keep them themselves.
create table returned_episode (
  batch        integer not null references batch,
  row          integer not null,
  -- The 31 March on which the year of the return ends.
  year_ending  date not null,
  child        text not null,
  started      date not null,
  reason       text not null,
  legal_status text not null,
  placement    text not null,
  -- Where it is: its postcode and its number with Ofsted, as far as the return says.
  postcode     text,
  provider     text,
  ended        date check (ended >= started),
  primary key (batch, row)
);
create index returned_episode_year on returned_episode (year_ending, child, started);
