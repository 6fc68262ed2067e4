#!/bin/bash
# Every call of machine rooms, racks and servers, as curl sends it. Needs BASE, such as http://127.0.0.1:8080, and demo users.
set -eu
api="$BASE/api/v1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
body="$folder/body"
run=$(date +%s%N)

# call <expected status> <user> <curl arguments...>; the answer is in $body
call() {
  expected=$1 user=$2
  shift 2
  got=$(curl -sS -o "$body" -w '%{http_code}' -u "$user:${user}123" -H 'Accept-Language: en' "$@")
  [ "$got" = "$expected" ] || { echo "$got instead of $expected: $*"; head -c 600 "$body"; exit 1; }
}
json=(-H 'Content-Type: application/json')
has() { grep -qF -- "$1" "$body" || { echo "no $1 in:"; head -c 600 "$body"; exit 1; }; }
id() { sed -n 's/^{"id":\([0-9]*\).*/\1/p' "$body"; }

# Rooms
call 201 operator -X POST "$api/rooms" "${json[@]}" -d "{\"name\":\"Room $run\",\"code\":\"R$run\",\"address\":\"上海\",\"contact\":\"Li\",\"phone\":\"+86 21\",\"area_m2\":120.5,\"power_kw\":80,\"cooling\":\"CRAC\",\"status\":\"active\",\"notes\":\"n\"}"
room=$(id); [ -n "$room" ]
call 409 operator -X POST "$api/rooms" "${json[@]}" -d "{\"name\":\"Again\",\"code\":\"r$run\"}"; has "already-recorded"
call 403 viewer -X POST "$api/rooms" "${json[@]}" -d '{"name":"x","code":"x"}'
call 200 viewer "$api/rooms?q=$run&status=active&sort=name,asc&page=0&size=5"; has '"total":1'
call 400 viewer "$api/rooms?colour=red"
call 200 viewer "$api/rooms/$room"; has '"area_m2":120.5'
call 200 operator -X PATCH "$api/rooms/$room" "${json[@]}" -d '{"cooling":"rear door","version":0}'; has 'rear door'
call 409 operator -X PATCH "$api/rooms/$room" "${json[@]}" -d '{"cooling":"none","version":0}'
has 'stale-version'; has '"current":'; has '"sent":'; has '"cooling":"none"'
call 403 viewer -X PATCH "$api/rooms/$room" "${json[@]}" -d '{"cooling":"none"}'

# Racks
call 201 operator -X POST "$api/racks" "${json[@]}" -d "{\"name\":\"A-$run\",\"room_id\":$room,\"row\":\"A\",\"position\":1,\"height_u\":42,\"width_mm\":600,\"power_limit_w\":3000,\"status\":\"active\",\"owner\":\"ops\",\"lease_until\":\"2031-05-31\",\"notes\":\"n\"}"
rack=$(id)
call 201 operator -X POST "$api/racks" "${json[@]}" -d "{\"name\":\"B-$run\",\"room_id\":$room,\"row\":\"A\",\"position\":2}"
other=$(id)
call 409 operator -X POST "$api/racks" "${json[@]}" -d "{\"name\":\"a-$run\",\"room_id\":$room}"; has 'already-recorded'
call 403 viewer -X POST "$api/racks" "${json[@]}" -d "{\"name\":\"x\",\"room_id\":$room}"
call 200 viewer "$api/racks?room_id=$room&lease_until_to=2031-12-31"; has '"total":1'
call 200 viewer "$api/racks/$rack"; has '"lease_until":"2031-05-31"'
call 200 operator -X PATCH "$api/racks/$rack" "${json[@]}" -d '{"owner":"net"}'; has '"owner":"net"'
call 409 operator -X PATCH "$api/racks/$rack" "${json[@]}" -d '{"owner":"dba","version":0}'; has '"current":'; has '"sent":'

