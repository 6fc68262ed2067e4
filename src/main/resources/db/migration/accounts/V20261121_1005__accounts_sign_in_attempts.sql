-- Wrong passwords of the last quarter of an hour. The name is a keyed digest, because people type passwords where names
-- belong, and because names that nobody has are counted like all others. Rows are written once and deleted when they no
-- longer count.
create table sign_in_failure (
    id bigint not null primary key,
    name_digest varchar(32) not null,
    address varchar(64) not null,
    failed_at datetime(6) not null
);

create index sign_in_failure_by_name on sign_in_failure (name_digest, failed_at);
create index sign_in_failure_by_address on sign_in_failure (address, failed_at);
create index sign_in_failure_by_time on sign_in_failure (failed_at);

-- Names for which no password is looked at until then; times is which lock in a row this is.
create table sign_in_lock (
    name_digest varchar(32) not null primary key,
    locked_at datetime(6) not null,
    locked_until datetime(6) not null,
    times int not null
);
