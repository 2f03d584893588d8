-- An award ends early by two people.
create trigger award_ending_proposals_begin_open before insert on award_ending_proposals for each row execute function budget_proposal_begins_open();

create function ending_proposal_is_decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'Proposed'
        or (new.id, new.award_id, new.kind, new.last_day, new.reason, new.in_their_language, new.proposed_by_id, new.proposed_at)
            is distinct from (old.id, old.award_id, old.kind, old.last_day, old.reason, old.in_their_language, old.proposed_by_id, old.proposed_at) then
        perform money_says_no('money_by_hand', 'a proposal is decided once and stays as it was proposed');
    end if;
    return new;
end
$$;

create trigger award_ending_proposals_decided_once before update on award_ending_proposals for each row execute function ending_proposal_is_decided_once();

create function award_ending_is_by_two() returns trigger language plpgsql as $$
begin
    if new.proposed_by_id is null or new.proposed_by_id = new.by_id then
        perform money_says_no('money_two_people', 'one person proposes the end of an award, another agrees');
    end if;
    return new;
end
$$;

-- before the sums follow
create trigger award_endings_by_two before insert on award_endings for each row execute function award_ending_is_by_two();

revoke update, delete on award_ending_proposals from portal_app;
grant update (state, decided_by_id, decided_at) on award_ending_proposals to portal_app;

-- A closed year's account stays as it was closed. What comes back later belongs to that year all the same, and stands in a ledger of its own.
create trigger late_entries_stay before update or delete on late_entries for each row execute function refuse_change();
create trigger late_entries_keep_all before truncate on late_entries for each statement execute function refuse_change();
revoke insert, update, delete on late_entries from portal_app;

create or replace function payment_comes_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
        insert into late_entries (id, line_id, kind, payment_id, won, at) values (gen_random_uuid(), paid.line_id, 'Returned', new.payment_id, new.won, new.recorded_at);
    end if;
    return null;
end
$$;

-- An instalment of a closed year whose payment was undone is paid from the same line of a later year, to which its money goes over; where its award ended before it, it is not paid.
create or replace function payment_is_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    undone instalments;
    award awards;
    line budget_lines;
    next_line uuid;
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
        select * into line from budget_lines l where l.id = undone.line_id;
        insert into late_entries (id, line_id, kind, payment_id, won, at) values (gen_random_uuid(), line.id, 'Undone', new.payment_id, undone.won, new.released_at);
        if undone.state = 'Due' then
            select l.id into next_line from budget_lines l where l.code = line.code and l.year > line.year and l.closed_at is null order by l.year limit 1 for update;
            if not found then
                perform money_says_no('money_no_next_line', 'what is still to be paid needs a line of a later year');
            end if;
            update budget_lines set won = won + undone.won, committed_won = committed_won + undone.won where id = next_line;
            update instalments set line_id = next_line where id = undone.id;
            insert into budget_changes (id, line_id, kind, won, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at, closing_id)
            select gen_random_uuid(), next_line, 'CarryIn', undone.won, '', new.prepared_by_id, new.prepared_at, 'Approved', new.released_by_id, new.released_at, c.id
            from budget_closings c where c.year = line.year and c.state = 'Approved';
        end if;
    end if;
    if undone.state = 'Cancelled' then
        update awards set released_won = released_won + undone.won where id = undone.award_id;
    end if;
    return null;
end
$$;
