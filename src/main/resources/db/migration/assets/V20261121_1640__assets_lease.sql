-- What is leased goes back one day.
alter table asset_server add column lease_until date null;
create index asset_server_lease_until on asset_server (lease_until, id);

alter table asset_rack add column lease_until date null;
create index asset_rack_lease_until on asset_rack (lease_until, id);
