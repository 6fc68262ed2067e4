-- Who is not active any more, among many who are.
create index app_user_by_active on app_user (active, username);
