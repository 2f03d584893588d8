-- One person is given help for one need once at a time. The extension comes with PostgreSQL itself.
create extension if not exists btree_gist;

alter table award_members add constraint award_members_same_need_once
    exclude using gist (member with =, need with =, daterange(from_day, to_day, '[]') with &&);

-- An award is made under terms that hold already on its first day (others may hold for new applications since), within their months and not above their ceiling, and paid from their line of that year.
create function award_keeps_its_terms() returns trigger language plpgsql as $$
declare
    terms programme_terms;
    people bigint;
    same_day date;
begin
    if not is_written_by_owner(tg_relid)
        and (new.state, new.ended_on, new.released_won, new.paid_won) is distinct from ('Running'::varchar, null::date, 0::bigint, 0::bigint) then
        perform money_says_no('money_by_hand', 'nothing of a new award is paid or over');
    end if;
    select * into terms from programme_terms t where t.id = new.terms_id and t.programme_code = new.programme_code;
    if not found or terms.rules ->> 'need' is distinct from new.need then
        perform money_says_no('money_other_terms', 'these are the terms of something else');
    end if;
    -- where the last month has no such day, the period takes the whole month (Civil Act, art. 160)
    same_day := (new.from_day + make_interval(months => (terms.rules ->> 'months')::int))::date;
    if new.from_day < terms.valid_from
        or new.from_day < (terms.rules ->> 'opensOn')::date or new.to_day > (terms.rules ->> 'closesOn')::date
        or new.to_day > same_day - (extract(day from same_day) = extract(day from new.from_day))::int then
        perform money_says_no('money_outside_the_period', 'the programme does not help for these days');
    end if;
    people := case terms.rules ->> 'covers' when 'Member' then cardinality(new.members) else 1 end;
    if new.won > (terms.rules ->> 'ceilingWon')::bigint * people then
        perform money_says_no('money_above_the_ceiling', 'the terms do not give so much');
    end if;
    if new.line_id is not null and not exists (
        select from budget_lines l
        where l.id = new.line_id and l.code = terms.rules ->> 'budgetLine' and l.year = extract(year from new.from_day)::int) then
        perform money_says_no('money_other_line', 'the terms name another line');
    end if;
    return new;
end
$$;

create trigger awards_keep_their_terms before insert on awards for each row execute function award_keeps_its_terms();

create function award_names_its_people() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into award_members (award_id, member, need, from_day, to_day)
    select new.id, unnest(new.members), new.need, new.from_day, new.to_day;
    return null;
end
$$;

create trigger awards_name_their_people after insert on awards for each row execute function award_names_its_people();

create function instalment_belongs_to_its_award() returns trigger language plpgsql as $$
begin
    if not is_written_by_owner(tg_relid) and (new.state, new.returned_won) is distinct from ('Due'::varchar, 0::bigint) then
        perform money_says_no('money_by_hand', 'a new instalment is not paid');
    end if;
    if not exists (
        select from awards a
        where a.id = new.award_id and a.line_id = new.line_id and a.state = 'Running' and new.due_on between a.from_day and a.to_day) then
        perform money_says_no('money_outside_the_period', 'an instalment is paid from the line of its award and within its days');
    end if;
    return new;
end
$$;

create trigger instalments_belong_to_their_award before insert on instalments for each row execute function instalment_belongs_to_its_award();

-- The one place at which money of a line is committed: never more than is left, whoever comes at once.
create function instalment_is_committed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update budget_lines set committed_won = committed_won + new.won
    where id = new.line_id and closed_at is null and committed_won + new.won <= won;
    if not found then
        if exists (select from budget_lines where id = new.line_id and closed_at is not null) then
            perform money_says_no('money_budget_closed', 'the year is closed');
        end if;
        perform money_says_no('money_budget_exhausted', 'the line has not so much left');
    end if;
    return null;
end
$$;

create trigger instalments_committed after insert on instalments for each row execute function instalment_is_committed();

create function award_is_the_sum_of_its_instalments() returns trigger language plpgsql as $$
declare
    of_award uuid := case tg_table_name when 'awards' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'award_id' end;
begin
    if (select a.won from awards a where a.id = of_award)
        is distinct from (select coalesce(sum(i.won), 0) from instalments i where i.award_id = of_award) then
        perform money_says_no('money_sum_of_instalments', 'the instalments are not the award');
    end if;
    return null;
end
$$;

create constraint trigger awards_are_the_sum after insert on awards deferrable initially deferred
    for each row execute function award_is_the_sum_of_its_instalments();
create constraint trigger instalments_are_the_sum after insert on instalments deferrable initially deferred
    for each row execute function award_is_the_sum_of_its_instalments();

-- Shortened or stopped: what falls due afterwards is not paid, the line has it again, and somebody else can meet the need.
create function award_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    award awards;
begin
    select * into award from awards a where a.id = new.award_id for update;
    if award.state <> 'Running' or new.last_day >= coalesce(award.ended_on, award.to_day) or new.last_day < award.from_day - 1
        or (new.kind = 'Shortened' and new.last_day < award.from_day) then
        perform money_says_no('money_not_to_end', 'an award ends once, within its days');
    end if;
    if exists (
        select from instalments i join payments p on p.instalment_id = i.id and p.state = 'Prepared'
        where i.award_id = award.id and i.due_on > new.last_day) then
        perform money_says_no('money_payment_under_way', 'a payment waits for its release');
    end if;
    select coalesce(sum(i.won), 0) into new.released_won from instalments i where i.award_id = award.id and i.state = 'Due' and i.due_on > new.last_day;
    update awards set
        ended_on = new.last_day, released_won = released_won + new.released_won,
        state = case new.kind when 'Stopped' then 'Stopped' else state end
    where id = award.id;
    update budget_lines l set committed_won = committed_won - gone.won
    from (
        select i.line_id, sum(i.won) as won from instalments i
        where i.award_id = award.id and i.state = 'Due' and i.due_on > new.last_day group by i.line_id) gone
    where l.id = gone.line_id;
    update instalments set state = 'Cancelled' where award_id = award.id and state = 'Due' and due_on > new.last_day;
    delete from award_members where award_id = award.id and from_day > new.last_day;
    update award_members set to_day = new.last_day where award_id = award.id and to_day > new.last_day;
    delete from place_stays where award_id = award.id and from_day > new.last_day;
    update place_stays set to_day = new.last_day where award_id = award.id and to_day > new.last_day;
    return new;
end
$$;

create trigger award_endings_made before insert on award_endings for each row execute function award_ends();

revoke update, delete on awards, instalments, award_endings from portal_app;
revoke insert, update, delete on award_members from portal_app;
