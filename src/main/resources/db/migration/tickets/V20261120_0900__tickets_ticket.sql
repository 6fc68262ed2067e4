-- A ticket: a requester's problem or demand. status: 10 pending_review, 20 reviewed, 30 assigned, 40 in_progress,
-- 50 completed, 60 confirmed, 70 closed; priority: 10 low, 20 medium, 30 high, 40 urgent. Numbers, so that an index
-- sorts them as people do, with room in between. approved: the review was passed, which decides who may see it.
create table ticket (
    id bigint not null primary key,
    version int not null,
    title varchar(200) not null,
    description longtext not null,
    task_type varchar(16) not null,
    priority int not null,
    status int not null,
    moves int not null,
    approved boolean not null,
    outcome varchar(16) null,
    creator varchar(64) not null,
    reviewer varchar(64) null,
    assignee varchar(64) null,
    handler varchar(64) null,
    review_comment longtext null,
    assign_comment longtext null,
    handle_comment longtext null,
    confirm_comment longtext null,
    withdraw_comment longtext null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    closed_at datetime(6) null
);

-- Every order of the list, for those who see all tickets or all approved ones.
create index ticket_created on ticket (created_at, id);
create index ticket_updated on ticket (updated_at, id);
create index ticket_priority on ticket (priority, id);
create index ticket_status on ticket (status, id);
create index ticket_title on ticket (title, id);

-- The history is sorted by its end; the open tickets are those without one, and few.
create index ticket_closed on ticket (closed_at, id);

-- "My tickets", of requesters and of engineers: the newest first, the open ones, and the history.
create index ticket_creator_created on ticket (creator, created_at, id);
create index ticket_creator_closed on ticket (creator, closed_at, id);
create index ticket_assignee_created on ticket (assignee, created_at, id);
create index ticket_assignee_closed on ticket (assignee, closed_at, id);

-- Who moved a ticket from where to where, when and why. Rows are added, never changed; a step is recorded once,
-- whatever happens at the same moment. fields: what a form held beyond the words that the program knows, in JSON.
-- No foreign key: tickets are never deleted, and its shared lock on the ticket would let two changes block each other.
create table ticket_log (
    id bigint not null primary key,
    ticket_id bigint not null,
    step int not null,
    from_status int null,
    to_status int not null,
    action varchar(64) not null,
    actor varchar(64) not null,
    on_behalf_of varchar(64) null,
    remark longtext null,
    fields longtext null,
    created_at datetime(6) not null
);

create unique index ticket_log_step on ticket_log (ticket_id, step);

create table ticket_comment (
    id bigint not null primary key,
    ticket_id bigint not null,
    author varchar(64) not null,
    remark longtext not null,
    created_at datetime(6) not null
);

create index ticket_comment_time on ticket_comment (ticket_id, created_at, id);
