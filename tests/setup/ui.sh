#!/usr/bin/env bash
# Installs the UI's packages exactly as its lock file says, and builds the pages; neither when nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/../../ui"

if ! cmp -s package-lock.json node_modules/.installed-from.json; then
  npm ci --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.installed-from.json
fi

# Because new pages make the application compile again, they are built only when a source is newer than they are.
if [ -e dist/index.html ]; then
  newer=$(find . -path ./node_modules -prune -o -path ./dist -prune -o -newer dist/index.html -print -quit)
  [ -n "$newer" ] || exit 0
fi
npm run --silent build -- --logLevel warn
