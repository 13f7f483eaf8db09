-- What was read from files: one row for each batch, and typed rows of its own in the tables of whoever reads it
-- (docs/decisions/0016-insight-from-files.md). A file given twice is recognised by the digest of its bytes.

create table batch (
  id      integer generated always as identity primary key,
  kind    text not null,
  name    text not null,
  digest  bytea not null check (length(digest) = 32),
  period  text,
  rows    integer not null check (rows >= 0),
  refused integer not null check (refused >= 0),
  loaded  timestamptz not null,
  author  integer,
  unique (kind, digest)
);
