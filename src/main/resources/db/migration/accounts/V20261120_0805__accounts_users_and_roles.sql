-- People. A name is immutable and normalised by the program (NFKC, lower case, Latin letters, digits, . _ -), because
-- collations differ in what they hold equal. Language and time zone are null until they are chosen.
create table app_user (
    id bigint not null primary key,
    version int not null,
    username varchar(64) not null,
    password_hash varchar(100) not null,
    real_name varchar(100) not null,
    email varchar(254) null,
    phone varchar(40) null,
    department varchar(100) null,
    active boolean not null,
    locale varchar(20) null,
    time_zone varchar(64) null,
    theme varchar(10) not null,
    created_at datetime(6) not null,
    constraint app_user_username unique (username)
);

-- What the program knows how to allow. A row that stands here was granted to the built-in roles once; what people change
-- afterwards is theirs. An older program leaves rows alone that it does not know.
create table permission (
    name varchar(64) not null primary key
);

-- A bundle of permissions. Built-in roles have their names in the message bundles, others in the column.
create table role (
    id bigint not null primary key,
    version int not null,
    code varchar(64) not null,
    name varchar(100) null,
    constraint role_code unique (code)
);

create table role_permission (
    role_id bigint not null,
    permission varchar(64) not null,
    primary key (role_id, permission),
    constraint role_permission_role foreign key (role_id) references role (id),
    constraint role_permission_permission foreign key (permission) references permission (name)
);

create table user_role (
    user_id bigint not null,
    role_id bigint not null,
    primary key (user_id, role_id),
    constraint user_role_user foreign key (user_id) references app_user (id),
    constraint user_role_role foreign key (role_id) references role (id)
);

-- "Who has this role?" is asked whenever somebody is to be chosen.
create index user_role_by_role on user_role (role_id, user_id);

-- Groups are what tasks are offered to beside roles; their codes begin with g-.
create table user_group (
    id bigint not null primary key,
    version int not null,
    code varchar(64) not null,
    name varchar(100) not null,
    constraint user_group_code unique (code)
);

create table group_member (
    group_id bigint not null,
    user_id bigint not null,
    primary key (group_id, user_id),
    constraint group_member_group foreign key (group_id) references user_group (id),
    constraint group_member_user foreign key (user_id) references app_user (id)
);

-- "To which groups does this person belong?"
create index group_member_by_user on group_member (user_id, group_id);
