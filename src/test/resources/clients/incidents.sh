#!/bin/bash
# The calls that clients of the incident platform are told to make, word for word; only the address is this product's.
# Needs BASE, such as http://127.0.0.1:8080. What is documented there of incidents and of the dashboard comes with these.
set -eu
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

curl -X POST "$BASE"/api/v1/auth/login \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "admin123"}' -sS -f -o "$answer"

for field in access_token refresh_token token_type expires_in; do
  grep -q "\"$field\":" "$answer" || { echo "no $field"; exit 1; }
done
YOUR_TOKEN=$(sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p' "$answer")
grep -q '"token_type":"Bearer"' "$answer"
grep -q '"expires_in":86400' "$answer"

curl -H "Authorization: Bearer $YOUR_TOKEN" \
  "$BASE"/api/v1/tickets -sS -f -o /dev/null
echo "all calls answered"
