-- The beginnings by which people are found, in lower case: of each word of names, address and number, and from each Chinese
-- character of the name on. The program writes them whenever one of these changes.
create table user_word (
    user_id bigint not null,
    word varchar(64) not null,
    constraint user_word_user foreign key (user_id) references app_user (id) on delete cascade
);

create index user_word_by_word on user_word (word, user_id);

-- Who is there already is found by whole names until something of them changes.
insert into user_word (user_id, word) select id, username from app_user;
insert into user_word (user_id, word) select id, lower(substring(real_name, 1, 64)) from app_user;
insert into user_word (user_id, word) select id, lower(substring(email, 1, 64)) from app_user where email is not null;
insert into user_word (user_id, word) select id, phone from app_user where phone is not null;
