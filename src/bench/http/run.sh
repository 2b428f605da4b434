#!/bin/bash
# Measures a running service: SEKISHO_URL, SEKISHO_ADMIN_KEY. Needs curl and wrk. Do it twice, the first time to warm up.
set -euo pipefail
url=${SEKISHO_URL:-http://localhost:8080}
key="Authorization: Bearer $SEKISHO_ADMIN_KEY"
here=$(dirname "$0")
seconds=${SECONDS_EACH:-10}
scores="$url/api/v1/risk-scores?limit=100"
etag=$(curl -sf -o /dev/null -D - -H "$key" "$scores" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')

measure() {
  local what=$1; shift
  printf '%-28s ' "$what"
  wrk -t2 -c8 "-d${seconds}s" "$@" | grep -E '^(answers|created)'
}

measure "health" -s "$here/reads.lua" "$url/q/health/live"
measure "risk-scores, 200" -s "$here/reads.lua" -H "$key" "$scores"
measure "risk-scores, 304" -s "$here/reads.lua" -H "$key" -H "If-None-Match: $etag" "$scores"
measure "third parties created" -s "$here/create.lua" -H "$key" -H "Content-Type: application/json" "$url"
