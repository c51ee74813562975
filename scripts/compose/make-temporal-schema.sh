#!/bin/sh
# Brings Temporal's two databases to the schema of this server version; runs before every start of the server.
set -eu

update() {
  database=$1
  versions=/etc/temporal/schema/postgresql/v12/$2/versioned
  set -- --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" --database "$database"
  # An update of a database without any schema fails: then it is made first.
  temporal-sql-tool "$@" update-schema --schema-dir "$versions" && return
  temporal-sql-tool "$@" setup-schema --version 0.0
  temporal-sql-tool "$@" update-schema --schema-dir "$versions"
}

update temporal temporal
update temporal_visibility visibility
