-- under which ground somebody learned who a child is does not change afterwards
create trigger cases_keep_their_ground before update of ground, ground_since on cases
    for each row when ((old.ground, old.ground_since) is distinct from (new.ground, new.ground_since))
    execute function refuse_change();

-- what was asked stays, and is decided once
create trigger identity_destructions_keep before update on identity_destructions
    for each row when (old.state <> 'Asked'
        or (new.id, new.case_id, new.ground, new.ground_since, new.reason, new.asked_by_id, new.asked_at)
        is distinct from (old.id, old.case_id, old.ground, old.ground_since, old.reason, old.asked_by_id, old.asked_at))
    execute function refuse_change();

-- it begins as a question, and is done only once the case is over and no card is valid
create function identity_is_needed_no_more() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.state <> 'Asked' then
        raise exception 'It is asked first.' using errcode = 'check_violation', constraint = 'identity_destructions_asked_first';
    end if;
    if new.state = 'Done' and (
        not exists (select from cases c where c.id = new.case_id and c.status in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut'))
        or exists (select from card_issues i where i.case_id = new.case_id and i.state = 'Valid')) then
        raise exception 'The case is not over, or a card is valid.' using errcode = 'check_violation', constraint = 'identity_destructions_when_over';
    end if;
    return new;
end $$;
create trigger identity_destructions_when_over before insert or update on identity_destructions
    for each row execute function identity_is_needed_no_more();
revoke delete on identity_destructions from portal_app;
