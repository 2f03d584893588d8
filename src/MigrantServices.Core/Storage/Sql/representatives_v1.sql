-- At most three speak for people who petition together: those who were named, and whoever filed it as one of them. The case is locked
-- first, so that two who name somebody at once count one after the other.
create function at_most_three_speak() returns trigger language plpgsql as $$
declare
    speaker boolean;
    others integer;
begin
    select new.part = 'Representative' or c.teller = 'Representative' into speaker from cases c where c.id = new.case_id for no key update;
    if speaker then
        select count(*) into others from case_people p join cases c on c.id = p.case_id
        where p.case_id = new.case_id and p.id <> new.id
            and (p.part = 'Representative' or (p.part = 'Filer' and c.teller = 'Representative'));
        if others >= 3 then
            raise exception 'at most three speak for a petition' using errcode = 'check_violation';
        end if;
    end if;
    return new;
end
$$;

create trigger case_people_at_most_three_speak before insert or update of part, case_id on case_people
    for each row when (new.part in ('Filer', 'Representative')) execute function at_most_three_speak();
