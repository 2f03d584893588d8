-- What an addressee answered is replaced only by a correction that keeps what stood there; and a correction stays as it was made.
create function replies_are_kept() returns trigger language plpgsql as $$
begin
    if not exists (
        select from measures_corrections m
        where m.recommendation_id = new.id and m.reply = old.reply and m.replied_on = old.replied_on and m.reasons = old.reasons) then
        raise exception 'an answer is replaced only by a correction that keeps it' using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;

create constraint trigger recommendations_keep_replies
    after update of reply, replied_on, reasons on recommendations deferrable initially deferred
    for each row when (old.reply is not null and (new.reply, new.replied_on, new.reasons) is distinct from (old.reply, old.replied_on, old.reasons))
    execute function replies_are_kept();

create trigger measures_corrections_keep_what_they_say before update on measures_corrections
    for each row execute function keep_what_was_said();

create trigger measures_corrections_keep_all before truncate on measures_corrections
    for each statement execute function refuse_change();

create function corrections_stay_with_their_recommendation() returns trigger language plpgsql as $$
begin
    if exists (select from recommendations r where r.id = old.recommendation_id) then
        raise exception 'a correction goes only with its recommendation' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger measures_corrections_stay before delete on measures_corrections
    for each row execute function corrections_stay_with_their_recommendation();
