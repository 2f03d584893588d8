-- A month that was checked stays checked, with the words and figures of that day.
create trigger month_checks_append_only before update or delete on month_checks
    for each row execute function refuse_change();

create trigger month_checks_keep_all before truncate on month_checks
    for each statement execute function refuse_change();
