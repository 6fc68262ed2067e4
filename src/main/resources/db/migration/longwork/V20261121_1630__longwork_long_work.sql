-- Work that goes on behind somebody's back. phase: RUNNING, DONE, FAILED, INTERRUPTED; beat_at: when whoever carries it out
-- was last known to be alive; what, result: JSON of whoever began it. The end of work is written in the transaction of what
-- was done, so that neither stands without the other.
create table long_work (
    id varchar(36) not null primary key,
    kind varchar(64) not null,
    person varchar(64) not null,
    phase varchar(16) not null,
    what longtext not null,
    done bigint not null,
    total bigint not null,
    result longtext null,
    problem varchar(2000) null,
    begun_at datetime(6) not null,
    beat_at datetime(6) not null,
    ended_at datetime(6) null
);

create index long_work_of on long_work (kind, person, begun_at);
create index long_work_by_time on long_work (begun_at);
