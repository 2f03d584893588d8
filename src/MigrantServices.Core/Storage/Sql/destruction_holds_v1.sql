-- why, by whom and until when stays as it was said; it is lifted once
create trigger destruction_holds_keep before update on destruction_holds
    for each row when (old.lifted_at is not null
        or (new.id, new.case_id, new.reason, new.until, new.placed_by_id, new.placed_at)
        is distinct from (old.id, old.case_id, old.reason, old.until, old.placed_by_id, old.placed_at))
    execute function refuse_change();
revoke delete on destruction_holds from portal_app;

-- nothing is destroyed while somebody keeps it
create function identity_is_not_held() returns trigger language plpgsql as $$
begin
    if new.state = 'Done' and exists (select from destruction_holds h where h.case_id = new.case_id and h.lifted_at is null) then
        raise exception 'It is held.' using errcode = 'check_violation', constraint = 'identity_destructions_not_held';
    end if;
    return new;
end $$;
create trigger identity_destructions_not_held before insert or update on identity_destructions
    for each row execute function identity_is_not_held();
