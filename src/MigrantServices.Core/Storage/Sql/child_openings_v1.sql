-- The words of referrals: they say who a child is, so they lie in the vault, sealed under the child's own key, and go with it.
create table vault.papers (
    id uuid primary key,
    person_id uuid not null references vault.people on delete cascade,
    content bytea not null,
    made_at timestamptz not null
);
create index papers_person on vault.papers (person_id);
grant select, insert, delete on vault.papers to portal_vault;

-- What was agreed stays as it was agreed, and is taken back once.
create trigger service_consents_keep before update on service_consents
    for each row when (old.withdrawn_at is not null
        or (new.id, new.case_id, new.receiver, new.way, new.given_on, new.evidence, new.recorded_by_id, new.recorded_at)
        is distinct from (old.id, old.case_id, old.receiver, old.way, old.given_on, old.evidence, old.recorded_by_id, old.recorded_at))
    execute function refuse_change();

-- What was prepared is what leaves; it is answered once and ends once.
create trigger service_referrals_keep before update on service_referrals
    for each row when (
        (new.id, new.case_id, new.consent_id, new.service, new.receiver, new.items, new.mark, new.prepared_by_id, new.prepared_at)
        is distinct from (old.id, old.case_id, old.consent_id, old.service, old.receiver, old.items, old.mark, old.prepared_by_id, old.prepared_at)
        or (old.sent_at is not null and (new.sent_at, new.sent_by_id, new.link_ends_at) is distinct from (old.sent_at, old.sent_by_id, old.link_ends_at))
        or (old.link_hash is not null and new.link_hash is not null and new.link_hash <> old.link_hash)
        or new.reads_left > old.reads_left and old.sent_at is not null
        or (old.answer is not null and (new.answer, new.offered_from, new.answer_words, new.answered_at) is distinct from (old.answer, old.offered_from, old.answer_words, old.answered_at))
        or (old.ended_at is not null and (new.ended_at, new.ended_because, new.state) is distinct from (old.ended_at, old.ended_because, old.state)))
    execute function refuse_change();

create trigger childcare_awards_keep before update on childcare_awards
    for each row when (
        (new.id, new.case_id, new.child_id, new.municipality, new.daycare, new."from", new."to", new.proposed_by_id, new.proposed_at)
        is distinct from (old.id, old.case_id, old.child_id, old.municipality, old.daycare, old."from", old."to", old.proposed_by_id, old.proposed_at)
        or (old.decided_by_id is not null and (new.decided_by_id, new.decided_at) is distinct from (old.decided_by_id, old.decided_at))
        or old.state in ('Declined', 'Stopped'))
    execute function refuse_change();

create trigger childcare_months_append_only before update on childcare_months
    for each row execute function refuse_change();
revoke update, delete on childcare_months from portal_app;

-- what was opened once, or is over, opens never again
create trigger one_time_views_once before update on one_time_views
    for each row when (old.opened_at is not null or new.ends_at > old.ends_at
        or (new.id, new.case_id, new.fields, new.key_hash, new.code_hash, new.made_at) is distinct from (old.id, old.case_id, old.fields, old.key_hash, old.code_hash, old.made_at))
    execute function refuse_change();
