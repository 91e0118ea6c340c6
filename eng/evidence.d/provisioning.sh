# Everything that a blue/green service stands on, made from an empty account, and removed again.
# shellcheck shell=bash

sample() {
  local status=0 step
  dotnet build samples/PipelineSetup -c Release -v q --nologo
  SECONDS=0
  timeout 90 dotnet run --no-build -c Release --project samples/PipelineSetup | tee "$work/sample" || status=$?
  local took=$SECONDS
  [ "$status" -eq 0 ] || fail "exit code $status after $took s"
  for step in 1 2 3 4 5 6 7 8 9 10; do
    grep -qE "^ *$step\. " "$work/sample" || fail "no step $step"
  done
  for step in v1 v2; do
    grep -qiE "page.*\b$step\b" "$work/sample" || fail "no page of $step"
  done
  grep -qE '\bfailed: 0\b' "$work/sample" || fail "failed requests: $(grep -E '\bfailed: ' "$work/sample" | xargs)"
  figure "10 steps, page v1, then page v2; $(grep -oE '\brequests: [0-9]+' "$work/sample" | tail -n 1 || true) failed: 0; $took s"
}

twice() {
  run_tests Unit Apply_Twice_ChangesNothing -c Release
  ! grep -oE 'twice: .*, then [1-9][0-9]* changes' "$work/Apply_Twice_ChangesNothing" || fail "a second apply changes something"
  figure "$(printed Apply_Twice_ChangesNothing 'twice: .*, then 0 changes')"
}

killed() {
  run_tests Unit KilledAfterEachCall -c Release
  figure "$(printed KilledAfterEachCall '([A-Za-z]+: apply|destroy)[a-z ]* killed after each of [0-9]+ calls: [0-9]+ of [0-9]+ equal')"
}

destroy() {
  run_tests Unit Destroy_Leaves -c Release
  ! grep -oE 'destroy: .* removed, [1-9][0-9]* left' "$work/Destroy_Leaves" || fail "something is left"
  figure "$(printed Destroy_Leaves 'destroy: .* removed, 0 left.*')"
}

cfn_lint() {
  command -v cfn-lint > /dev/null || skip "cfn-lint is not on the PATH"
  run_tests Integration Provisioning.CloudFormationTests
  figure "$(printed Provisioning.CloudFormationTests 'cfn-lint: .*')"
}

# The differences that are explained are shown one by one, below the figure.
boto3() {
  python3 -c 'import boto3' 2> /dev/null || skip "boto3 is not installed"
  run_tests Integration Provisioning.ByHandTests
  grep -oE 'explained: .*' "$work/Provisioning.ByHandTests" | sort -u > "$work/explained"
  show "$work/explained"
  figure "$(printed Provisioning.ByHandTests 'boto3: [0-9]+ fields compared, .*, 0 unexplained' | sed -E 's/ [(]descriptions.*[)], 0/, 0/')"
}

import() {
  run_tests Unit ImportTests -c Release
  grep -oE 'import: .* equal in an empty account' "$work/ImportTests" | sort -u > "$work/imports"
  show "$work/imports"
  local variants
  variants=$(wc -l < "$work/imports")
  [ "$variants" -ge 9 ] || fail "$variants variants"
  figure "$variants variants of an environment, imported and applied to an empty account: all equal, nothing not carried"
}

claim sample "the walk-through's ten steps in one program: an empty account, version 1, a push, version 2, within 90 seconds"
claim twice "an apply behind an apply changes nothing"
claim killed "an apply or destroy that is killed behind any of its calls is finished by the next one"
claim destroy "a destroy leaves nothing that carries the environment's tag, and everything else"
claim cfn_lint "the templates of all variants pass AWS's schemas"
claim boto3 "boto3 sees what was made as what a script makes by hand, field by field"
claim import "what is imported of an environment, applied to an empty account, gives an equal environment"
