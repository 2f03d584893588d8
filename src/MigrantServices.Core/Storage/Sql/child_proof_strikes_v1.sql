-- what was struck and why stays as it was said
create trigger child_proof_strikes_append_only before update on child_proof_strikes
    for each row execute function refuse_change();
revoke update, delete on child_proof_strikes from portal_app;

-- evidence is struck in its own case, and only while nothing is proposed or decided on it
create function proof_is_struck_in_time() returns trigger language plpgsql as $$
begin
    if not exists (
        select from child_proofs p join cases c on c.id = p.case_id
        where p.id = new.proof_id and p.case_id = new.case_id and c.status in ('UnderReview', 'AwaitingSupplement')) then
        raise exception 'The evidence is of another case, or the case is proposed or decided.' using errcode = 'check_violation', constraint = 'child_proof_strikes_in_time';
    end if;
    return new;
end $$;
create trigger child_proof_strikes_in_time before insert on child_proof_strikes
    for each row execute function proof_is_struck_in_time();
