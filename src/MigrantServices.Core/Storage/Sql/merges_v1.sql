-- A case is merged, and parted again, only with what two people said; and what was said is never rewritten.
create function case_merges_with_two_people() returns trigger language plpgsql as $$
begin
    if new.status = 'Merged' and not exists (
        select from case_merges m where m.merged_id = new.id and m.state in ('Merged', 'UndoProposed') and m.decided_by_id <> m.proposed_by_id) then
        raise exception 'a case is merged only by two people' using errcode = 'check_violation';
    end if;
    if old.status = 'Merged' and not exists (
        select from case_merges m
        where m.merged_id = new.id and m.state = 'Undone' and m.undone_at = new.changed_at and m.status_before = new.status) then
        raise exception 'a merged case goes back only by two people, and only to where it stood' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger cases_merge_with_two_people after update of status on cases deferrable initially deferred
    for each row when (old.status is distinct from new.status and (old.status = 'Merged' or new.status = 'Merged'))
    execute function case_merges_with_two_people();

create function keep_what_was_said() returns trigger language plpgsql as $$
begin
    raise exception '% keeps what was said', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger case_merges_keep_what_they_say
    before update of id, merged_id, surviving_id, ground, words, proposed_by_id, proposed_at on case_merges
    for each row execute function keep_what_was_said();

create trigger case_merges_decided_once
    before update on case_merges
    for each row when (
        (old.decided_by_id is not null and (new.decided_by_id, new.decided_at, new.status_before, new.due_on_before, new.paused_on_before)
            is distinct from (old.decided_by_id, old.decided_at, old.status_before, old.due_on_before, old.paused_on_before))
        or old.state in ('Declined', 'Undone')
        or (old.undo_proposed_by_id is not null and new.undo_proposed_by_id is not null and new.undo_proposed_by_id <> old.undo_proposed_by_id))
    execute function keep_what_was_said();

-- what happened to a case goes only with the case
create function merges_stay_with_their_case() returns trigger language plpgsql as $$
begin
    if exists (select from cases c where c.id = old.merged_id) then
        raise exception 'a merge goes only with its case' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger case_merges_stay before delete on case_merges
    for each row execute function merges_stay_with_their_case();

create trigger case_merges_keep_all before truncate on case_merges
    for each statement execute function refuse_change();

create trigger case_pair_answers_keep_what_they_say
    before update on case_pair_answers
    for each row execute function keep_what_was_said();

create trigger case_pair_answers_keep_all before truncate on case_pair_answers
    for each statement execute function refuse_change();

create function answers_stay_with_their_pair() returns trigger language plpgsql as $$
begin
    if exists (select from case_pairs p join cases a on a.id = p.lower_id join cases b on b.id = p.higher_id where p.id = old.pair_id) then
        raise exception 'what was said of a pair goes only with its cases' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger case_pair_answers_stay before delete on case_pair_answers
    for each row execute function answers_stay_with_their_pair();
