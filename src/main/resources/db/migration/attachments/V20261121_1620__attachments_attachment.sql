-- Files that hang on objects. Their contents stand in parts, in the order of their numbers.
create table attachment (
    id bigint not null primary key,
    owner_kind varchar(32) not null,
    owner_key varchar(64) not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    size bigint not null,
    width int null,
    height int null,
    created_by varchar(64) not null,
    created_at datetime(6) not null
);

create index attachment_owner on attachment (owner_kind, owner_key, id);

create table attachment_part (
    attachment_id bigint not null,
    part int not null,
    content longblob not null,
    primary key (attachment_id, part),
    constraint attachment_part_of foreign key (attachment_id) references attachment (id)
);
