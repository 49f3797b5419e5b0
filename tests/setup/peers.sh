#!/usr/bin/env bash
# Puts the engines that Hub Tasking's papers are measured beside where `make bench` finds them, once: pinned Python packages
# into `tools/peers`, the bench program for krilla into `target/peers`. What cannot be had is left out: the bench says so.
set -uo pipefail
cd "$(dirname "$0")/../.."

wanted=tests/peers/requirements.txt
folder=tools/peers
if ! cmp -s "$wanted" "$folder/installed-from.txt"; then
  echo "Installing the engines to measure beside into the folder $folder (once)"
  rm -rf "$folder"
  if python3 -m venv "$folder" &&
    "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"; then
    cp "$wanted" "$folder/installed-from.txt"
  else
    echo "They could not be installed: typst, ReportLab and WeasyPrint will not be measured." >&2
  fi
fi
if ! cargo build --quiet --release --locked --manifest-path tests/peers/krilla/Cargo.toml --target-dir target/peers; then
  echo "The bench program for krilla could not be built: it will not be measured." >&2
fi
exit 0
