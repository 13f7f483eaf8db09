-- Nearly every entry changes a person's row: what was recorded last, when the child was last seen. With room left on its
-- page the new version stands beside the old one, and the six indexes of the table need not be written.
alter table person set (fillfactor = 85);
