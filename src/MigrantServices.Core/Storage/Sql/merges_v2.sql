-- What was written down of a clock when its case was merged is never rewritten, its moment as little as its day.
drop trigger case_merges_decided_once on case_merges;

create trigger case_merges_decided_once
    before update on case_merges
    for each row when (
        (old.decided_by_id is not null and (new.decided_by_id, new.decided_at, new.status_before, new.due_on_before, new.due_at_before, new.paused_on_before)
            is distinct from (old.decided_by_id, old.decided_at, old.status_before, old.due_on_before, old.due_at_before, old.paused_on_before))
        or old.state in ('Declined', 'Undone')
        or (old.undo_proposed_by_id is not null and new.undo_proposed_by_id is not null and new.undo_proposed_by_id <> old.undo_proposed_by_id))
    execute function keep_what_was_said();
