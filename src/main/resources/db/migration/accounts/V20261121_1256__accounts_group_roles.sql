-- A group may carry roles: its members have them for as long as they belong to it.
create table group_role (
    group_id bigint not null,
    role_id bigint not null,
    primary key (group_id, role_id),
    constraint group_role_group foreign key (group_id) references user_group (id),
    constraint group_role_role foreign key (role_id) references role (id)
);

-- "Which groups carry this role?"
create index group_role_by_role on group_role (role_id, group_id);

-- Roles of one's own may have a second name, for readers of English.
alter table role add column name_en varchar(100) null;
