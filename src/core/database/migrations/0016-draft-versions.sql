-- A draft is saved from a page that had read it at a version. What another page has saved since is never overwritten: the
-- later one is kept beside it, under the id of its own page, until its author has put the two together.
alter table draft add column version integer not null default 1;
-- Which open page saved it last, and that page's own count of its saves: an older one that arrives late changes nothing.
alter table draft add column page uuid;
alter table draft add column stamp integer not null default 0;
alter table draft add column beside uuid;
-- Recorded or deleted: the text is gone, and the row stays a while so that a save under way does not bring it back.
alter table draft add column closed timestamptz;

-- With what a browser seals text that it could not send. Given to its worker's sessions alone, and destroyed with age.
create table draft_key (
  id     uuid primary key,
  worker integer not null,
  key    bytea not null check (length(key) = 32),
  made   timestamptz not null
);
create index draft_key_worker on draft_key (worker, made desc);