# Servers
call 201 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"S$run\",\"serial\":\"SN$run\",\"vendor\":\"Dell\",\"model\":\"R750\",\"role\":\"db\",\"owner\":\"dba\",\"service\":\"billing $run\",\"rack_id\":$rack,\"position_u\":10,\"height_u\":2,\"face\":\"both\",\"power_w\":600,\"management_address\":\"10.0.0.1\",\"addresses\":[\"10.0.1.1\",\"2001:DB8::1\"],\"os\":\"Debian\",\"cpu\":\"2\",\"memory_gb\":256,\"disks\":\"8\",\"purchased_on\":\"2024-01-31\",\"warranty_until\":\"2031-01-31\",\"lease_until\":\"2031-03-31\",\"status\":\"active\",\"tags\":[\"prod\"],\"custom\":{}}"
server=$(id); has '"2001:db8::1"'
call 409 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"T$run\",\"serial\":\"sn$run\"}"; has "S$run"
call 409 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"U$run\",\"rack_id\":$rack,\"position_u\":11,\"face\":\"rear\"}"
has 'units-taken'; has "S$run"
call 409 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"V$run\",\"rack_id\":$rack,\"position_u\":1,\"power_w\":2500}"; has 'power-exceeded'
call 400 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"W$run\",\"rack_id\":$rack,\"position_u\":42,\"height_u\":2,\"management_address\":\"10.0.0.256\"}"; has 'management_address'
call 403 viewer -X POST "$api/servers" "${json[@]}" -d '{"asset_number":"x"}'
call 200 viewer "$api/servers?q=billing%20$run&room_id=$room&warranty_until_from=2030-01-01&addresses=2001:db8:0::1&tags=prod&sort=asset_number,desc"; has '"total":1'
call 200 viewer "$api/servers/$server"; has "\"rack_id\":$rack"
call 200 operator -X PATCH "$api/servers/$server" "${json[@]}" -d '{"os":"Debian 13","reason":"upgrade","ticket":"T-1"}'; has 'Debian 13'
call 409 operator -X PATCH "$api/servers/$server" "${json[@]}" -d '{"os":"Debian 11","version":0}'
has 'stale-version'; has '"os":"Debian 13"'; has '"os":"Debian 11"'
call 409 operator -X PATCH "$api/servers/$server" "${json[@]}" -d '{"position_u":20}'; has 'move-needed'
call 403 viewer -X PATCH "$api/servers/$server" "${json[@]}" -d '{"os":"x"}'

# Elevations and free space
call 200 viewer -H 'Accept: image/svg+xml' "$api/racks/$rack/elevation?face=front"; has '<svg'; has "S$run"
call 200 viewer -H 'Accept: application/json' "$api/racks/$rack/elevation?face=rear"; has '"position_u":10'
call 200 viewer "$api/rooms/$room/elevations?face=front"; has '"position_u"'
call 200 viewer "$api/racks/free-space?room_id=$room&height_u=4&power_w=600"; has "\"rack_id\":$other"; has '"position_u":'

pdf() { [ "$(head -c 4 "$body")" = %PDF ] || { echo "no PDF"; exit 1; }; }
call 200 viewer -H 'Accept: image/svg+xml' "$api/rooms/$room/elevations"; has '<svg'
call 200 viewer "$api/rooms/$room/elevations.svg?face=rear"; has '<svg'
call 200 viewer "$api/racks/$rack/elevation.pdf"; pdf
call 200 viewer "$api/rooms/$room/elevations.pdf"; pdf
call 200 viewer "$api/assets/labels?paper=62x29&rack_id=$rack"; pdf
call 200 viewer "$api/assets/labels?kind=racks&room_id=$room"; pdf

