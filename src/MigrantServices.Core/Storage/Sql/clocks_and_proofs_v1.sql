-- What was extended before clocks had beginnings of their own gets the one that it had.
update case_extensions e set counted_from = coalesce(
    (select max(v.at) from case_events v
     where v.case_id = e.case_id and v.at <= e.made_at and v.action = any (case e.clock
        when 'objection.DG' then array['object']
        when 'site.DG' then array['begin-site-investigation']
        else array['give-name', 'open-own-motion', 'join-city', 'ask-reissue'] end)),
    (select c.received_at from cases c where c.id = e.case_id));

-- An objection has its own beginning and its own days; the petition gets back what an objection had taken from it.
update cases set objection_extended_by = 0 where service = 'DG';

update cases c set
    objected_at = o.at,
    objection_extended_by = coalesce((select sum(e.length) from case_extensions e where e.case_id = c.id and e.clock = 'objection.DG' and e.made_at >= o.at), 0),
    clock_from = coalesce((select max(v.at) from case_events v where v.case_id = c.id and v.action in ('give-name', 'open-own-motion')), c.received_at),
    extended_by = coalesce((select sum(e.length) from case_extensions e where e.case_id = c.id and e.clock = 'petition.DG'), 0),
    extensions = (select count(*) from case_extensions e where e.case_id = c.id and e.clock = 'petition.DG')
from (select case_id, max(at) as at from case_events where action = 'object' group by case_id) o
where o.case_id = c.id and c.service = 'DG';

-- A proposal to settle ended with what followed it.
update inquiry_records p set
    outcome = case f.deed when 'settle' then 'Agreed' when 'fail-mediation' then 'Failed' else 'Replaced' end,
    ended_on = (f.made_at at time zone 'Asia/Seoul')::date
from (
    select distinct on (was.id) was.id, later.deed, later.made_at
    from inquiry_records was join inquiry_records later on later.case_id = was.case_id and later.made_at > was.made_at
    where was.deed = 'propose-settlement' and later.deed in ('settle', 'fail-mediation', 'propose-settlement')
    order by was.id, later.made_at) f
where f.id = p.id;

-- A recommendation is there only as the draft that one person wrote and another read and sent. Whoever owns the tables may put in what was sent elsewhere.
create function recommendations_by_two_people() returns trigger language plpgsql as $$
begin
    if not exists (
        select from recommendation_drafts d
        where d.id = new.id and d.case_id = new.case_id and d.was_sent and d.read_by_id = new.sent_by_id and d.read_by_id <> d.written_by_id
            and (d.text, d.addressee, d.addressee_kind, d.addressee_sector, d.article, d.period)
                = (new.text, new.addressee, new.addressee_kind, new.addressee_sector, new.article, new.period)) then
        raise exception 'a recommendation is sent only as two people agreed on it' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger recommendations_by_two_people after insert on recommendations deferrable initially deferred
    for each row when (current_user = 'portal_app') execute function recommendations_by_two_people();

create trigger recommendations_keep_what_they_say
    before update of id, case_id, text, addressee, addressee_kind, addressee_sector, article, sent_on, period, sent_by_id on recommendations
    for each row when (current_user = 'portal_app') execute function keep_what_was_said();

-- The portal ends a case and never takes it away: with it would go its history. What was extended stays as it was told.
revoke delete on cases, case_extensions, inquiry_records, jurisdiction_checks, referrals, recommendations from portal_app;
revoke update on case_extensions from portal_app;
