-- Whoever is given the name of a deleted account reads nothing of what its former owner was told.
alter table notification add constraint notification_recipient
    foreign key (recipient) references app_user (username) on delete cascade;
