-- From now on a finding rests on something that somebody saw; those that are older stay as they are, and nothing new is proposed on them.
alter table child_findings add constraint child_findings_rest_on_something check (visit_id is not null or cardinality(proofs) > 0) not valid;

-- Danger that was told with a case has its line among the alarms, as new ones have.
insert into child_alarms (id, case_id, told, raised_at)
select gen_random_uuid(), c.id, '{}', c.alarm_since
from cases c
where c.alarm_since is not null and not exists (select from child_alarms a where a.case_id = c.id and a.ended_at is null);

-- A consent that a colleague recorded was seen by that colleague; what came with the form alone is still to be looked at.
update cases c
set consent_seen_by_id = e.user_id, consent_seen_at = e.at
from (
    select distinct on (case_id) case_id, user_id, at
    from case_events
    where action in ('record-consent', 'file') and user_id is not null
    order by case_id, at desc
) e
where e.case_id = c.id and c.service = 'CC' and c.consent_on is not null and c.consent_way <> 'with-form';
