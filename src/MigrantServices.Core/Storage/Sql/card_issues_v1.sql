-- What was handed out stays as it was handed out. A card begins valid, ends once, and no card that has ended becomes valid again, whoever asks.
create function card_begins_valid() returns trigger language plpgsql as $$
begin
    raise exception 'a card begins valid' using errcode = 'check_violation';
end
$$;

create trigger card_issues_begin_valid before insert on card_issues
    for each row when (new.state <> 'Valid') execute function card_begins_valid();

create function card_keeps_what_it_says() returns trigger language plpgsql as $$
begin
    if (new.id, new.case_id, new.child_id, new.document_serial, new.card_serial, new.template, new.token_hash, new.key_id, new.language,
        new.prepared_by_id, new.approved_by_id, new.issued_by_id, new.issued_at, new.municipality)
        is distinct from
       (old.id, old.case_id, old.child_id, old.document_serial, old.card_serial, old.template, old.token_hash, old.key_id, old.language,
        old.prepared_by_id, old.approved_by_id, old.issued_by_id, old.issued_at, old.municipality) then
        raise exception 'a card says what it said when it was handed out' using errcode = 'insufficient_privilege';
    end if;
    if old.state <> 'Valid' and (new.state, new.ended_at, new.ended_by_id) is distinct from (old.state, old.ended_at, old.ended_by_id) then
        raise exception 'a card ends once' using errcode = 'insufficient_privilege';
    end if;
    if old.old_returned_on is not null and new.old_returned_on is distinct from old.old_returned_on then
        raise exception 'a card comes back once' using errcode = 'insufficient_privilege';
    end if;
    if new.sealed_token is not null and new.sealed_token is distinct from old.sealed_token then
        raise exception 'a token is destroyed and never put back' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger card_issues_keep_what_they_say before update on card_issues
    for each row execute function card_keeps_what_it_says();

create function card_stays_with_its_case() returns trigger language plpgsql as $$
begin
    if exists (select from cases c where c.id = old.case_id) then
        raise exception 'a card goes only with its case' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger card_issues_stay before delete on card_issues
    for each row execute function card_stays_with_its_case();

create trigger card_issues_keep_all before truncate on card_issues
    for each statement execute function refuse_change();
