-- What a name looks like: two names that can be taken for each other have the same one. Null only where a row was written
-- past the program. The last sign-in at a page is for people to see; nothing is decided by it.
alter table app_user add column name_skeleton varchar(64) null;
alter table app_user add column last_sign_in_at datetime(6) null;

update app_user set name_skeleton =
    replace(replace(replace(replace(replace(username, '1', 'l'), 'i', 'l'), '0', 'o'), 'rn', 'm'), 'vv', 'w');

create unique index app_user_name_skeleton on app_user (name_skeleton);

-- Lists of people are sorted by these.
create index app_user_by_real_name on app_user (real_name, username);
create index app_user_by_department on app_user (department, username);
create index app_user_by_created on app_user (created_at, username);
