-- True where somebody else chose the password: then its owner may do nothing but choose another.
alter table app_user add column must_change_password boolean default false not null;
