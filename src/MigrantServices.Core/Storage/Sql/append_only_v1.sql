-- The record of access and the history of cases can be added to and never changed, by whomever.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger access_records_append_only before update or delete on access_records
    for each row execute function refuse_change();

create trigger access_records_keep_all before truncate on access_records
    for each statement execute function refuse_change();

create trigger case_events_append_only before update on case_events
    for each row execute function refuse_change();
