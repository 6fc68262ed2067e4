-- The physical world: machine rooms, racks in them, servers in those. Numbers for states, so that an index sorts them as
-- people do. *_key: a name in the form in which no two may be alike (width, case and accents count for nothing), made by
-- the program, because databases do not agree on it. search: what lists look through, in lower case.

-- status: 10 planned, 20 active, 30 maintenance, 40 retired
create table asset_room (
    id bigint not null primary key,
    version int not null,
    name varchar(200) not null,
    code varchar(64) not null,
    code_key varchar(128) not null,
    address varchar(500) null,
    contact varchar(100) null,
    phone varchar(50) null,
    owner varchar(64) null,
    area_m2 decimal(10, 2) null,
    power_kw decimal(10, 2) null,
    cooling varchar(200) null,
    status int not null,
    notes longtext null,
    search varchar(4000) not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null
);

create unique index asset_room_code_key on asset_room (code_key);
create index asset_room_name on asset_room (name, id);
create index asset_room_code on asset_room (code, id);
create index asset_room_address on asset_room (address, id);
create index asset_room_contact on asset_room (contact, id);
create index asset_room_phone on asset_room (phone, id);
create index asset_room_owner on asset_room (owner, id);
create index asset_room_area_m2 on asset_room (area_m2, id);
create index asset_room_power_kw on asset_room (power_kw, id);
create index asset_room_cooling on asset_room (cooling, id);
create index asset_room_status on asset_room (status, id);
create index asset_room_created_at on asset_room (created_at, id);
create index asset_room_updated_at on asset_room (updated_at, id);

-- status as for rooms. row_name and position: where it stands on the floor.
create table asset_rack (
    id bigint not null primary key,
    version int not null,
    room_id bigint not null,
    name varchar(100) not null,
    name_key varchar(200) not null,
    row_name varchar(32) null,
    position int null,
    height_u int not null,
    power_limit_w int null,
    status int not null,
    owner varchar(100) null,
    notes longtext null,
    search varchar(4000) not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    constraint asset_rack_in_room foreign key (room_id) references asset_room (id)
);

create unique index asset_rack_name_key on asset_rack (room_id, name_key);
create index asset_rack_floor on asset_rack (room_id, row_name, position, id);
create index asset_rack_name on asset_rack (name, id);
create index asset_rack_row_name on asset_rack (row_name, id);
create index asset_rack_position on asset_rack (position, id);
create index asset_rack_height_u on asset_rack (height_u, id);
create index asset_rack_power_limit_w on asset_rack (power_limit_w, id);
create index asset_rack_status on asset_rack (status, id);
create index asset_rack_owner on asset_rack (owner, id);
create index asset_rack_created_at on asset_rack (created_at, id);
create index asset_rack_updated_at on asset_rack (updated_at, id);

-- status: 10 planned, 20 in stock, 30 active, 40 maintenance, 50 failed, 60 retired
create table asset_server (
    id bigint not null primary key,
    version int not null,
    asset_number varchar(64) not null,
    asset_number_key varchar(128) not null,
    serial varchar(100) null,
    serial_key varchar(200) null,
    vendor varchar(100) null,
    model varchar(100) null,
    role varchar(100) null,
    owner varchar(100) null,
    service varchar(100) null,
    rack_id bigint null,
    position_u int null,
    height_u int not null,
    face varchar(8) null,
    power_w int null,
    management_address varchar(45) null,
    os varchar(200) null,
    cpu varchar(200) null,
    memory_gb int null,
    disks varchar(500) null,
    purchased_on date null,
    warranty_until date null,
    status int not null,
    search varchar(4000) not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    constraint asset_server_in_rack foreign key (rack_id) references asset_rack (id)
);

