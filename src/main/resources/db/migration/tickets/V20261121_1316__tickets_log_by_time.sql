-- "What happened lately, to all tickets or by one person": a range of an index.
create index ticket_log_time on ticket_log (created_at, id);
create index ticket_log_actor on ticket_log (actor, created_at, id);
