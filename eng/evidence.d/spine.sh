# The seed's service is deployed blue/green, end to end, on the embedded simulator.
# shellcheck shell=bash

lifecycle='BeforeInstall, Install, AfterInstall, AllowTestTraffic, AfterAllowTestTraffic, BeforeAllowTraffic, AllowTraffic, AfterAllowTraffic'
images=123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin

# Runs the built Quickstart for at most a minute; its output is in $work/quickstart.
run_quickstart() {
  local expected=$1 status=0
  shift
  dotnet build samples/Quickstart -v q --nologo
  SECONDS=0
  timeout 60 dotnet run --no-build --project samples/Quickstart -- "$@" | tee "$work/quickstart" || status=$?
  [ "$status" -eq "$expected" ] || fail "exit code $status after $SECONDS s, expected $expected"
}

# The line of counts that begins with a prefix, checked by an awk condition on n (requests), failed, v1, v2.
counts() {
  grep -E "^$1requests: [0-9]+, failed: [0-9]+, v1: [0-9]+, v2: [0-9]+\$" "$work/quickstart" |
    tee "$work/counts" | sed "s/^$1//" | tr -c '0-9\n' ' ' |
    awk "{ n = \$1; failed = \$2; v1 = \$4; v2 = \$6 } END { exit !(NR == 1 && ($2)) }" || fail "$(cat "$work/counts"): expected is $2"
}

quickstart() {
  run_quickstart 0
  local took=$SECONDS
  counts '' 'n > 200 && failed == 0 && v1 > 0 && v2 > 0'
  grep -qxF "lifecycle events: $lifecycle" "$work/quickstart" || fail "lifecycle events: $(grep '^lifecycle events' "$work/quickstart")"
  figure "$(cat "$work/counts"); lifecycle events in AWS's order; $took s"
}

failing() {
  run_quickstart 3 --fail "$1"
  counts 'after the rollback: ' 'n > 0 && failed == 0 && v1 == n && v2 == 0'
  figure "$(grep '^cause: .' "$work/quickstart"); $(cat "$work/counts"); $SECONDS s"
}

quickstart_container() { failing container; }
quickstart_health() { failing health; }
quickstart_alarm() { failing alarm; }
quickstart_gate() { failing gate; }

tests() {
  dotnet test BlueGreen.sln --nologo | tee "$work/tests"
  figure "$(grep -E '^(Passed|Failed)! ' "$work/tests" | sed -E 's/.*Failed: *([0-9]+), Passed: *([0-9]+), Skipped: *([0-9]+).*/\1 \2 \3/' |
    awk '{ failed += $1; passed += $2; skipped += $3 } END { print passed " passed, " failed " failed, " skipped " skipped" }')"
}

parity() {
  dotnet test tests/AwsClients.Parity --nologo --filter FullyQualifiedName~SummaryTests --logger 'console;verbosity=detailed' | tee "$work/parity"
  local line
  line=$(grep -oE 'parity: .*' "$work/parity" | head -n 1)
  [[ $line == *" 0 unexplained differences"* ]] || fail "no such line, or differences: $line"
  figure "$line"
}

# The simulator as the sample serves it; $endpoint and $production are where it says.
simulate() {
  start simulate "$@" --seed-environment --time-scale 600
  wait_for "$work/simulate.out" '^\{.*\}$' 60
  endpoint=$(sed -E 's/.*"endpoint":"([^"]*)".*/\1/' "$work/simulate.out")
  production=$(sed -E 's/.*"production":"([^"]*)".*/\1/' "$work/simulate.out")
  curl -sf "$production" | grep -q 'version v1' || fail "version 1 does not answer at $production"
}

aws_cli() {
  command -v aws > /dev/null || skip "the AWS CLI is not on the PATH"
  dotnet build samples/BlueGreen.Cli -v q --nologo
  simulate dotnet run --no-build --project samples/BlueGreen.Cli -- simulate --port 4566
  export AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_DEFAULT_REGION=ap-northeast-1 AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any
  sed "s|<IMAGE1_NAME>|$images:v2|" samples/seed/taskdef.json > "$work/taskdef.json"
  SECONDS=0
  aws ecs deploy --service labo-terraform-admin --cluster web --task-definition "$work/taskdef.json" \
    --codedeploy-appspec samples/seed/appspec.yaml | tee "$work/aws"
  local id
  id=$(grep -oE 'd-[A-Z0-9]+' "$work/aws" | head -n 1)
  aws deploy wait deployment-successful --deployment-id "$id"
  curl -sf http://127.0.0.1:8080 | grep -q 'version v2' || fail "port 8080 does not show version 2"
  figure "$id succeeded, and port 8080 shows v2; $SECONDS s"
}

moto() {
  command -v moto_server > /dev/null || skip "moto_server is not on the PATH"
  dotnet test tests/Integration --nologo --filter FullyQualifiedName~Moto | tee "$work/moto"
  grep -qE 'Failed: +0, Passed: +[1-9]' "$work/moto" || fail "no test passed"
  figure "$(grep -oE 'Failed: .*Total: +[0-9]+' "$work/moto" | tr -s ' ')"
}

aot() {
  dotnet publish samples/BlueGreen.Cli -p:PublishAot=true --nologo | tee "$work/publish"
  ! grep -E 'warning|IL[0-9]{4}' "$work/publish" || fail "$(grep -cE 'warning|IL[0-9]{4}' "$work/publish") warnings"
  local binary
  binary=$(sed -nE 's|.*BlueGreen\.Cli -> (.*/publish/.*)|\1|p' "$work/publish")/bluegreen
  simulate "$binary" simulate --port 0
  figure "no warning; $(($(stat -c %s "$binary") / 1000000)) MB; simulate answers at $endpoint"
}

official() {
  local five='AWSSDK.(ECS|CodeDeploy|ElasticLoadBalancingV2|CodePipeline|ECR)"' found
  found=$(dotnet msbuild src/BlueGreen.Ecs -getItem:PackageReference -p:AwsSdk=Official | grep -cE "\"Identity\": \"$five")
  [ "$found" -eq 5 ] || fail "Official lists $found of the five packages"
  found=$(dotnet msbuild src/BlueGreen.Ecs -getItem:PackageReference -p:AwsSdk=Generated | grep -cE "\"Identity\": \"$five" || true)
  [ "$found" -eq 0 ] || fail "Generated lists $found of the five packages"
  figure "Official lists five of the five packages, Generated none"
}

claim quickstart "the Quickstart deploys version 2 within a minute, and no request fails"
claim quickstart_health "--fail health exits 3, names the cause, and ends on version 1"
claim quickstart_container "--fail container likewise"
claim quickstart_alarm "--fail alarm likewise"
claim quickstart_gate "--fail gate likewise"
claim official "-p:AwsSdk=Official asks for the official packages, and Generated for none of them"
claim aws_cli "the AWS CLI deploys to the simulator, waits, and port 8080 shows version 2"
claim moto "the library's calls pass against moto_server"
claim aot "the command line tool publishes as a native program without a warning, and simulates"
claim parity "our AWS clients are as the official ones"
claim tests "all tests pass"
