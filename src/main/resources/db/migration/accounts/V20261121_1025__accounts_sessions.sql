-- Who is signed in at the screens, from where, since when, and until when at the latest. The id is no secret: what the
-- browser shows is the cookie of its node, which stands in no database. A session counts while its row is there, on every
-- node.
create table app_session (
    id varchar(32) not null primary key,
    user_id bigint not null,
    created_at datetime(6) not null,
    seen_at datetime(6) not null,
    ends_at datetime(6) not null,
    address varchar(64) not null,
    user_agent varchar(300) not null,
    constraint app_session_user foreign key (user_id) references app_user (id) on delete cascade
);

create index app_session_by_user on app_session (user_id, created_at);
create index app_session_by_seen on app_session (seen_at);
