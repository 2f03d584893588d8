-- The portal works as two roles that own nothing: one for all tables but the identity vault, one for the vault and nothing beside.
-- Where whoever runs this may not make roles, somebody who may makes them beforehand.
do $$
begin
    if not exists (select from pg_roles where rolname = 'portal_app') then
        create role portal_app login;
    end if;
    if not exists (select from pg_roles where rolname = 'portal_vault') then
        create role portal_vault login;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema public to portal_app;
grant select, insert, update, delete on all tables in schema public to portal_app;
alter default privileges in schema public grant select, insert, update, delete on tables to portal_app;

-- what is only added to, and what only a renewal of the tables writes
revoke update, delete on access_records, right_confirmations, month_checks, case_events from portal_app;
revoke insert, update, delete on lifecycle_lines from portal_app;
