-- What a programme gave on a day is never rewritten: terms get a last day, and nothing is removed.
create trigger programme_terms_keep_what_they_say
    before update of id, programme_code, valid_from, rules, source, change_id on programme_terms
    for each row execute function refuse_rewriting();

-- a last day is given once, and never behind what began since
create trigger programme_terms_end_once
    before update on programme_terms
    for each row when (old.valid_to is not null) execute function refuse_rewriting();

create trigger programme_terms_keep_all
    before delete on programme_terms
    for each row execute function refuse_rewriting();

create trigger support_programmes_append_only
    before update or delete on support_programmes
    for each row execute function refuse_rewriting();

create trigger programme_texts_append_only
    before update or delete on programme_texts
    for each row execute function refuse_rewriting();

create trigger programme_changes_keep_what_they_say
    before update of id, kind, programme_code, effective_on, rules, programme, source, proposed_by_id, proposed_at on programme_changes
    for each row execute function refuse_rewriting();

create trigger programme_changes_decided_once
    before update on programme_changes
    for each row when (old.withdrawn_at is not null or old.approved_at is not null)
    execute function refuse_rewriting();

create trigger programme_changes_keep_all
    before delete on programme_changes
    for each row execute function refuse_rewriting();

revoke update, delete on support_programmes, programme_texts, programme_terms, programme_changes from portal_app;
grant update (valid_to) on programme_terms to portal_app;
grant update (approved_by_id, approved_at, withdrawn_by_id, withdrawn_at) on programme_changes to portal_app;
