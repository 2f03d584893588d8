-- since when a parent was last taken out of a file
update cases set parent_unlinked_at = (select max(e.at) from case_events e where e.case_id = cases.id and e.action = 'unlink-parent') where service = 'CC';

-- papers rest on the decision that their case holds: it is confirmed, and the three who proposed, approved and issued it are those of the papers
create function card_rests_on_its_decision() returns trigger language plpgsql as $$
begin
    if not exists (
        select from cases c
        where c.id = new.case_id and c.service = 'CC' and c.status = 'Confirmed' and c.confirmed_at is not null
            and (c.proposed_by_id, c.approved_by_id, c.issued_by_id) = (new.prepared_by_id, new.approved_by_id, new.issued_by_id)) then
        raise exception 'papers rest on the decision of their case' using errcode = 'check_violation', constraint = 'card_issues_rest_on_a_decision';
    end if;
    return null;
end $$;
create constraint trigger card_issues_rest_on_a_decision after insert on card_issues deferrable initially deferred
    for each row execute function card_rests_on_its_decision();