# Reservations
call 201 operator -X POST "$api/racks/$other/reservations" "${json[@]}" -d '{"position_u":1,"height_u":4,"face":"both","owner":"net","until":"2031-01-01","reason":"switches"}'
reservation=$(id)
call 409 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"X$run\",\"rack_id\":$other,\"position_u\":4}"; has 'units-taken'; has 'net'
call 200 viewer "$api/racks/$other/reservations"; has '"items":'; has '"owner":"net"'
call 403 viewer -X DELETE "$api/racks/$other/reservations/$reservation"
call 204 operator -X DELETE "$api/racks/$other/reservations/$reservation"

# Moves
call 400 operator -X POST "$api/servers/$server/move" "${json[@]}" -d "{\"rack_id\":$other,\"position_u\":5}"; has 'reason'
call 403 viewer -X POST "$api/servers/$server/move" "${json[@]}" -d "{\"rack_id\":$other,\"position_u\":5,\"reason\":\"x\"}"
call 202 operator -X POST "$api/servers/$server/move" "${json[@]}" -d "{\"rack_id\":$other,\"position_u\":5,\"face\":\"both\",\"reason\":\"too hot\"}"; has 'pending_approval'
move=$(sed -n 's/.*"key":"\(M-[0-9]*\)".*/\1/p' "$body"); [ -n "$move" ]
call 200 viewer "$api/servers/moves/$move"; has 'too hot'
call 409 operator -X PATCH "$api/servers/$server" "${json[@]}" -d '{"status":"in_stock","position_u":20}'
printf 'no picture' > "$folder/photo.jpg"
call 400 operator -X POST "$api/servers/moves/$move/label" -H 'Content-Type: image/jpeg' --data-binary "@$folder/photo.jpg"
call 200 viewer "$api/servers/moves/$move/attachments"
call 400 operator -X POST "$api/servers/moves/$move/cancel" "${json[@]}" -d '{}'; has 'reason'
call 200 operator -X POST "$api/servers/moves/$move/cancel" "${json[@]}" -d '{"reason":"cooled down"}'; has '"status":"cancelled"'
call 201 operator -X POST "$api/servers" "${json[@]}" -d "{\"asset_number\":\"P$run\",\"status\":\"planned\"}"
planned=$(id)
call 200 operator -X POST "$api/servers/$planned/move" "${json[@]}" -d "{\"rack_id\":$other,\"position_u\":30}"

# Impact and changes
for path in "servers/$server" "racks/$rack" "rooms/$room"; do
  call 200 viewer "$api/$path/impact"; has "billing $run"; has '"counts":{'
  call 200 viewer "$api/$path/changes?size=1"; has '"total":'
done
call 200 viewer "$api/servers/$server/changes"; has '"reason":"upgrade"'; has '"ticket":"T-1"'; has '"trace_id":"'; has '"before":"Debian"'

# Files: GBK by its name, UTF-8 found out, dry run, rows with errors, workbooks
printf 'asset_number,vendor,warranty_until\nG%s,华为,2030/1/5\nG%s,浪潮,nonsense\n' "$run" "$run" | iconv -t GBK > "$folder/gbk.csv"
call 200 operator -X POST "$api/assets/import?kind=servers&dry_run=true&on_error=skip" -H 'Content-Type: text/csv; charset=GBK' --data-binary "@$folder/gbk.csv"
has '"rows":2'; has '"created":1'; has '"row":3'; has '"field":"warranty_until"'
call 200 operator -X POST "$api/assets/import?on_error=skip" -H 'Content-Type: text/csv' --data-binary "@$folder/gbk.csv"; has '"created":1'
call 200 viewer "$api/servers?asset_number=G$run"; has '华为'; has '2030-01-05'
call 403 viewer -X POST "$api/assets/import" -H 'Content-Type: text/csv' --data-binary "@$folder/gbk.csv"
call 200 viewer "$api/assets/export?kind=servers&format=xlsx&rack_id=$rack"
[ "$(head -c 2 "$body")" = PK ] || { echo "no workbook"; exit 1; }
cp "$body" "$folder/servers.xlsx"
call 200 operator -X POST "$api/assets/import?kind=servers&dry_run=true" -H 'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' --data-binary "@$folder/servers.xlsx"; has '"rows":1'; has '"errors":[]'
call 200 viewer "$api/assets/export?kind=racks&format=csv&room_id=$room"; has "A-$run"
call 200 viewer "$api/assets/template?kind=rooms"; has 'area_m2'

