# Every task definition, AppSpec and buildspec is read, checked, compared and written back.
# shellcheck shell=bash

seeds() {
  run_tests Unit SeedFilesTests
  figure "$(printed SeedFilesTests 'seed files: .*')"
}

# Each law's number of models stands in its test; here it is told from there, for those that passed.
laws() {
  run_tests Unit RoundTripTests
  run_tests Unit TaskDefinitionDiffLawTests
  local law
  for law in TaskDefinition_Any_IsReadAsItWasWritten AppSpec_Any_IsReadAsItWasWritten BuildSpec_Any_IsReadAsItWasWritten \
    Diff_OfAnyTwo_LeadsFromOneToTheOtherAndIsEmptyForTheSameContent Normalize_Any_IsIdempotent; do
    grep -hE "Passed .*$law" "$work/RoundTripTests" "$work/TaskDefinitionDiffLawTests" || fail "$law did not pass"
  done
  grep -q 'const int Models = 10_000;' tests/Unit/Documents/RoundTripTests.cs tests/Unit/Documents/Diff/TaskDefinitionDiffLawTests.cs || fail "the laws look at fewer models"
  figure "round trip of task definitions, AppSpecs and buildspecs, diff(a, a) empty, diff applied leads to b, canonical form idempotent: 10000 random models each"
}

model() {
  run_tests Unit ModelCoverageTests
  figure "$(printed ModelCoverageTests 'RegisterTaskDefinition: .*')"
}

botocore() {
  python3 -c 'import boto3' 2> /dev/null || skip "boto3 is not installed"
  dotnet test tests/Integration --nologo --filter FullyQualifiedName~ValidTaskDefinition --logger 'console;verbosity=detailed' | tee "$work/botocore"
  [ "$(grep -c 'valid definitions: ' "$work/botocore")" -eq 2 ] || fail "two tests, and $(grep -c 'valid definitions: ' "$work/botocore") told"
  figure "$(grep -oE 'valid definitions: .*' "$work/botocore" | sed 's/valid definitions: //' | sort | paste -sd ';' | sed 's/;/; /g')"
}

fuzz() {
  run_tests Unit FuzzTests
  figure "$(printed FuzzTests 'fuzz: .*')"
}

bad_input() {
  dotnet run -c Release --project benchmarks -- bad-input | tee "$work/bad"
  local slowest
  slowest=$(sed -nE 's/^bad input: .*slowest ([0-9]+) ms$/\1/p' "$work/bad")
  [ "$slowest" -le 100 ] || fail "the slowest took $slowest ms"
  figure "$(grep '^bad input:' "$work/bad")"
}

speed() {
  dotnet run -c Release --project benchmarks -- documents | tee "$work/speed"
  local line
  line=$(grep '^documents: read + check + write: ' "$work/speed")
  awk -v ratio="$(sed -E 's/.*time ratio ([0-9.]+).*/\1/' <<< "$line")" 'BEGIN { exit !(ratio > 0 && ratio <= 2.5) }' || fail "$line"
  figure "$line"
}

docs() {
  run_tests Unit Snippets
  run_tests Unit FindingsPageTests
  figure "every piece of C# in the documentation is compiled; $(printed FindingsPageTests 'findings page: .*')"
}

claim seeds "the seed's files are read without an error; write, read, write gives the same bytes"
claim laws "round trip, diff and canonical form hold for 10,000 random models each"
claim model "every member of RegisterTaskDefinition has a property"
claim botocore "random valid task definitions pass botocore's validation and are registered in the simulator"
claim fuzz "damaged documents are read or refused, and nothing else"
claim bad_input "what is no document is refused within 100 ms"
claim speed "read, check and write takes at most 2.5 times as long as System.Text.Json alone"
claim docs "docs/documents.md and docs/findings.md agree with the code"
