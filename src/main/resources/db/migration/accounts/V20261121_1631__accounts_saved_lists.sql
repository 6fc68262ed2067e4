-- What people keep of lists: filters and order as they stand in the page's address (query), and the columns, one a line.
-- shared: everybody sees it; usual: its owner's list begins with it. name_key: the name as it is told apart.
create table saved_list (
    id varchar(36) not null primary key,
    owner varchar(64) not null,
    list varchar(64) not null,
    name varchar(100) not null,
    name_key varchar(200) not null,
    query varchar(2000) not null,
    shown longtext not null,
    shared boolean not null,
    usual boolean not null,
    created_at datetime(6) not null
);

create unique index saved_list_name on saved_list (owner, list, name_key);
create index saved_list_shared on saved_list (list, shared);
