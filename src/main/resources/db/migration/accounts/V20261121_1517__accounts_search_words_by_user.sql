-- "Has this person a word that begins like this?", where many have.
create index user_word_by_user on user_word (user_id, word);
