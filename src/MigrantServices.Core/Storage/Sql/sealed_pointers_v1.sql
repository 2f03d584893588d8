-- What was sealed stays as it was sealed and ends once; that somebody opened it is never changed. Both go only with what they belong to.
create trigger sealed_pointers_keep before update on sealed_pointers
    for each row when (old.ended_at is not null
        or (new.id, new.case_id, new.target, new.ground, new.words, new.agreed_on, new.made_by_id, new.made_at, new.until)
        is distinct from (old.id, old.case_id, old.target, old.ground, old.words, old.agreed_on, old.made_by_id, old.made_at, old.until))
    execute function refuse_change();
create trigger pointer_openings_append_only before update on pointer_openings for each row execute function refuse_change();

revoke update, delete on sealed_pointers, pointer_openings from portal_app;
grant update (ended_at, ended_by_id) on sealed_pointers to portal_app;
