-- Personal tokens, given to programs. Of the token itself only a digest is kept; scopes are names of permissions with
-- blanks between them, read and written as one.
create table api_token (
    id varchar(32) not null primary key,
    user_id bigint not null,
    name varchar(100) not null,
    hash varchar(64) not null,
    scopes varchar(4000) not null,
    read_only boolean not null,
    created_at datetime(6) not null,
    ends_at datetime(6) not null,
    last_used_at datetime(6) null,
    constraint api_token_hash unique (hash),
    constraint api_token_user foreign key (user_id) references app_user (id) on delete cascade
);

create index api_token_by_user on api_token (user_id, created_at);
create index api_token_by_time on api_token (created_at);
create index api_token_by_end on api_token (ends_at);
