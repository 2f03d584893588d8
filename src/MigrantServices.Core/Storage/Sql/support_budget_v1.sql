-- The sums of a budget line are written by these functions and by nobody else: the portal's own role may add lines and proposals, and decide, and no more.
-- A refusal of the database bears the name of its rule where other errors bear the name of a constraint.
create function money_says_no(rule text, words text) returns void language plpgsql as $$
begin
    raise exception using message = words, errcode = 'check_violation', constraint = rule;
end
$$;

-- what these functions do themselves, they do as the owner of the tables
create function is_written_by_owner(written oid) returns boolean language sql stable as $$
    select current_user = pg_get_userbyid(c.relowner) from pg_class c where c.oid = written
$$;

create function budget_line_begins_empty() returns trigger language plpgsql as $$
begin
    if not is_written_by_owner(tg_relid) and (new.won, new.committed_won, new.paid_won) is distinct from (0::bigint, 0::bigint, 0::bigint) then
        perform money_says_no('money_by_hand', 'a line begins empty');
    end if;
    if new.closed_at is not null or exists (select from budget_closings c where c.year = new.year and c.state = 'Approved') then
        perform money_says_no('money_budget_closed', 'the year is closed');
    end if;
    return new;
end
$$;

create trigger budget_lines_begin_empty before insert on budget_lines for each row execute function budget_line_begins_empty();

create function budget_proposal_begins_open() returns trigger language plpgsql as $$
begin
    if not is_written_by_owner(tg_relid) and new.state <> 'Proposed' then
        perform money_says_no('money_by_hand', 'what is proposed is not decided yet');
    end if;
    return new;
end
$$;

create trigger budget_changes_begin_open before insert on budget_changes for each row execute function budget_proposal_begins_open();
create trigger budget_closings_begin_open before insert on budget_closings for each row execute function budget_proposal_begins_open();

create function budget_change_is_decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'Proposed'
        or (new.id, new.line_id, new.kind, new.won, new.reason, new.proposed_by_id, new.proposed_at, new.closing_id)
            is distinct from (old.id, old.line_id, old.kind, old.won, old.reason, old.proposed_by_id, old.proposed_at, old.closing_id) then
        perform money_says_no('money_by_hand', 'a change is decided once and stays as it was proposed');
    end if;
    return new;
end
$$;

create trigger budget_changes_decided_once before update on budget_changes for each row execute function budget_change_is_decided_once();

create function budget_change_is_made() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update budget_lines set won = won + new.won
    where id = new.line_id and closed_at is null and won + new.won >= committed_won;
    if not found then
        if exists (select from budget_lines where id = new.line_id and closed_at is not null) then
            perform money_says_no('money_budget_closed', 'the year is closed');
        end if;
        perform money_says_no('money_below_committed', 'a line keeps what is committed');
    end if;
    return null;
end
$$;

create trigger budget_changes_made after update of state on budget_changes
    for each row when (old.state = 'Proposed' and new.state = 'Approved') execute function budget_change_is_made();

create function budget_closing_is_decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'Proposed' or (new.id, new.year, new.proposed_by_id, new.proposed_at) is distinct from (old.id, old.year, old.proposed_by_id, old.proposed_at) then
        perform money_says_no('money_by_hand', 'a closing is decided once and stays as it was proposed');
    end if;
    return new;
end
$$;

create trigger budget_closings_decided_once before update on budget_closings for each row execute function budget_closing_is_decided_once();

-- What runs over the end of the year goes to the same line of the next one, with its money. Everybody who changes sums takes these tables in this order.
create function budget_year_is_closed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    line budget_lines;
    next_line budget_lines;
    carried bigint;
begin
    lock table payment_reversals, payments, awards, instalments in share row exclusive mode;
    perform from budget_lines where year in (new.year, new.year + 1) order by year, id for update;
    if exists (
        select from payments p join instalments i on i.id = p.instalment_id join budget_lines l on l.id = i.line_id
        where l.year = new.year and (p.state = 'Prepared' or exists (select from payment_reversals r where r.payment_id = p.id and r.state = 'Prepared'))) then
        perform money_says_no('money_payment_under_way', 'a payment waits for its release');
    end if;
    for line in select * from budget_lines where year = new.year and closed_at is null order by id loop
        select coalesce(sum(i.won), 0) into carried from instalments i where i.line_id = line.id and i.state = 'Due';
        if carried > 0 then
            select * into next_line from budget_lines l where l.code = line.code and l.year = line.year + 1 and l.closed_at is null;
            if not found then
                perform money_says_no('money_no_next_line', 'what runs over needs a line of the next year');
            end if;
            update budget_lines set won = won - carried, committed_won = committed_won - carried where id = line.id;
            update budget_lines set won = won + carried, committed_won = committed_won + carried where id = next_line.id;
            update instalments set line_id = next_line.id where line_id = line.id and state = 'Due';
            insert into budget_changes (id, line_id, kind, won, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at, closing_id)
            values (gen_random_uuid(), line.id, 'CarryOut', -carried, '', new.proposed_by_id, new.decided_at, 'Approved', new.decided_by_id, new.decided_at, new.id),
                (gen_random_uuid(), next_line.id, 'CarryIn', carried, '', new.proposed_by_id, new.decided_at, 'Approved', new.decided_by_id, new.decided_at, new.id);
        end if;
        update budget_changes set state = 'Refused', decided_by_id = new.decided_by_id, decided_at = new.decided_at where line_id = line.id and state = 'Proposed';
        update budget_lines set closed_at = new.decided_at where id = line.id;
    end loop;
    return null;
end
$$;

create trigger budget_closings_made after update of state on budget_closings
    for each row when (old.state = 'Proposed' and new.state = 'Approved') execute function budget_year_is_closed();

revoke update, delete on budget_lines, budget_changes, budget_closings from portal_app;
grant update (state, decided_by_id, decided_at) on budget_changes, budget_closings to portal_app;
