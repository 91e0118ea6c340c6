# An AWS for blue/green deployments that any AWS client believes.
# shellcheck shell=bash

boto3_or_skip() { python3 -c 'import boto3' 2> /dev/null || skip "boto3 is not installed"; }

boto3() {
  boto3_or_skip
  run_tests Integration SeedFromNothing
  figure "$(printed SeedFromNothing 'seed: .*')"
}

aws_cli() {
  aws_or_skip
  run_tests Integration AwsCliSeed
  figure "$(printed AwsCliSeed 'aws cli: .*')"
}

waiters() {
  boto3_or_skip
  run_tests Integration WaiterTests
  figure "$(printed WaiterTests 'waiters: .*')"
}

responses() {
  boto3_or_skip
  run_tests Integration EveryResponse
  figure "$(printed EveryResponse 'responses: .*')"
}

ecs_deploy() {
  aws_or_skip
  run_tests Integration AwsCliTests
  figure "$(printed AwsCliTests 'aws ecs deploy: .*')"
}

determinism() {
  BLUEGREEN_HISTORY_SEEDS=1000 run_tests Unit HistoryTests -c Release
  figure "$(printed HistoryTests '1000 seeds, .*')"
}

invariants() {
  BLUEGREEN_SCHEDULES=100000 run_tests Unit ScheduleLaw -c Release
  figure "$(printed ScheduleLaw '100000 schedules .*')"
}

round_trip() {
  command -v moto_server > /dev/null || skip "moto_server is not on the PATH"
  dotnet build samples/BlueGreen.Cli -c Release -v q --nologo
  start simulator dotnet run --no-build -c Release --project samples/BlueGreen.Cli -- simulate --port 0
  start moto moto_server -p 0
  wait_for "$work/simulator.out" '"endpoint"' 60
  wait_for "$work/moto.err" 'Running on http' 60
  benchmark round-trip "$(grep -oE 'http://[^"]*' "$work/simulator.out" | head -n 1)" "$(grep -oE 'http://127[^ ]*' "$work/moto.err" | head -n 1)"
  awk -v ratio="$(grep -oE 'ratio [0-9.]+' "$work/benchmark" | cut -d' ' -f2)" 'BEGIN { exit !(ratio > 0 && ratio <= 0.333) }' || fail "$(cat "$work/benchmark")"
  figure "$(sed 's/^simulator: //' "$work/benchmark")"
}

deployments() {
  benchmark deployments
  [ "$(grep -oE '[0-9]+ a second at kernel level' "$work/benchmark" | cut -d' ' -f1)" -ge 1000 ] || fail "$(cat "$work/benchmark")"
  figure "$(sed 's/^simulator: //' "$work/benchmark")"
}

memory() {
  benchmark memory
  figure "$(sed 's/^simulator: //' "$work/benchmark")"
}

localstack() {
  local settings
  engine=$work/docker # Known to the trap too, which runs when this function has ended.
  command -v dockerd > /dev/null || skip "docker.io is not installed"
  trap 'eng/docker-engine stop "$engine"; stop_started' EXIT
  settings=$(eng/docker-engine start "$engine") || fail "no Docker engine runs here"
  while IFS= read -r setting; do export "${setting?}"; done <<< "$settings"
  eng/simulator-image localstack/localstack:2.0 | tee "$work/image"
  BLUEGREEN_LOCALSTACK_IMAGE=localstack/localstack:2.0 run_tests Integration LocalStack
  figure "$(printed LocalStack 'container ready in .*'); $(sed 's/^.*2\.0: //' "$work/image")"
}

claim boto3 "boto3 makes the whole seed environment from nothing, deploys, waits, and sees a rollback"
claim aws_cli "so does the AWS CLI"
claim waiters "every botocore waiter of the services ends"
claim responses "every response of every operation is as botocore's models say"
claim ecs_deploy "aws ecs deploy succeeds, and a second one during the termination wait is refused in AWS's words"
claim determinism "1,000 seeds, each played twice, give the same history"
claim invariants "the rules of deployments hold after every event of 100,000 random schedules"
claim round_trip "DescribeServices over HTTP takes at most a third of moto_server's time"
claim deployments "1,000 canary deployments a second in virtual time at kernel level"
claim memory "10,000 services are simulated, and a deployment of each"
claim localstack "Testcontainers.LocalStack starts the simulator's image unmodified, and the back ends' walk passes there"
