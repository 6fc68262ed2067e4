-- Warranties and leases that end. status: 10 ahead, 20 pending_decision, 30 renewed, 40 replaced, 50 retired, 60 dropped.
-- covers: the day that somebody is or was reminded of; nobody is reminded of the same day twice. Empty when dropped.
create table asset_reminder (
    id bigint not null primary key,
    version int not null,
    object_kind varchar(8) not null,
    object_id bigint not null,
    name varchar(100) not null,
    contract varchar(8) not null,
    ends_on date not null,
    covers date null,
    status int not null,
    renewed_until date null,
    remark varchar(4000) null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null
);

create unique index asset_reminder_covers on asset_reminder (object_kind, object_id, contract, covers);
create index asset_reminder_object on asset_reminder (object_kind, object_id, status);
