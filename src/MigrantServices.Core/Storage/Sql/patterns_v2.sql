-- A pattern opens, and a request is answered, only by somebody else than whoever asked, as its history says.
create function patterns_with_two_people() returns trigger language plpgsql as $$
begin
    if not exists (
        select from pattern_steps s
        where s.pattern_id = new.id and s.deed = 'Agreed' and s.by_id = new.agreed_by_id and s.asked_by_id = new.asked_by_id) then
        raise exception 'a pattern is opened only by two people' using errcode = 'check_violation', constraint = 'patterns_opened_by_two';
    end if;
    return null;
end
$$;

create constraint trigger patterns_opened_by_two after insert or update of asked_by_id, agreed_by_id on patterns deferrable initially deferred
    for each row when (new.agreed_by_id is not null) execute function patterns_with_two_people();

create function pattern_steps_after_the_asking() returns trigger language plpgsql as $$
begin
    if not exists (
        select from pattern_steps s where s.pattern_id = new.pattern_id and s.deed = 'Asked' and s.by_id = new.asked_by_id) then
        raise exception 'nobody answers what was not asked' using errcode = 'check_violation', constraint = 'pattern_steps_answer_an_asking';
    end if;
    return null;
end
$$;

create constraint trigger pattern_steps_answer_an_asking after insert on pattern_steps deferrable initially deferred
    for each row when (new.asked_by_id is not null) execute function pattern_steps_after_the_asking();
