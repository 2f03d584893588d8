-- whoever works here already goes on working: their rights count as confirmed for the password they have now
insert into right_confirmations (id, grant_id, password_link_id, confirmed_by_id, confirmed_at)
select gen_random_uuid(), id, null, null, granted_at from role_grants where withdrawn_at is null;

create trigger right_confirmations_append_only
    before update or delete on right_confirmations
    for each row execute function refuse_change();

create trigger right_confirmations_keep_all
    before truncate on right_confirmations
    for each statement execute function refuse_change();
