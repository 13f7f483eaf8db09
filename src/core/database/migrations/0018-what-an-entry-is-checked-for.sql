-- A check is read and prepared anew by every statement that writes to its table; on the path of every write these took as
-- long as an index. What they guard is guarded before: an entry is made in one place, its link is missing where it does not
-- follow from what stands there (which the table refuses), and whatever else was written shows when the chain is verified.
alter table entry
  drop constraint entry_position_check,
  drop constraint entry_kind_check,
  drop constraint entry_digest_check,
  drop constraint entry_link_check;
