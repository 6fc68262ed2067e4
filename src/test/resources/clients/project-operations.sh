#!/bin/bash
# Every call that clients of the project operations system are told to make, with the slash at its end, in the order of a
# task's life. Needs BASE, such as http://127.0.0.1:8080, and the demo's people, who have their names and 123 as passwords.
set -eu
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# call <expected status> <token or -> <method> <path> [body]
call() {
  local expected=$1 token=$2 method=$3 path=$4 body=${5-}
  local args=(-sS -o "$answer" -w '%{http_code}' -X "$method" -H "Content-Type: application/json")
  [ "$token" = - ] || args+=(-H "Authorization: Bearer $token")
  [ -z "$body" ] || args+=(-d "$body")
  local status
  status=$(curl "${args[@]}" "$BASE$path")
  [ "$status" = "$expected" ] || { { echo "$method $path: $status instead of $expected"; cat "$answer"; } >&2; exit 1; }
}

text() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$answer"; }
number() { sed -n "s/.*\"$1\":\([0-9]*\)[,}].*/\1/p" "$answer"; }
says() { grep -q "$1" "$answer" || { { echo "no $1 in:"; cat "$answer"; } >&2; exit 1; }; }
login() { call 200 - POST /api/auth/login/ "{\"username\": \"$1\", \"password\": \"$1"'123"}'; says '"refresh":'; text access; }

# Signing in
requester=$(login requester)
supervisor=$(login supervisor)
manager=$(login manager)
engineer=$(login engineer)
admin=$(login admin)
call 200 - POST /api/auth/refresh/ "{\"refresh\": \"$(text refresh)\"}"
says '"access":'
admin=$(text access)

# People
call 200 "$admin" GET /api/accounts/users/
says '"items":'
call 200 "$requester" GET /api/accounts/users/me/
says '"role":"user"'
call 403 "$requester" GET /api/accounts/users/
name="client$(date +%s)"
call 201 "$admin" POST /api/accounts/users/ "{\"username\": \"$name\", \"email\": \"$name@example.com\", \"role\": \"admin\", \"phone\": \"13800000000\", \"department\": \"IT\", \"password\": \"wandering kettle 4711 hill\"}"
says '"SUPERVISOR"'
if grep -q '"ADMIN"' "$answer"; then echo "became an administrator"; exit 1; fi
id=$(number id)
call 200 "$admin" GET "/api/accounts/users/?role=admin&q=$name"
says "\"username\":\"$name\""
call 200 "$admin" PATCH "/api/accounts/users/$id/" '{"department": "运维部", "role": "employee"}'
says '"role":"employee"'
call 400 "$admin" PATCH "/api/accounts/users/$id/" '{"role": "ADMIN"}'
call 400 "$admin" PATCH "/api/accounts/users/$id/" '{"roles": ["ADMIN"]}'
call 403 "$requester" POST /api/accounts/users/ "{\"username\": \"x$name\", \"role\": \"user\", \"password\": \"wandering kettle 4711 hill\"}"
call 400 "$requester" POST /api/accounts/users/change_password/ '{"old_password": "wrong", "new_password": "wandering kettle 4711 hill"}'

# A task
call 201 "$requester" POST /api/tasks/tasks/ '{"title": "打印机无法连接", "description": "三楼打印机离线", "task_type": "problem", "priority": "high"}'
task=$(number id)
call 200 "$requester" GET /api/tasks/tasks/
call 200 "$requester" GET "/api/tasks/tasks/$task/"
says '"status":"pending_review"'
call 403 "$requester" POST "/api/tasks/tasks/$task/review/" '{"approved": true}'
call 200 "$supervisor" POST "/api/tasks/tasks/$task/review/" '{"approved": true, "review_comment": "同意"}'
says '"status":"reviewed"'
call 200 "$manager" POST "/api/tasks/tasks/$task/assign/" '{"assignee": "engineer", "assign_comment": "请今天处理"}'
says '"status":"assigned"'
call 201 "$engineer" POST "/api/tasks/tasks/$task/add_comment/" '{"content": "正在查看"}'
call 200 "$engineer" POST "/api/tasks/tasks/$task/handle/" '{"handle_comment": "已更换网线"}'
says '"status":"completed"'
call 200 "$requester" POST "/api/tasks/tasks/$task/confirm/" '{"confirmed": true, "confirm_comment": "好了"}'
says '"status":"c\(onfirmed\|losed\)"' # closed a moment later, by itself

# The workflow
call 200 "$requester" GET /api/workflow/logs/
call 200 "$requester" GET /api/workflow/notifications/
notification=$(sed 's/{/\n{/g' "$answer" | sed -n 's/^{"id":\([0-9]*\),.*/\1/p' | head -1)
if [ -n "$notification" ]; then
  call 204 "$requester" POST "/api/workflow/notifications/$notification/mark_read/"
else
  call 404 "$requester" POST /api/workflow/notifications/999999999/mark_read/
fi
echo "all calls answered"
