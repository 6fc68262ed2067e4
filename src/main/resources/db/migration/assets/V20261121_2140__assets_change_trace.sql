-- The request in which it was changed: the same id as in the audit log, the program's log and the answer.
alter table asset_change add column trace_id varchar(64) null;
