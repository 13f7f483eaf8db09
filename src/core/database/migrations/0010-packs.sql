-- Packs of the Scrutiny Board as they were published: exactly what was printed, and never changed. A correction that would
-- change one is worked out when it is read and shown beside it.

create table pack (
  id        integer generated always as identity primary key,
  -- The pack's own date: one is published for each.
  date      date not null unique,
  -- `json`, not `jsonb`: the text stays as it was written, so that its digest can be checked.
  content   json not null,
  digest    bytea not null check (length(digest) = 32),
  published timestamptz not null,
  -- Null where it was published by a command; `by` then says whose.
  author    integer,
  by        text not null
);

create function pack_stands() returns trigger language plpgsql as $$
begin
  raise exception 'A published pack is never changed or removed';
end $$;
create trigger pack_stands before update or delete on pack for each row execute function pack_stands();
create trigger pack_stays before truncate on pack for each statement execute function pack_stands();
