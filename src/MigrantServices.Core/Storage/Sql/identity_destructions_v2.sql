-- of whom it was asked stays as well
drop trigger identity_destructions_keep on identity_destructions;
create trigger identity_destructions_keep before update on identity_destructions
    for each row when (old.state <> 'Asked'
        or (new.id, new.case_id, new.parent_id, new.ground, new.ground_since, new.reason, new.asked_by_id, new.asked_at)
        is distinct from (old.id, old.case_id, old.parent_id, old.ground, old.ground_since, old.reason, old.asked_by_id, old.asked_at))
    execute function refuse_change();

-- the child with its parents goes once the case is over and no card is valid; one parent who was taken out of the file goes at any time
create or replace function identity_is_needed_no_more() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.state <> 'Asked' then
        raise exception 'It is asked first.' using errcode = 'check_violation', constraint = 'identity_destructions_asked_first';
    end if;
    if new.parent_id is not null then
        if not exists (select from case_events e where e.case_id = new.case_id and e.action = 'unlink-parent') then
            raise exception 'No parent was taken out of this file.' using errcode = 'check_violation', constraint = 'identity_destructions_of_who_is_out';
        end if;
        return new;
    end if;
    if new.state = 'Done' and (
        not exists (select from cases c where c.id = new.case_id and c.status in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut'))
        or exists (select from card_issues i where i.case_id = new.case_id and i.state = 'Valid')) then
        raise exception 'The case is not over, or a card is valid.' using errcode = 'check_violation', constraint = 'identity_destructions_when_over';
    end if;
    return new;
end $$;
