-- One row per kind of object: numbers are taken in blocks of fifty, so that inserts can be sent in batches.
create table id_sequence (
    name varchar(64) not null primary key,
    next_id bigint not null
);
