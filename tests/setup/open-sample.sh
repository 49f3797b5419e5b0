#!/usr/bin/env bash
# Opens the application on a hub; a folder without one receives the sample hub first.
#   tests/setup/open-sample.sh PROGRAM DATA
set -euo pipefail
program=$1
data=$2

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname)" = Linux ]; then
  echo "There is no screen to open the window on. Run this in a desktop session (or: xvfb-run make run)." >&2
  exit 1
fi
if [ ! -e "$data/hub.json" ]; then
  mkdir -p "$data"
  "$program" hub sample --data "$data"
fi
echo "Opening the hub in $data (the sample's passphrase: sample)"
exec "$program" --data "$data"
