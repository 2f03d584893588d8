-- What was sent stays as it was sent: to a message only its first reading may be added.
create function refuse_other_words() returns trigger language plpgsql as $$
begin
    raise exception 'a message keeps the words with which it was sent' using errcode = 'insufficient_privilege';
end
$$;

create trigger case_messages_keep_their_words
    before update of id, case_id, sent_at, from_office, author_id, code_id, purpose, body, language, in_korean, template on case_messages
    for each row execute function refuse_other_words();

create trigger case_messages_keep_their_reading before update of read_at on case_messages
    for each row when (old.read_at is not null and new.read_at is distinct from old.read_at) execute function refuse_other_words();
