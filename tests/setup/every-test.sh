#!/usr/bin/env bash
# Runs every test and prints the counts in its last lines; `make test` calls it after the set-up.
# With QUIET=1 only what failed is shown. Every step runs, so that one fault does not hide another.
set -uo pipefail
cd "$(dirname "$0")/../.."
export NO_COLOR=1 CARGO_TERM_COLOR=never

logs=target/test-logs
mkdir -p "$logs"
steps_passed=0
steps_failed=0
broken=""
times=()
started=$SECONDS

step() { # name, command...
  local name=$1 begun=$SECONDS status=0
  shift
  if [ -n "${QUIET:-}" ]; then
    "$@" >"$logs/$name.log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || cat "$logs/$name.log"
  else
    echo "── $name"
    "$@" 2>&1 | tee "$logs/$name.log" || status=$?
  fi
  [ "$status" -eq 0 ] || echo "── $name FAILED"
  case $name:$status in
    rust:0 | ui-tests:0) ;;
    rust:* | ui-tests:*) broken+=" $name" ;;
    *:0) steps_passed=$((steps_passed + 1)) ;;
    *) steps_failed=$((steps_failed + 1)) ;;
  esac
  times+=("$name $((SECONDS - begun)) s")
  return "$status"
}

count() { # log, word: the number before (nextest) the word in the log's last summary
  local found
  found=$(grep -E '^ *(Summary|Tests) ' "$logs/$1.log" 2>/dev/null | tail -n 1 | grep -oE "[0-9]+ $2" | head -n 1)
  echo "${found%% *}"
}

rm -f "$logs"/*.log

if step ui-build tests/setup/ui.sh; then
  step ui-lint npm --prefix ui run --silent lint
  step ui-types npm --prefix ui run --silent check
  step ui-tests npm --prefix ui run --silent test
  # Because one build of everything shares each artefact between the program and its tests.
  step rust-build cargo build --workspace --all-targets --quiet &&
    step rust cargo nextest run --workspace
  step rust-lint cargo clippy --workspace --all-targets --quiet -- --deny warnings
fi
step rust-format cargo fmt --all --check

tests_of() { # log: sets passed and failed; a run that broke down before it counted is one failure
  passed=$(count "$1" passed) failed=$(count "$1" failed) hung=$(count "$1" 'timed out')
  passed=${passed:-0} failed=$((${failed:-0} + ${hung:-0}))
  case " $broken " in *" $1 "*) [ "$failed" -gt 0 ] || failed=1 ;; esac
}

tests_of rust
rust_passed=$passed rust_failed=$failed
tests_of ui-tests
ui_passed=$passed ui_failed=$failed

# What the tests of trust counted, a line each; the rest of what they say stands in the log.
grep -hE '^ *(seed [0-9]+[,:] [0-9]+|bad input: |[0-9]+ (kills|full disks|of [0-9]+ points))' "$logs/rust.log" 2>/dev/null | cut -c1-160
[ -n "${QUIET:-}" ] || printf '%s\n' "" "${times[@]}"
echo "Rust, command line and windows: $rust_passed of $((rust_passed + rust_failed)) tests passed"
echo "UI: $ui_passed of $((ui_passed + ui_failed)) tests passed"
echo "Builds, lints, types and formats: $steps_passed of $((steps_passed + steps_failed)) steps passed"
echo "Everything took $((SECONDS - started)) seconds"
failed=$((rust_failed + ui_failed + steps_failed))
echo "$((rust_passed + ui_passed)) passed, $failed failed"
[ "$failed" -eq 0 ]
