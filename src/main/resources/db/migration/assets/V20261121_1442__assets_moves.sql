-- Servers on their way. status: 10 pending_approval, 20 on_site, 30 pending_confirmation, 40 moved, 50 refused.
-- open_server_id: the server while the move is not over; a server is on one way only.
create table asset_move (
    id bigint not null primary key,
    version int not null,
    server_id bigint not null,
    open_server_id bigint null,
    reservation_id bigint null,
    asset_number varchar(64) not null,
    from_place varchar(400) not null,
    to_place varchar(400) not null,
    rack_id bigint not null,
    position_u int not null,
    height_u int not null,
    face varchar(8) not null,
    reason varchar(500) not null,
    requester varchar(64) not null,
    status int not null,
    remark varchar(4000) null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null
);

create unique index asset_move_open on asset_move (open_server_id);
create index asset_move_server on asset_move (server_id, id);
