#!/usr/bin/env bash
# Installs the UI's packages exactly as its lock file says, when that has changed, and builds the pages.
set -euo pipefail
cd "$(dirname "$0")/../../ui"

if ! cmp -s package-lock.json node_modules/.installed-from.json; then
  npm ci --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.installed-from.json
fi
npm run --silent build -- --logLevel warn
