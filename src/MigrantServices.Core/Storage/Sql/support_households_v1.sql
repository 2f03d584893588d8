-- Who was joined is one person under several keys; this table follows the joins, and nobody else writes it.
create function household_join_begins_open() returns trigger language plpgsql as $$
begin
    if new.state <> 'Proposed' then
        raise exception using errcode = 'check_violation', constraint = 'household_joins_begin_open', message = 'a join is proposed before another agrees';
    end if;
    return new;
end
$$;

create trigger household_joins_begin_open before insert on household_joins for each row execute function household_join_begins_open();

create trigger household_joins_keep_what_they_say before update on household_joins
    for each row when ((new.id, new.pair_id, new.words, new.proposed_by_id, new.proposed_at) is distinct from (old.id, old.pair_id, old.words, old.proposed_by_id, old.proposed_at)
        or old.state in ('Declined', 'Parted')
        or (old.decided_by_id is not null and (new.decided_by_id, new.decided_at) is distinct from (old.decided_by_id, old.decided_at))
        or not ((old.state = 'Proposed' and new.state in ('Joined', 'Declined')) or (old.state = 'Joined' and new.state = 'PartProposed') or (old.state = 'PartProposed' and new.state in ('Joined', 'Parted'))))
    execute function keep_what_was_said();

create trigger household_links_stay before update on household_links for each row execute function keep_what_was_said();

-- who is who is said with the proposal, before anybody agrees
create function household_link_is_proposed() returns trigger language plpgsql as $$
begin
    if not exists (select from household_joins j where j.id = new.join_id and j.state = 'Proposed') then
        raise exception using errcode = 'check_violation', constraint = 'household_links_proposed', message = 'who is who is said with the proposal';
    end if;
    return new;
end
$$;

create trigger household_links_proposed before insert on household_links for each row execute function household_link_is_proposed();

create function same_people_follow_joins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    of_cases uuid[];
    touched uuid[];
begin
    -- one join after the other, and whoever books an interpreter for one of them waits, or is waited for
    perform pg_advisory_xact_lock(7104);
    of_cases := array(select unnest(array[p.lower_id, p.higher_id]) from case_pairs p where p.id = new.pair_id);
    perform from cases c where c.id = any (of_cases) order by c.id for update;
    touched := array(select l.one_key from household_links l where l.join_id = new.id union select l.other_key from household_links l where l.join_id = new.id);
    touched := array(select unnest(touched) union select s.as_key from same_people s where s.key = any (touched));
    -- whoever is granting something to one of them is waited for
    perform pg_advisory_xact_lock(hashtextextended(one.key, 7105)) from (select k::text as key from unnest(touched) k order by 1) one;
    delete from same_people s where s.key = any (touched);
    insert into same_people (key, as_key)
    with recursive both_ways as (
        select l.one_key as a, l.other_key as b from household_links l join household_joins j on j.id = l.join_id and j.state in ('Joined', 'PartProposed')
        where l.one_key = any (touched) or l.other_key = any (touched)
        union
        select l.other_key, l.one_key from household_links l join household_joins j on j.id = l.join_id and j.state in ('Joined', 'PartProposed')
        where l.one_key = any (touched) or l.other_key = any (touched)),
    reached as (
        select a, b from both_ways
        union
        select r.a, w.b from reached r join both_ways w on w.a = r.b)
    select a, b from reached where a <> b;
    -- whom one of them excluded comes to none of them
    update appointments a set interpreter_id = null, declared_at = null
    where a.state = 'Booked' and a.interpreter_id is not null
      and exists (select from household_people p join same_people s on s.key = p.key join interpreter_exclusions e on e.person = s.as_key
          where p.case_id = a.case_id and p.key = any (touched) and e.interpreter_id = a.interpreter_id);
    return null;
end
$$;

create trigger household_joins_take_effect after update of state on household_joins
    for each row when ((old.state in ('Joined', 'PartProposed')) <> (new.state in ('Joined', 'PartProposed'))) execute function same_people_follow_joins();

-- Under however many keys: one person is given help for one need once at a time.
create function award_meets_no_joined_need() returns trigger language plpgsql as $$
begin
    if exists (
        select from same_people s join award_members m on m.member = s.as_key
        where s.key = any (new.members) and m.need = new.need and daterange(m.from_day, m.to_day, '[]') && daterange(new.from_day, new.to_day, '[]')) then
        perform money_says_no('award_members_same_need_once', 'this person has help for this need under another key');
    end if;
    return new;
end
$$;

create trigger awards_meet_no_joined_need before insert on awards for each row execute function award_meets_no_joined_need();

revoke update, delete on household_joins, household_links from portal_app;
grant update (state, decided_by_id, decided_at, part_words, part_proposed_by_id, parted_by_id, parted_at) on household_joins to portal_app;
revoke insert, update, delete on same_people from portal_app;

-- what was filed before applications were compared is compared once
insert into outbox_jobs (id, kind, payload, dedupe_key, due_at, attempts)
select gen_random_uuid(), 'households.find', to_jsonb(c.id), 'households.find:' || c.id, now(), 0 from cases c where c.service = 'RS';
