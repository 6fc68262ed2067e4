-- What waits for people. The engine's own task table cannot answer "what waits for me or my roles, the most urgent
-- first" with one index range, so every open task stands here once, and once more for each user, role or group that
-- it waits for, with the columns that lists are sorted by.
create table inbox_task (
    id varchar(64) not null primary key,
    definition_id varchar(64) not null,
    process_key varchar(255) not null,
    instance_id varchar(64) not null,
    object_key varchar(64) not null,
    title varchar(200) not null,
    step varchar(255) not null,
    status varchar(64) not null,
    action varchar(64) not null,
    assignee varchar(64) null,
    urgency int not null,
    due_at datetime(6) null,
    created_at datetime(6) not null
);

-- "What is open for this object?" is asked at every transition.
create index inbox_task_object on inbox_task (object_key);

-- principal: u:<user name>, or c:<role code or group>. sort_due is far in the future where there is no deadline:
-- the databases do not agree where nulls stand.
create table inbox_entry (
    principal varchar(80) not null,
    task_id varchar(64) not null,
    urgency int not null,
    sort_due datetime(6) not null,
    created_at datetime(6) not null,
    primary key (principal, task_id)
);

create index inbox_entry_urgency on inbox_entry (principal, urgency, sort_due, created_at, task_id);
create index inbox_entry_due on inbox_entry (principal, sort_due, created_at, task_id);
create index inbox_entry_created on inbox_entry (principal, created_at, task_id);
create index inbox_entry_task on inbox_entry (task_id);
