-- An instalment is paid whole and once, not before its day, and by two people. The sums of the award and of the line follow, and nobody else writes them.
create function payment_is_prepared() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if (new.state, new.released_by_id, new.withdrawn_by_id) is distinct from ('Prepared'::varchar, null::uuid, null::uuid) then
        perform money_says_no('money_by_hand', 'a payment is prepared before it is released');
    end if;
    -- whoever ends the award at the same time waits, or is waited for
    perform from awards a join instalments i on i.award_id = a.id where i.id = new.instalment_id for update of a;
    if not exists (select from instalments i where i.id = new.instalment_id and i.state = 'Due') then
        perform money_says_no('money_not_due', 'this instalment is not to be paid');
    end if;
    if not exists (select from instalments i where i.id = new.instalment_id and i.won = new.won) then
        perform money_says_no('money_not_the_instalment', 'an instalment is paid whole');
    end if;
    if exists (select from instalments i join budget_lines l on l.id = i.line_id where i.id = new.instalment_id and l.closed_at is not null) then
        perform money_says_no('money_budget_closed', 'the year is closed');
    end if;
    return new;
end
$$;

create trigger payments_prepared before insert on payments for each row execute function payment_is_prepared();

create function payment_keeps_what_it_says() returns trigger language plpgsql as $$
begin
    if (new.id, new.instalment_id, new.won, new.method, new.payee, new.prepared_by_id, new.prepared_at)
            is distinct from (old.id, old.instalment_id, old.won, old.method, old.payee, old.prepared_by_id, old.prepared_at)
        or (old.state <> 'Prepared' and (new.released_by_id, new.released_at, new.paid_on, new.withdrawn_by_id)
            is distinct from (old.released_by_id, old.released_at, old.paid_on, old.withdrawn_by_id))
        or not ((old.state = 'Prepared' and new.state in ('Released', 'Withdrawn'))
            or (old.state = 'Released' and new.state = 'Reversed' and is_written_by_owner(tg_relid))) then
        perform money_says_no('money_by_hand', 'what was prepared is released or taken back, and nothing else of it changes');
    end if;
    return new;
end
$$;

create trigger payments_keep_what_they_say before update on payments for each row execute function payment_keeps_what_it_says();

create function payment_is_made() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    paid instalments;
begin
    select * into paid from instalments i where i.id = new.instalment_id;
    update awards set paid_won = paid_won + new.won where id = paid.award_id;
    update instalments set state = 'Paid' where id = paid.id and state = 'Due' and due_on <= new.paid_on returning * into paid;
    if not found then
        perform money_says_no('money_not_due', 'this instalment is not to be paid yet, or no more');
    end if;
    update budget_lines set paid_won = paid_won + new.won where id = paid.line_id and closed_at is null;
    if not found then
        perform money_says_no('money_budget_closed', 'the year is closed');
    end if;
    return null;
end
$$;

create trigger payments_made after update of state on payments
    for each row when (old.state = 'Prepared' and new.state = 'Released') execute function payment_is_made();

create function reversal_is_prepared() returns trigger language plpgsql as $$
begin
    if new.state <> 'Prepared' then
        perform money_says_no('money_by_hand', 'a reversal is prepared before it is released');
    end if;
    if not exists (
        select from payments p join instalments i on i.id = p.instalment_id
        where p.id = new.payment_id and p.state = 'Released' and i.returned_won = 0) then
        perform money_says_no('money_not_to_reverse', 'only what was paid, and of which nothing came back, is undone');
    end if;
    return new;
end
$$;

create trigger payment_reversals_prepared before insert on payment_reversals for each row execute function reversal_is_prepared();

create function reversal_keeps_what_it_says() returns trigger language plpgsql as $$
begin
    if old.state <> 'Prepared' or (new.id, new.payment_id, new.reason, new.prepared_by_id, new.prepared_at)
        is distinct from (old.id, old.payment_id, old.reason, old.prepared_by_id, old.prepared_at) then
        perform money_says_no('money_by_hand', 'a reversal is released or taken back, and nothing else of it changes');
    end if;
    return new;
end
$$;

create trigger payment_reversals_keep_what_they_say before update on payment_reversals for each row execute function reversal_keeps_what_it_says();

-- An instalment whose payment was undone can be paid again, unless its award ended before it.
create function payment_is_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    undone instalments;
    award awards;
begin
    update payments set state = 'Reversed' where id = new.payment_id and state = 'Released';
    select i.* into undone from instalments i join payments p on p.instalment_id = i.id where p.id = new.payment_id;
    update awards set paid_won = paid_won - undone.won where id = undone.award_id returning * into award;
    update instalments set state = case when undone.due_on > coalesce(award.ended_on, award.to_day) then 'Cancelled' else 'Due' end
    where id = undone.id and state = 'Paid' and returned_won = 0 returning * into undone;
    if not found then
        perform money_says_no('money_not_to_reverse', 'only what was paid, and of which nothing came back, is undone');
    end if;
    update budget_lines set paid_won = paid_won - undone.won, committed_won = committed_won - case undone.state when 'Cancelled' then undone.won else 0 end
    where id = undone.line_id and closed_at is null;
    if not found then
        perform money_says_no('money_budget_closed', 'the year is closed');
    end if;
    if undone.state = 'Cancelled' then
        update awards set released_won = released_won + undone.won where id = undone.award_id;
    end if;
    return null;
