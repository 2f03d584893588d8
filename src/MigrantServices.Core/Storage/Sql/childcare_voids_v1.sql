-- A paid month stays as it was entered. It can only be voided, once, and only on what two people agreed about this very month.
drop trigger childcare_months_append_only on childcare_months;
create trigger childcare_months_append_only before update on childcare_months
    for each row when (old.void_id is not null or new.void_id is null
        or (new.id, new.award_id, new.case_id, new.child_id, new.municipality, new.daycare, new.month, new.amount, new.entered_by_id, new.entered_at)
        is distinct from (old.id, old.award_id, old.case_id, old.child_id, old.municipality, old.daycare, old.month, old.amount, old.entered_by_id, old.entered_at))
    execute function refuse_change();
grant update (void_id) on childcare_months to portal_app;

-- at the end, since the two rows are written in one go and in no set order
create function childcare_void_is_agreed() returns trigger language plpgsql as $$
begin
    if new.void_id is not null and not exists (select from childcare_voids v where v.id = new.void_id and v.month_id = new.id and v.state = 'Approved') then
        raise exception 'A month is voided by two people.' using errcode = 'check_violation', constraint = 'childcare_months_void_agreed';
    end if;
    return null;
end $$;
create constraint trigger childcare_months_void_agreed after insert or update on childcare_months
    deferrable initially deferred for each row execute function childcare_void_is_agreed();

-- what was proposed stays, and is decided once
create trigger childcare_voids_keep before update on childcare_voids
    for each row when (old.state <> 'Proposed'
        or (new.id, new.month_id, new.case_id, new.reason, new.proposed_by_id, new.proposed_at)
        is distinct from (old.id, old.month_id, old.case_id, old.reason, old.proposed_by_id, old.proposed_at))
    execute function refuse_change();

-- a check of a child is added to and never changed
create trigger child_checks_append_only before update on child_checks
    for each row execute function refuse_change();
revoke update on child_checks from portal_app;