# An import that nobody waits for
call 202 operator -X POST "$api/assets/imports?kind=servers&on_error=skip&file=list.csv" -H 'Content-Type: text/csv; charset=GBK' --data-binary "@$folder/gbk.csv"
import=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p' "$body"); [ -n "$import" ]
for try in $(seq 50); do
  call 200 operator "$api/assets/imports/$import"
  grep -q '"phase":"running"' "$body" || break
  sleep 0.2
done
has '"phase":"done"'; has '"row":3'; has '"updated":0'
call 200 operator "$api/assets/imports/$import/errors"; has 'warranty_until'
call 404 admin "$api/assets/imports/$import"
call 403 viewer -X POST "$api/assets/imports" -H 'Content-Type: text/csv' --data-binary "@$folder/gbk.csv"

# Own fields
call 201 admin -X POST "$api/assets/custom-fields" "${json[@]}" -d "{\"name\":\"f$run\",\"label\":\"Cost centre\",\"kind\":\"text\"}"
own=$(id); [ -n "$own" ]
call 200 operator -X PATCH "$api/servers/$server" "${json[@]}" -d "{\"custom\":{\"f$run\":\"4711\"}}"; has '4711'
call 200 viewer "$api/assets/custom-fields"; has "f$run"
call 403 operator -X DELETE "$api/assets/custom-fields/$own"
call 204 admin -X DELETE "$api/assets/custom-fields/$own"

# Many at once, and views that are kept
call 200 operator -X PATCH "$api/servers" "${json[@]}" -d "{\"filter\":{\"rack_id\":[\"$rack\"]},\"fields\":{\"owner\":\"night shift\"},\"add_tags\":[\"checked\"],\"reason\":\"round\"}"; has '"changed":1'
call 200 viewer "$api/servers?owner=night%20shift&tags=checked&rack_id=$rack"; has '"total":1'
call 400 operator -X PATCH "$api/servers" "${json[@]}" -d "{\"ids\":[$server],\"fields\":{\"serial\":\"x\"}}"; has '"field":"serial"'
call 403 viewer -X PATCH "$api/racks" "${json[@]}" -d "{\"ids\":[$rack],\"fields\":{\"owner\":\"x\"}}"
call 201 viewer -X POST "$api/saved-lists" "${json[@]}" -d "{\"list\":\"servers\",\"name\":\"Failed $run\",\"query\":\"status=failed\"}"
saved=$(sed -n 's/^{"id":"\{0,1\}\([^",]*\).*/\1/p' "$body")
call 200 viewer "$api/saved-lists?list=servers"; has "Failed $run"
call 204 viewer -X DELETE "$api/saved-lists/$saved"

# What others hang on stays
call 409 operator -X DELETE "$api/rooms/$room"; has "A-$run"; has "B-$run"
call 409 operator -X DELETE "$api/racks/$rack"; has "S$run"
call 403 viewer -X DELETE "$api/servers/$planned"
call 204 operator -X DELETE "$api/servers/$planned"
call 404 viewer "$api/servers/$planned"
call 200 viewer "$api/servers/$planned/changes"; has '"delete"'
call 201 operator -X POST "$api/rooms" "${json[@]}" -d "{\"name\":\"Empty $run\",\"code\":\"E$run\"}"
empty=$(id)
call 201 operator -X POST "$api/racks" "${json[@]}" -d "{\"name\":\"E-1\",\"room_id\":$empty,\"height_u\":42}"
call 204 operator -X DELETE "$api/racks/$(id)"
call 204 operator -X DELETE "$api/rooms/$empty"
echo "all calls answered"
