-- A step of a start-up is what it was planned to be; it is reported and accepted once, and is paid as one instalment of the grant.
create function milestone_keeps_what_it_says() returns trigger language plpgsql as $$
begin
    if (new.id, new.plan_id, new.number, new.what, new.what_in_their_language, new.due_on, new.won)
            is distinct from (old.id, old.plan_id, old.number, old.what, old.what_in_their_language, old.due_on, old.won)
        or old.state = 'Accepted'
        or (old.instalment_id is not null and new.instalment_id is distinct from old.instalment_id)
        or (new.state = 'Accepted' and old.state <> 'Reported')
        or (new.state = 'Accepted' and (new.reported_by_id, new.reported_at, new.seen) is distinct from (old.reported_by_id, old.reported_at, old.seen)) then
        perform money_says_no('money_milestone_by_hand', 'a step is reported by one and accepted by another, and nothing else of it changes');
    end if;
    if new.instalment_id is not null and not exists (
        select from instalments i join awards a on a.id = i.award_id join start_up_plans p on p.case_id = a.case_id
        where i.id = new.instalment_id and p.id = new.plan_id and i.won = new.won and i.due_on = new.due_on) then
        perform money_says_no('money_milestone_other_sum', 'a step is paid as the instalment of its day and sum');
    end if;
    return new;
end
$$;

create trigger start_up_milestones_keep_what_they_say before update on start_up_milestones for each row execute function milestone_keeps_what_it_says();

create function milestone_begins_planned() returns trigger language plpgsql as $$
begin
    if new.state <> 'Planned' or new.instalment_id is not null then
        perform money_says_no('money_milestone_by_hand', 'a step is planned first');
    end if;
    return new;
end
$$;

create trigger start_up_milestones_begin_planned before insert on start_up_milestones for each row execute function milestone_begins_planned();

-- Nothing is paid before its step was accepted.
create function payment_waits_for_its_milestone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from start_up_milestones m where m.instalment_id = new.instalment_id and m.state <> 'Accepted') then
        perform money_says_no('money_milestone_open', 'the step of this instalment has not been accepted');
    end if;
    return new;
end
$$;

create trigger payments_wait_for_their_milestone before insert on payments for each row execute function payment_waits_for_its_milestone();

-- A start-up is granted by steps and never as one sum.
create function start_up_is_granted_by_steps() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from support_programmes s where s.code = new.programme_code and s.kind = 'StartUp')
        and exists (
            select from instalments i
            where i.award_id = new.id and not exists (select from start_up_milestones m where m.instalment_id = i.id)) then
        perform money_says_no('money_no_plan', 'a start-up is granted by the steps of its plan');
    end if;
    return null;
end
$$;

create constraint trigger start_ups_are_granted_by_steps after insert on awards deferrable initially deferred
    for each row execute function start_up_is_granted_by_steps();

revoke update, delete on start_up_plans, start_up_milestones from portal_app;
grant update (instalment_id, state, seen, reported_by_id, reported_at, accepted_by_id, accepted_at) on start_up_milestones to portal_app;
