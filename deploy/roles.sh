#!/bin/sh
# Runs once, when the database's volume is new: the owner of the tables, and the application's
# role, which owns nothing.
set -eu
owner=$(cat /run/secrets/database_owner_password)
application=$(cat /run/secrets/database_password)
powerless="LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set owner="$owner" --set application="$application" <<SQL
CREATE ROLE muster_owner $powerless PASSWORD :'owner';
CREATE ROLE muster $powerless PASSWORD :'application';
CREATE DATABASE muster OWNER muster_owner;
REVOKE ALL ON DATABASE muster FROM PUBLIC;
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE muster TO muster;
SQL
