-- A letter to the other side stays as it was sent, and goes only with its case. A recommendation that waits keeps its words; a second person reads it once.
create trigger other_side_letters_keep_what_they_say before update on other_side_letters
    for each row execute function keep_what_was_said();

create trigger other_side_letters_keep_all before truncate on other_side_letters
    for each statement execute function refuse_change();

create function letters_stay_with_their_case() returns trigger language plpgsql as $$
begin
    if exists (select from cases c where c.id = old.case_id) then
        raise exception '% go only with their case', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger other_side_letters_stay before delete on other_side_letters
    for each row execute function letters_stay_with_their_case();

create trigger recommendation_drafts_keep_what_they_say
    before update of id, case_id, text, addressee, addressee_kind, addressee_sector, article, period, written_by_id, written_at on recommendation_drafts
    for each row execute function keep_what_was_said();

create trigger recommendation_drafts_read_once before update on recommendation_drafts
    for each row when (old.read_at is not null) execute function keep_what_was_said();

create trigger recommendation_drafts_keep_all before truncate on recommendation_drafts
    for each statement execute function refuse_change();

create trigger recommendation_drafts_stay before delete on recommendation_drafts
    for each row execute function letters_stay_with_their_case();

-- Who looked at repeated petitions, and when, stays as it was said.
create trigger repeat_looks_keep_what_they_say before update on repeat_looks
    for each row execute function keep_what_was_said();

create trigger repeat_looks_keep_all before truncate on repeat_looks
    for each statement execute function refuse_change();

create function looks_stay_with_their_case() returns trigger language plpgsql as $$
begin
    if exists (select from cases c where c.id = old.first_id) then
        raise exception 'a look goes only with its case' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger repeat_looks_stay before delete on repeat_looks
    for each row execute function looks_stay_with_their_case();
