-- POSTs with an Idempotency-Key. The id is a keyed digest of caller and key, the fingerprint one of path and body. A row
-- without a status was begun; the answer is written in the transaction of what was done. Rows go after a day.
create table idempotent_call (
    id varchar(64) not null primary key,
    caller varchar(64) not null,
    fingerprint varchar(64) not null,
    attempt varchar(36) not null,
    begun_at datetime(6) not null,
    status int null,
    content_type varchar(200) null,
    location varchar(500) null,
    body mediumtext null
);

create index idempotent_call_by_caller on idempotent_call (caller);
create index idempotent_call_by_time on idempotent_call (begun_at);
