-- People who have asked for an account. The name's look is reserved while the request waits; the password's hash goes to the
-- account, or is forgotten after a while. Roles are codes, separated by commas.
create table applicant (
    id bigint not null primary key,
    version int not null,
    username varchar(64) not null,
    reserved_name varchar(64) null,
    password_hash varchar(100) null,
    real_name varchar(100) not null,
    email varchar(254) null,
    phone varchar(40) null,
    department varchar(100) null,
    status varchar(16) not null,
    address varchar(64) not null,
    requested_at datetime(6) not null,
    decided_at datetime(6) null,
    decided_by varchar(64) null,
    reason varchar(500) null,
    granted_roles varchar(1000) not null,
    constraint applicant_reserved_name unique (reserved_name)
);

create index applicant_by_username on applicant (username, id);
create index applicant_by_address on applicant (address, requested_at);
