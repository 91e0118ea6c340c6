# Say it before, or say why after.
# shellcheck shell=bash

gallery() {
  run_tests Unit GalleryTests -c Release
  grep -oE 'gallery  .*' "$work/GalleryTests" | awk '!seen[$0]++' > "$work/gallery"
  show "$work/gallery"
  local rows
  rows=$(wc -l < "$work/gallery")
  [ "$rows" -ge 45 ] || fail "$rows rows"
  figure "$rows rows, each named by the right code with none above it: $(grep -c 'before: BG' "$work/gallery") before, $(grep -c 'after: BG' "$work/gallery") after; $(printed GalleryTests '[0-9]+ known troubles of ECS and [0-9]+ of the walk-through, none missing')"
}

clean() {
  run_tests Unit CleanWorldTests -c Release
  figure "$(printed CleanWorldTests 'clean environments: 200 .*, findings of severity warning or above: 0')"
}

calls() {
  run_tests Unit SeedSurveyTests -c Release
  figure "$(printed SeedSurveyTests 'preflight of the seed: [0-9]+ calls in [0-9]+ round trips')"
}

# Every row of ecspresso's list has its codes, and the codes exist.
ecspresso() {
  run_tests Unit PreflightPageTests -c Release
  figure "$(printed PreflightPageTests '[0-9]+ checks of ecspresso verify: .*')"
}

moto() {
  command -v moto_server > /dev/null || skip "moto_server is not installed"
  run_tests Integration Deploy_Moto -c Release
  figure "$(printed Deploy_Moto 'preflight on MotoBackEnd: [0-9]+ false errors or warnings')"
}

denied() {
  run_tests Unit DeniedTests -c Release
  figure "$(printed DeniedTests 'a principal that may read nothing: .*')"
}

docs() {
  run_tests Unit Snippet
  run_tests Unit FindingsPageTests
  figure "every piece of C# in the documentation is compiled; $(printed FindingsPageTests 'findings page: [0-9]+ codes, each with a section')"
}

claim gallery "every known trouble is set up in the simulator, and is named before or after by the right code"
claim clean "200 random valid environments are told of nothing"
claim calls "preflight of the seed's environment takes at most 20 calls in 4 round trips"
claim ecspresso "what ecspresso verify checks is checked, row by row, or the page says why not"
claim moto "preflight against moto tells no false error"
claim denied "a principal that may read nothing is told the IAM actions"
claim docs "docs/preflight.md, docs/diagnosis.md and docs/findings.md agree with the code"
