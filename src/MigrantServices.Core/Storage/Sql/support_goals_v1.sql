-- What somebody agreed to stays as they read it; a goal is reached only by agreement, and what is over stays over.
create function goal_keeps_its_words() returns trigger language plpgsql as $$
begin
    if (new.id, new.case_id, new.person, new.words, new.in_their_language, new.reach_by, new.set_by_id, new.set_at)
            is distinct from (old.id, old.case_id, old.person, old.words, old.in_their_language, old.reach_by, old.set_by_id, old.set_at)
        or old.state in ('Reached', 'Dropped')
        or (old.agreed_at is not null and (new.agreed_at, new.agreed_how, new.agreement_kept_by_id) is distinct from (old.agreed_at, old.agreed_how, old.agreement_kept_by_id))
        or (new.state = 'Reached' and old.state <> 'Agreed')
        or (new.state = 'Proposed' and old.state <> 'Proposed') then
        raise exception using errcode = 'check_violation', constraint = 'case_goals_keep_their_words', message = 'a goal is agreed, and then reached or dropped; nothing else of it changes';
    end if;
    return new;
end
$$;

create trigger case_goals_keep_their_words before update on case_goals for each row execute function goal_keeps_its_words();

revoke update, delete on case_goals from portal_app;
grant update (state, agreed_at, agreed_how, agreement_kept_by_id, closed_at, closed_by_id) on case_goals to portal_app;
