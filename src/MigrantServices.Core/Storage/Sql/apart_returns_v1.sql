-- A case that is set apart comes back only with what two people said; and what was said is never rewritten.
create function cases_come_back_with_two_people() returns trigger language plpgsql as $$
begin
    if not exists (
        select from apart_returns r
        where r.case_id = new.id and r.state = 'Agreed' and r.decided_at = new.changed_at and r.decided_by_id <> r.proposed_by_id) then
        raise exception 'a case that is set apart comes back only by two people' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger cases_come_back_with_two_people after update of is_set_apart on cases deferrable initially deferred
    for each row when (old.is_set_apart and not new.is_set_apart) execute function cases_come_back_with_two_people();

create trigger apart_returns_keep_what_they_say
    before update of id, case_id, words, proposed_by_id, proposed_at on apart_returns
    for each row execute function keep_what_was_said();

create trigger apart_returns_decided_once
    before update on apart_returns
    for each row when (old.state <> 'Proposed') execute function keep_what_was_said();

-- what happened to a case goes only with the case
create function apart_returns_stay_with_their_case() returns trigger language plpgsql as $$
begin
    if exists (select from cases c where c.id = old.case_id) then
        raise exception 'the way back of a case goes only with the case' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger apart_returns_stay before delete on apart_returns
    for each row execute function apart_returns_stay_with_their_case();

create trigger apart_returns_keep_all before truncate on apart_returns
    for each statement execute function refuse_change();
