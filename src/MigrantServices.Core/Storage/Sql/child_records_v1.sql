-- What was seen, found and opened in the case of a child is added to and never changed; an alarm is ended once.
create trigger child_proofs_append_only before update on child_proofs
    for each row when (old.kind is distinct from new.kind or old.seen_on is distinct from new.seen_on or old.seen_by_id is distinct from new.seen_by_id or old.note is distinct from new.note)
    execute function refuse_change();

create trigger child_findings_append_only before update on child_findings
    for each row execute function refuse_change();

create trigger child_visits_append_only before update on child_visits
    for each row execute function refuse_change();

create trigger identity_openings_append_only before update on identity_openings
    for each row execute function refuse_change();

create trigger child_alarms_end_once before update on child_alarms
    for each row when (old.ended_at is not null or old.words is distinct from new.words or old.told is distinct from new.told
        or old.raised_by_id is distinct from new.raised_by_id or old.raised_at is distinct from new.raised_at)
    execute function refuse_change();

create trigger child_moves_append_only before update or delete on child_moves
    for each row execute function refuse_change();

-- who the child is does not change with anything: a case keeps its child
create trigger cases_keep_their_child before update of child_id, way on cases
    for each row when (old.child_id is distinct from new.child_id or old.way is distinct from new.way)
    execute function refuse_change();
