-- The chain: each link names its entries (members: the first id, then the distances to the next) and holds a keyed hash
-- over the link before it, its own fields and its entries' signatures.
create table audit_seal (
    id bigint not null primary key,
    sealed_at datetime(6) not null,
    entries int not null,
    members longtext not null,
    hash varbinary(32) not null
);

-- Where the chain begins (start: what is before was deleted as too old) and where it ends (head), each signed. Whoever
-- makes a link holds the head's row: one at a time over all nodes.
create table audit_mark (
    name varchar(8) not null primary key,
    seal bigint not null,
    hash varbinary(32) not null,
    mac varbinary(32) not null
);

insert into audit_mark (name, seal, hash, mac) values ('start', 0, x'00', x'00');
insert into audit_mark (name, seal, hash, mac) values ('head', 0, x'00', x'00');
