-- What became of somebody is recorded once, not before its day, and stays.
create function outcome_stays() returns trigger language plpgsql as $$
begin
    if old.result is not null
        or (new.id, new.case_id, new.award_id, new.member, new.point, new.due_on) is distinct from (old.id, old.case_id, old.award_id, old.member, old.point, old.due_on)
        or (new.recorded_at at time zone 'Asia/Seoul')::date < old.due_on then
        raise exception using errcode = 'check_violation', constraint = 'work_outcomes_stay', message = 'what became of somebody is recorded once, not before its day';
    end if;
    return new;
end
$$;

create trigger work_outcomes_stay before update on work_outcomes for each row execute function outcome_stays();

revoke update, delete on work_outcomes from portal_app;
grant update (result, words, recorded_by_id, recorded_at) on work_outcomes to portal_app;
