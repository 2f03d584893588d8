-- What was decided of a line stays, with one way back: what was granted smaller than the rules give is looked at again on an objection.
drop trigger support_lines_keep_their_decision on support_lines;

create trigger support_lines_keep_their_decision before update of state, is_whole, was_granted on support_lines
    for each row when (
        (old.state = 'Withdrawn' and new.state is distinct from old.state)
        or (old.state = 'Granted' and (new.state, new.is_whole, new.was_granted) is distinct from (old.state, old.is_whole, old.was_granted)
            and not (new.state = 'Asked' and new.was_granted and not old.is_whole and new.is_whole = old.is_whole)))
    execute function refuse_change();
