-- What held on a day is never rewritten: an entry gets a last day, and what came with the portal is never removed.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is not rewritten', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger reference_items_keep_what_they_say
    before update of id, list, code, valid_from, position, details, source, change_id on reference_items
    for each row execute function refuse_rewriting();

create trigger reference_items_keep_the_shipped
    before delete on reference_items
    for each row when (old.change_id is null) execute function refuse_rewriting();

create trigger reference_changes_keep_what_they_say
    before update of id, kind, list, code, effective_on, until, details, source, article, proposed_by_id, proposed_at on reference_changes
    for each row execute function refuse_rewriting();

create trigger reference_changes_decided_once
    before update on reference_changes
    for each row when (old.withdrawn_at is not null or (old.approved_at is not null and new.approved_at is distinct from old.approved_at))
    execute function refuse_rewriting();

create trigger reference_changes_keep_all
    before delete on reference_changes
    for each row execute function refuse_rewriting();

create trigger reference_texts_append_only
    before update or delete on reference_texts
    for each row execute function refuse_rewriting();
