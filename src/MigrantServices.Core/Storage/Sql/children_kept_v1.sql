-- since when a parent whom somebody took in stands behind a case
update cases set parent_taken_in_at = (select max(e.at) from case_events e where e.case_id = cases.id and e.action = 'take-parent-in')
    where service = 'CC' and not exists (
        select from case_events gone where gone.case_id = cases.id and gone.action = 'unlink-parent'
            and gone.at > (select max(e.at) from case_events e where e.case_id = cases.id and e.action = 'take-parent-in'));

-- nobody is offered a case that is over
update cases set transfer_to = null, transfer_offered_at = null
    where service = 'CC' and transfer_to is not null and status in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut');

-- a case that is over holds no valid card, whichever of the two is written first
create function no_card_outlives_its_case() returns trigger language plpgsql as $$
begin
    if exists (
        select from cases c join card_issues i on i.case_id = c.id
        where c.id = (case tg_table_name when 'cases' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'case_id' end)::uuid
            and c.status in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut') and i.state = 'Valid') then
        raise exception 'A case that is over holds no valid card.' using errcode = 'check_violation', constraint = 'cases_over_hold_no_valid_card';
    end if;
    return null;
end $$;
create constraint trigger cases_over_hold_no_valid_card after update of status on cases deferrable initially deferred
    for each row when (new.status in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut')) execute function no_card_outlives_its_case();
create constraint trigger card_issues_of_an_open_case after insert on card_issues deferrable initially deferred
    for each row execute function no_card_outlives_its_case();

-- whoever offered a case to another city does not take it over there
create trigger cases_accepted_by_another before update of municipality on cases
    for each row when (new.municipality = old.transfer_to and new.handler_id = old.transfer_offered_by_id)
    execute function refuse_change();

-- two awards of one child do not help with the same month, however fast two colleagues are; a hash stands for the child, since ranges alone need no extension
alter table childcare_awards add constraint childcare_awards_do_not_overlap
    exclude using gist (int8range(hashtextextended(child_id::text, 0), hashtextextended(child_id::text, 0), '[]') with &&, daterange("from", "to", '[]') with &&)
    where (state in ('Proposed', 'Approved'));
