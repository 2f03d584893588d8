#!/bin/sh
# Runs once, when the database is made: the two users as which the portal works. What each may do the migrations say.
set -eu
psql --set ON_ERROR_STOP=1 --no-password --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv app PORTAL_APP_PASSWORD
\getenv vault PORTAL_VAULT_PASSWORD
create role portal_app login password :'app';
create role portal_vault login password :'vault';
SQL
