-- How wide a rack is on the floor, in millimetres.
alter table asset_rack add column width_mm int null;
create index asset_rack_width_mm on asset_rack (width_mm, id);
