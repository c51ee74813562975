#!/bin/sh
# Makes duban's namespace where it is missing. Closed runs are kept long enough to look into what happened last quarter.
set -eu

if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  echo "namespace $TEMPORAL_NAMESPACE is there"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 90d
fi