end
$$;

create trigger payment_reversals_made after update of state on payment_reversals
    for each row when (old.state = 'Prepared' and new.state = 'Released') execute function payment_is_undone();

-- What comes back unspent is the line's again.
create function payment_comes_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    paid instalments;
begin
    select i.* into paid from instalments i join payments p on p.instalment_id = i.id
    where p.id = new.payment_id and p.state = 'Released' and p.paid_on <= new.returned_on;
    if not found or exists (select from payment_reversals r where r.payment_id = new.payment_id and r.state = 'Prepared') then
        perform money_says_no('money_not_to_return', 'only of what was paid something comes back');
    end if;
    perform from awards a where a.id = paid.award_id for update;
    update instalments set returned_won = returned_won + new.won where id = paid.id and returned_won + new.won <= won;
    if not found then
        perform money_says_no('money_more_than_paid', 'no more comes back than was paid');
    end if;
    update awards set paid_won = paid_won - new.won, released_won = released_won + new.won where id = paid.award_id;
    update budget_lines set paid_won = paid_won - new.won, committed_won = committed_won - new.won where id = paid.line_id and closed_at is null;
    if not found then
        perform money_says_no('money_budget_closed', 'the year is closed');
    end if;
    return null;
end
$$;

create trigger payment_returns_made after insert on payment_returns for each row execute function payment_comes_back();

create function delivery_stays_as_it_was() returns trigger language plpgsql as $$
begin
    if old.acknowledged is not null or (new.id, new.award_id, new.what, new.count, new.handed_on, new.handed_by_id, new.recorded_at)
        is distinct from (old.id, old.award_id, old.what, old.count, old.handed_on, old.handed_by_id, old.recorded_at) then
        perform money_says_no('money_by_hand', 'only its acknowledgement is added to a delivery, once');
    end if;
    return new;
end
$$;

create trigger deliveries_stay_as_they_were before update on deliveries for each row execute function delivery_stays_as_it_was();

create function delivery_belongs_to_its_award() returns trigger language plpgsql as $$
begin
    if not exists (select from awards a where a.id = new.award_id and new.handed_on between a.from_day and coalesce(a.ended_on, a.to_day)) then
        perform money_says_no('money_outside_the_period', 'something is handed over within the days of its award');
    end if;
    return new;
end
$$;

create trigger deliveries_belong_to_their_award before insert on deliveries for each row execute function delivery_belongs_to_its_award();

-- Places are numbered: nobody shares one, nobody has two, and there is no number beyond the last.
alter table place_stays add constraint place_stays_one_person_a_place
    exclude using gist (places_id with =, number with =, daterange(from_day, to_day, '[]') with &&);
alter table place_stays add constraint place_stays_one_place_a_person
    exclude using gist (member with =, places_id with =, daterange(from_day, to_day, '[]') with &&);

create function stay_has_a_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    room provider_places;
begin
    select * into room from provider_places p where p.id = new.places_id for update;
    if new.number > room.places then
        perform money_says_no('money_no_place', 'there are not so many places');
    end if;
    if not exists (
        select from awards a
        where a.id = new.award_id and a.programme_code = room.programme_code and new.member = any (a.members)
          and new.from_day >= a.from_day and new.to_day <= coalesce(a.ended_on, a.to_day)) then
        perform money_says_no('money_outside_the_period', 'a place is given to somebody of the award, within its days');
    end if;
    return new;
end
$$;

create trigger place_stays_have_a_place before insert on place_stays for each row execute function stay_has_a_place();

create function places_hold_their_people() returns trigger language plpgsql as $$
begin
    if (new.id, new.programme_code, new.provider) is distinct from (old.id, old.programme_code, old.provider) then
        perform money_says_no('money_by_hand', 'only the number of places changes');
    end if;
    if exists (select from place_stays s where s.places_id = new.id and s.number > new.places and s.to_day >= current_date) then
        perform money_says_no('money_no_place', 'somebody has this place');
    end if;
    return new;
end
$$;

create trigger provider_places_hold_their_people before update on provider_places for each row execute function places_hold_their_people();

revoke update, delete on payments, payment_reversals, payment_returns, deliveries, provider_places, place_stays from portal_app;
grant update (state, released_by_id, released_at, paid_on, withdrawn_by_id) on payments to portal_app;
grant update (state, released_by_id, released_at) on payment_reversals to portal_app;
grant update (acknowledged, acknowledged_on, acknowledgement_by_id) on deliveries to portal_app;
grant update (places) on provider_places to portal_app;