create unique index asset_server_number_key on asset_server (asset_number_key);
create unique index asset_server_serial_key on asset_server (serial_key);
create index asset_server_place on asset_server (rack_id, position_u, id);
create index asset_server_asset_number on asset_server (asset_number, id);
create index asset_server_serial on asset_server (serial, id);
create index asset_server_vendor on asset_server (vendor, id);
create index asset_server_model on asset_server (model, id);
create index asset_server_role on asset_server (role, id);
create index asset_server_owner on asset_server (owner, id);
create index asset_server_service on asset_server (service, id);
create index asset_server_position_u on asset_server (position_u, id);
create index asset_server_height_u on asset_server (height_u, id);
create index asset_server_face on asset_server (face, id);
create index asset_server_power_w on asset_server (power_w, id);
create index asset_server_management_address on asset_server (management_address, id);
create index asset_server_os on asset_server (os, id);
create index asset_server_cpu on asset_server (cpu, id);
create index asset_server_memory_gb on asset_server (memory_gb, id);
create index asset_server_disks on asset_server (disks, id);
create index asset_server_purchased_on on asset_server (purchased_on, id);
create index asset_server_warranty_until on asset_server (warranty_until, id);
create index asset_server_status on asset_server (status, id);
create index asset_server_created_at on asset_server (created_at, id);
create index asset_server_updated_at on asset_server (updated_at, id);

create table asset_server_address (
    server_id bigint not null,
    place int not null,
    address varchar(45) not null,
    primary key (server_id, place),
    constraint asset_server_address_of foreign key (server_id) references asset_server (id)
);

create index asset_server_address_find on asset_server_address (address, server_id);

create table asset_server_tag (
    server_id bigint not null,
    tag varchar(50) not null,
    primary key (server_id, tag),
    constraint asset_server_tag_of foreign key (server_id) references asset_server (id)
);

create index asset_server_tag_find on asset_server_tag (tag, server_id);

-- Fields that an administrator has given to servers, and what they hold. choices: one a line.
create table asset_field (
    id bigint not null primary key,
    version int not null,
    name varchar(50) not null,
    label varchar(100) not null,
    kind varchar(16) not null,
    required boolean not null,
    choices longtext not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null
);

create unique index asset_field_name on asset_field (name);

create table asset_server_value (
    server_id bigint not null,
    field_name varchar(50) not null,
    field_value varchar(500) not null,
    primary key (server_id, field_name),
    constraint asset_server_value_of foreign key (server_id) references asset_server (id)
);

create index asset_server_value_find on asset_server_value (field_name, field_value, server_id);

-- Units that are kept free for somebody; move_id: for the server that is on its way there.
create table asset_reservation (
    id bigint not null primary key,
    version int not null,
    rack_id bigint not null,
    position_u int not null,
    height_u int not null,
    face varchar(8) not null,
    power_w int null,
    owner varchar(100) not null,
    reserved_until date null,
    reason varchar(500) null,
    move_id bigint null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    constraint asset_reservation_in_rack foreign key (rack_id) references asset_rack (id)
);

create index asset_reservation_rack on asset_reservation (rack_id, position_u, id);
create index asset_reservation_until on asset_reservation (reserved_until);

-- What stands where: the one place that decides whether a unit is free, whoever asks at the same moment. A server of full
-- depth has a row for each face; reservations have rows as well.
create table asset_rack_unit (
    rack_id bigint not null,
    face varchar(8) not null,
    unit int not null,
    server_id bigint null,
    reservation_id bigint null,
    primary key (rack_id, face, unit),
    constraint asset_rack_unit_in_rack foreign key (rack_id) references asset_rack (id)
);

create index asset_rack_unit_server on asset_rack_unit (server_id);
create index asset_rack_unit_reservation on asset_rack_unit (reservation_id);

-- Who changed what on one object, before and after (JSON), why, and for which ticket. Rows are added, never changed.
create table asset_change (
    id bigint not null primary key,
    kind varchar(8) not null,
    object_id bigint not null,
    object_version int not null,
    action varchar(32) not null,
    actor varchar(64) not null,
    on_behalf_of varchar(64) null,
    fields longtext not null,
    reason varchar(500) null,
    ticket varchar(32) null,
    created_at datetime(6) not null
);

create index asset_change_of on asset_change (kind, object_id, id);
