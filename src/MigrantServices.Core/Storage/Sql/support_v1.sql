-- What was granted, read back and asked is added to and never changed; that a file was open to somebody is ended once.
create trigger granted_lines_append_only before update or delete on granted_lines
    for each row execute function refuse_change();

create trigger granted_lines_keep_all before truncate on granted_lines
    for each statement execute function refuse_change();

create trigger support_read_backs_append_only before update on support_read_backs
    for each row execute function refuse_change();

create trigger file_readers_end_once before update on file_readers
    for each row when (old.removed_at is not null or old.case_id is distinct from new.case_id or old.colleague_id is distinct from new.colleague_id
        or old.because is distinct from new.because or old.reason is distinct from new.reason or old.added_by_id is distinct from new.added_by_id or old.added_at is distinct from new.added_at)
    execute function refuse_change();

-- the terms of the day of filing hold for a line, and what it asks for stays
create trigger support_lines_keep_their_terms before update on support_lines
    for each row when (old.programme is distinct from new.programme or old.terms_id is distinct from new.terms_id or old.need is distinct from new.need or old.case_id is distinct from new.case_id)
    execute function refuse_change();

create trigger support_lines_keep_their_decision before update of state on support_lines
    for each row when (old.state in ('Granted', 'Withdrawn') and new.state is distinct from old.state)
    execute function refuse_change();

revoke update, delete on granted_lines from portal_app;
revoke update on support_read_backs from portal_app;
