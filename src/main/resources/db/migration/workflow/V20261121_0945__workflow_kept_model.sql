-- A newer version of a process came with a release, and its owner has decided to keep their own. Asked again only when
-- the content that comes with the product is another one. (Who took the newer version stands with its deployment.)
create table kept_model (
    process_key varchar(255) not null,
    digest char(64) not null,
    kept_by varchar(64) not null,
    kept_at datetime(6) not null,
    primary key (process_key, digest)
);
