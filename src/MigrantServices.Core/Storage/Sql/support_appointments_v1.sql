-- Nobody interprets at two places at a time.
alter table appointments add constraint appointments_interpreter_busy
    exclude using gist (interpreter_id with =, tstzrange(starts_at, ends_at) with &&) where (interpreter_id is not null and state in ('Booked', 'Attended'));

-- Whom somebody of the household excluded never comes to any of them, and who declared a conflict comes to nobody of the case.
create function appointment_interpreter_may_come() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.interpreter_id is null then
        return new;
    end if;
    -- whoever excludes at the same time waits, or is waited for
    perform from interpreters i where i.id = new.interpreter_id for update;
    if exists (
            select from interpreter_exclusions e
            where e.interpreter_id = new.interpreter_id
              and (e.person = new.person or e.person in (select p.key from household_people p where p.case_id = new.case_id)))
        or exists (select from interpreter_conflicts c where c.interpreter_id = new.interpreter_id and c.case_id = new.case_id)
        or exists (select from interpreters i where i.id = new.interpreter_id and i.left_at is not null) then
        raise exception using errcode = 'check_violation', constraint = 'appointments_interpreter_may_not_come', message = 'this interpreter may not come';
    end if;
    return new;
end
$$;

create trigger appointments_interpreter_may_come before insert or update of interpreter_id, person, case_id, state on appointments
    for each row when (new.state = 'Booked') execute function appointment_interpreter_may_come();

-- What is booked with somebody who is excluded is to be booked anew.
create function exclusion_takes_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from interpreters i where i.id = new.interpreter_id for update;
    update appointments a set interpreter_id = null, declared_at = null
    where a.interpreter_id = new.interpreter_id and a.state = 'Booked'
      and (a.person = new.person or exists (select from household_people p where p.case_id = a.case_id and p.key = new.person));
    return new;
end
$$;

create trigger interpreter_exclusions_take_effect before insert on interpreter_exclusions for each row execute function exclusion_takes_effect();

-- "Never again" is never taken back, and what an interpreter declared stays.
create trigger interpreter_exclusions_stay before update or delete on interpreter_exclusions for each row execute function refuse_change();
create trigger interpreter_conflicts_stay before update on interpreter_conflicts for each row execute function refuse_change();

revoke update, delete on interpreters, interpreter_exclusions, interpreter_conflicts from portal_app;
revoke delete on appointments from portal_app;
grant update (left_at) on interpreters to portal_app;
