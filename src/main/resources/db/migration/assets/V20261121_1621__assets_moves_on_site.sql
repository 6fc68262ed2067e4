-- Moves are carried out with the label scanned, and can be called off. status: also 60 cancelled.
alter table asset_move add column on_site_at datetime(6) null;
alter table asset_move add column label_scanned_at datetime(6) null;
