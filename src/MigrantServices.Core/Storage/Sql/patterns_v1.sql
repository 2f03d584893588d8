-- Who asked to open a pattern, who agreed or refused and what came of it stays as it was said.
create trigger pattern_steps_append_only before update or delete on pattern_steps
    for each row execute function refuse_change();

create trigger pattern_steps_keep_all before truncate on pattern_steps
    for each statement execute function refuse_change();
