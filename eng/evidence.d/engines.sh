# Three ways to shift traffic, one behaviour, and nothing that can break it.
# shellcheck shell=bash

image=123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v2

scenarios() {
  BLUEGREEN_SCENARIO_TABLE=1 run_tests Unit ScenarioTable -c Release
  grep -oE 'scenario  .*' "$work/ScenarioTable" | awk '!seen[$0]++' > "$work/scenarios"
  show "$work/scenarios"
  figure "$(printed ScenarioTable '[0-9]+ scenarios, .* failed')"
}

# Adds up the numbers that stand before a word: total FILE WORD
total() { grep -oE "[0-9]+ $2" "$1" | awk '{ sum += $1 } END { print sum + 0 }'; }

faults() {
  BLUEGREEN_FAULT_STRIDE=1 run_tests Unit FaultExploration -c Release
  grep -oE 'explored (CodeDeploy|EcsNative|TaskSets) .*' "$work/FaultExploration" | sort -u > "$work/explored"
  local schedules violations
  schedules=$(total "$work/explored" schedules)
  violations=$(total "$work/explored" violations)
  [ "$schedules" -gt 2000 ] && [ "$violations" -eq 0 ] || fail "$schedules schedules, $violations violations"
  figure "$schedules schedules of 3 engines, 3 paths and 6 faults at every call, $(total "$work/explored" taken) taken up by another process, $violations violations"
}

random_faults() {
  BLUEGREEN_SCHEDULES=20000 run_tests Unit RandomFault -c Release
  figure "$(printed RandomFault '20000 schedules with .* violations')"
}

# The new version is deployed by the command line tool, in the background.
deploy() {
  start "$1" dotnet run --no-build --project samples/BlueGreen.Cli -- deploy --service web/labo-terraform-admin \
    --task-definition samples/seed/taskdef.json --appspec samples/seed/appspec.yaml --image "IMAGE1_NAME=$image" \
    --shift Canary10Percent5Minutes --endpoint-url "$endpoint" --region ap-northeast-1 "${@:2}"
}

# Asks for the page until the file NAME.end is there, and writes a line for each answer: status and version.
visit() {
  until [ -e "$work/$1.end" ]; do
    curl -s -o /dev/null -w '%{http_code} %header{x-bluegreen-version}\n' "$2" || true
  done
}

kill_and_attach() {
  export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any
  local endpoint status=0 visitors
  dotnet build samples/BlueGreen.Cli -v q --nologo
  start simulator dotnet run --no-build --project samples/BlueGreen.Cli -- simulate --seed-environment --time-scale 60 --port 0
  wait_for "$work/simulator.out" '"endpoint"' 60
  endpoint=$(grep -oE '"endpoint":"[^"]*' "$work/simulator.out" | cut -d'"' -f4)
  visit visitors "$(grep -oE '"production":"[^"]*' "$work/simulator.out" | cut -d'"' -f4)" > "$work/visitors" &
  visitors=$!
  deploy first
  wait_for "$work/first.out" 'AllowTraffic began' 60
  pkill -KILL -P "${started[-1]}" || true
  kill -KILL "${started[-1]}"
  deploy second --attach
  wait "${started[-1]}" || status=$?
  touch "$work/visitors.end"
  wait "$visitors"
  [ "$status" -eq 0 ] || fail "deploy --attach ended with $status: $(tail -n 2 "$work/second.err")"
  grep -q '^attached to d-' "$work/second.out" || fail "nothing was attached to: $(tail -n 2 "$work/second.out")"
  [ "$(grep -cv '^200 v[12]$' "$work/visitors")" -eq 0 ] || fail "$(grep -v '^200 v[12]$' "$work/visitors" | sort | uniq -c | xargs)"
  figure "killed while shifting, attached, exit code 0; requests: $(wc -l < "$work/visitors"), failed: 0, v1: $(grep -c v1 "$work/visitors"), v2: $(grep -c v2 "$work/visitors")"
}

detection() {
  aws_or_skip
  benchmark detection
  awk '/BlueGreen.Ecs:/ { match($0, /worst [0-9.]+/); worst = substr($0, RSTART + 6, RLENGTH - 6); ours = 1 } / 0 throttled/ { calm++ } END { exit !(ours && worst < 2 && calm == 2) }' "$work/benchmark" ||
    fail "$(grep '^detection' "$work/benchmark")"
  figure "$(grep -oE '^detection: .*' "$work/benchmark" | sed 's/^detection: //' | paste -sd '|' | sed 's/|/; /g')"
}

docs() {
  run_tests Unit Snippets
  run_tests Unit FindingsPageTests
  local page
  for page in codedeploy ecs-native task-sets gates rollback watching groups guards; do
    [ -s "docs/$page.md" ] || fail "docs/$page.md is missing"
  done
  figure "every piece of C# in the documentation is compiled; $(printed FindingsPageTests 'findings page: .*')"
}

claim scenarios "one suite of scenarios, written once, passes on all three engines, or the plan says what is not possible there"
claim faults "every call of a canary deployment goes wrong in every way, and production ends on one healthy version"
claim random_faults "so it does under 20,000 random schedules of many faults in several processes"
claim kill_and_attach "after kill -9 of the command line tool, deploy --attach ends in success, and no request fails"
claim detection "the end of a deployment is known within 2 s, by calls within the published limits"
claim docs "one page for each engine, gates, rollback, watching and groups; the code in them is compiled"
