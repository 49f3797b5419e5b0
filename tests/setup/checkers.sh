#!/usr/bin/env bash
# Puts the checkers of accessible papers, pinned in checkers.txt, into the cached folder `tools/checkers`, once.
set -euo pipefail
cd "$(dirname "$0")/../.."

wanted=tests/setup/checkers.txt
folder=tools/checkers
cmp -s "$wanted" "$folder/installed-from.txt" && exit 0

if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
  echo "python3 with venv is missing. Install it with: apt-get install python3-venv" >&2
  exit 1
fi
echo "Installing the checkers of accessible papers into the folder $folder (once)"
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$folder/installed-from.txt"
