-- Who had a case until it was answered, or read its answer, decides no objection to it. What the history tells of older cases is taken from there;
-- whoever has decided an objection already is left out, because what they decided stands.
update cases c set took_part = coalesce(
    (select array_agg(distinct p.id) from (
        select case when e.action = 'hand-over' then e.colleague_id else e.user_id end as id
        from case_events e
        where e.case_id = c.id
            and e.from_status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed')
            and e.action in ('take-on', 'hand-over', 'close-tip', 'check-jurisdiction', 'refer', 'pause', 'end-pause', 'open-investigation', 'continue-investigation', 'plan-investigation',
                'record-statement', 'ask-respondent', 'begin-site-investigation', 'record-visit', 'end-site-investigation', 'add-evidence', 'write-report', 'open-mediation', 'hold-session',
                'propose-settlement', 'settle', 'fail-mediation', 'ask-supplement', 'ask-supplement-again', 'go-on-without', 'treat-as-withdrawn', 'extend', 'extend-rights',
                'propose', 'send-back', 'approve')) p
     where p.id is not null and p.id is distinct from c.objection_proposed_by_id and p.id is distinct from c.objection_approved_by_id),
    '{}')
where c.service = 'DG';

create function parts_are_not_forgotten() returns trigger language plpgsql as $$
begin
    if new.took_part is null or not new.took_part @> old.took_part then
        raise exception 'who had a part in an answer had it' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger cases_remember_who_took_part before update of took_part on cases
    for each row when (old.took_part is distinct from new.took_part) execute function parts_are_not_forgotten();
