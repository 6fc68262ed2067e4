-- What somebody was told: a message key and what fills its places (a JSON array), worded when it is read. A copy for each
-- person, forgotten after a while.
create table notification (
    id bigint not null primary key,
    recipient varchar(64) not null,
    message_key varchar(120) not null,
    arguments longtext not null,
    link varchar(500) null,
    unread boolean not null,
    created_at datetime(6) not null
);

create index notification_newest on notification (recipient, created_at, id);
create index notification_unread on notification (recipient, unread, created_at, id);
create index notification_age on notification (created_at);
