-- Whose tasks somebody does from when until when. In force is what has begun and not ended; ending early moves the end, and
-- what is taken back before it begins is deleted.
create table delegation (
    id bigint not null primary key,
    absent varchar(64) not null,
    colleague varchar(64) not null,
    begins_at datetime(6) not null,
    ends_at datetime(6) not null,
    reason varchar(500) null,
    created_by varchar(64) not null,
    created_at datetime(6) not null,
    ended_by varchar(64) null
);

create index delegation_absent on delegation (absent, begins_at, id);
create index delegation_colleague on delegation (colleague, begins_at, id);
create index delegation_begins on delegation (begins_at, id);
