-- In every state: nobody whom somebody of the household excluded, under whichever of their keys, and nobody who declared a conflict in the case. What was booked rightly may be closed.
create or replace function appointment_interpreter_may_come() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.state = 'Booked' and new.state <> 'Booked'
        and (new.interpreter_id, new.person, new.case_id) is not distinct from (old.interpreter_id, old.person, old.case_id) then
        return new;
    end if;
    -- whoever excludes, or declares a conflict, at the same time waits, or is waited for
    perform from interpreters i where i.id = new.interpreter_id for update;
    if exists (
            select from interpreter_exclusions e
            where e.interpreter_id = new.interpreter_id
              and (e.person = new.person
                or e.person in (select s.as_key from same_people s where s.key = new.person)
                or e.person in (select p.key from household_people p where p.case_id = new.case_id)
                or e.person in (select s.as_key from household_people p join same_people s on s.key = p.key where p.case_id = new.case_id)))
        or exists (select from interpreter_conflicts c where c.interpreter_id = new.interpreter_id and c.case_id = new.case_id)
        or exists (select from interpreters i where i.id = new.interpreter_id and i.left_at is not null) then
        raise exception using errcode = 'check_violation', constraint = 'appointments_interpreter_may_not_come', message = 'this interpreter may not come';
    end if;
    return new;
end
$$;

drop trigger appointments_interpreter_may_come on appointments;
create trigger appointments_interpreter_may_come before insert or update of interpreter_id, person, case_id, state on appointments
    for each row when (new.interpreter_id is not null) execute function appointment_interpreter_may_come();

-- What is booked with somebody who is excluded is to be booked anew, also in the other applications of the same people.
create or replace function exclusion_takes_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from interpreters i where i.id = new.interpreter_id for update;
    update appointments a set interpreter_id = null, declared_at = null
    where a.interpreter_id = new.interpreter_id and a.state = 'Booked'
      and (a.person = new.person or exists (
          select from household_people p
          where p.case_id = a.case_id and (p.key = new.person or exists (select from same_people s where s.key = p.key and s.as_key = new.person))));
    return new;
end
$$;

create function conflict_takes_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- the case first, as the desk that books does: nobody waits for each other in a ring
    perform from cases c where c.id = new.case_id for key share;
    perform from interpreters i where i.id = new.interpreter_id for update;
    update appointments a set interpreter_id = null, declared_at = null
    where a.interpreter_id = new.interpreter_id and a.case_id = new.case_id and a.state = 'Booked';
    return new;
end
$$;

create trigger interpreter_conflicts_take_effect before insert on interpreter_conflicts for each row execute function conflict_takes_effect();

create trigger interpreter_exclusions_keep_all before truncate on interpreter_exclusions for each statement execute function refuse_change();
