-- What a colleague recorded for a person stays as it was recorded, as long as its case.
create trigger handed_in_append_only before update on handed_in
    for each row execute function refuse_change();

create trigger handed_in_keep_all before truncate on handed_in
    for each statement execute function refuse_change();

create trigger handed_in_stay before delete on handed_in
    for each row execute function history_stays_with_its_case();

revoke update on handed_in from portal_app;
