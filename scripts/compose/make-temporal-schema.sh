#!/bin/sh
# Brings Temporal's two databases to the schema of this server version; runs before every start of the server.
set -eu

bring_up_to_date() {
  database=$1
  versions=/etc/temporal/schema/postgresql/v12/$2/versioned
  set -- --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" --database "$database"
  # Makes the version table where there is none, and leaves a database alone that is beyond version 0.0.
  temporal-sql-tool "$@" setup-schema --version 0.0
  temporal-sql-tool "$@" update-schema --schema-dir "$versions"
}

bring_up_to_date temporal temporal
bring_up_to_date temporal_visibility visibility
