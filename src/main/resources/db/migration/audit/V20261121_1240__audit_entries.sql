-- Who did what to which object, when, from where, with which result. A row is added in the transaction of its change,
-- signed (mac), then sealed once: seal is the link of the chain that names it. Nothing else ever changes a row.
-- way: screen, api, engine, cli, job; means: the session or token; result: done, refused, failed;
-- changes: {"field": [before, after]}, in JSON.
create table audit_entry (
    id bigint not null primary key,
    created_at datetime(6) not null,
    actor varchar(64) not null,
    on_behalf_of varchar(64) null,
    way varchar(8) not null,
    address varchar(64) null,
    means varchar(80) null,
    action varchar(64) not null,
    object_kind varchar(32) not null,
    object_key varchar(190) null,
    result varchar(8) not null,
    code varchar(100) null,
    changes longtext null,
    trace_id varchar(64) null,
    mac varbinary(32) not null,
    seal bigint null
);

create index audit_entry_by_time on audit_entry (created_at, id);
create index audit_entry_by_actor on audit_entry (actor, created_at, id);
create index audit_entry_by_object on audit_entry (object_key, created_at, id);
create index audit_entry_by_action on audit_entry (action, created_at, id);
create index audit_entry_by_seal on audit_entry (seal, id);

insert into id_sequence (name, next_id) values ('audit', 1);
