-- What one child contributes to many measures is written together, so it stands together: one page of the index where the
-- order by measure met a page for each.
alter table contribution drop constraint contribution_pkey, add primary key (record, measure, key);
