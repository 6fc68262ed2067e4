-- Sign-ins by programs. A family is every token that came from one sign-in: all count while the row is there, on every
-- node. The refresh token that counts is kept as a digest; it is found by a number that stands in no access token.
create table token_family (
    id varchar(32) not null primary key,
    user_id bigint not null,
    lookup varchar(32) not null,
    secret_hash varchar(64) not null,
    created_at datetime(6) not null,
    ends_at datetime(6) not null,
    address varchar(64) not null,
    constraint token_family_lookup unique (lookup),
    constraint token_family_user foreign key (user_id) references app_user (id) on delete cascade
);

create index token_family_by_user on token_family (user_id, created_at);
create index token_family_by_end on token_family (ends_at);
