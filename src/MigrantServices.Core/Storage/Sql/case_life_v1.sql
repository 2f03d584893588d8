-- A case moves only where the table of its service leads, and only with the line of history that says so. What was written into the history
-- stays as long as its case. The lines are put in by the program whenever the tables are renewed.
create function case_follows_its_table() returns trigger language plpgsql as $$
begin
    if not exists (select from lifecycle_lines l where l.service = new.service and l.from_status = old.status and l.to_status = new.status) then
        raise exception 'no line of % leads from % to %', new.service, old.status, new.status using errcode = 'check_violation';
    end if;
    if not exists (
        select from case_events e
        where e.case_id = new.id and e.at = new.changed_at and e.from_status = old.status and e.to_status = new.status) then
        raise exception 'a case moves only with its line of history' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger cases_follow_their_table after update of status on cases deferrable initially deferred
    for each row when (old.status is distinct from new.status) execute function case_follows_its_table();

create function history_follows_the_table() returns trigger language plpgsql as $$
begin
    if not exists (
        select from cases c join lifecycle_lines l on l.service = c.service
        where c.id = new.case_id and l.from_status = new.from_status and l.action = new.action and l.to_status = new.to_status) then
        raise exception 'no line leads from % by % to %', new.from_status, new.action, new.to_status using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger case_events_follow_the_table before insert on case_events
    for each row execute function history_follows_the_table();

create function history_stays_with_its_case() returns trigger language plpgsql as $$
begin
    if exists (select from cases c where c.id = old.case_id) then
        raise exception 'the history of a case goes only with the case' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger case_events_stay before delete on case_events
    for each row execute function history_stays_with_its_case();

create trigger case_events_keep_all before truncate on case_events
    for each statement execute function refuse_change();
