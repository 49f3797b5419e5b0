#!/usr/bin/env bash
# Names every missing tool with its remedy, and builds the pinned test tools into the cached folder `tools`.
#   tests/setup/tools.sh run|test
set -euo pipefail
cd "$(dirname "$0")/../.."

tauri_driver=2.1.0
nextest=0.9.143
missing=0

need() { # tool, remedy
  command -v "$1" >/dev/null && return
  echo "$1 is missing. $2" >&2
  missing=1
}

at_least() { # tool, its version, oldest that works, remedy
  [ "$(printf '%s\n%s\n' "$3" "$2" | sort -V | head -n 1)" = "$3" ] && return
  echo "$1 $2 is too old: $3 or newer is needed. $4" >&2
  missing=1
}

rust='Install Rust from https://rustup.rs, then open a new terminal.'
node='Install Node.js 20.19, 22.12 or newer from https://nodejs.org (Debian 12 and Ubuntu 24.04 package an older one).'
need cargo "$rust"
need rustc "$rust"
need node "$node"
need npm "$node"
need perl 'Install it with: apt-get install perl (OpenSSL, inside the database, is built with it).'
need cc 'Install it with: apt-get install build-essential'
[ "$missing" -eq 0 ] || exit 1
at_least Rust "$(rustc --version | cut -d ' ' -f 2)" 1.95.0 'Run: rustup update stable'
at_least Node.js "$(node --version | tr -d v)" 20.19.0 "$node"
[ "$missing" -eq 0 ] || exit 1
[ "${1:-run}" = test ] || exit 0

need cargo-fmt 'Run: rustup component add rustfmt'
need cargo-clippy 'Run: rustup component add clippy'
need Xvfb 'Install it with: apt-get install xvfb'
need WebKitWebDriver 'Install it with: apt-get install webkit2gtk-driver'
[ "$missing" -eq 0 ] || exit 1

build_tool() { # crate, version
  echo "Building $1 $2 into the folder tools (once)"
  cargo install --locked --quiet --root tools --version "$2" "$1"
}

# Because tauri-driver cannot say its version, cargo's own record of the folder is asked.
grep -qs "\"tauri-driver $tauri_driver " tools/.crates.toml || build_tool tauri-driver "$tauri_driver"
PATH="$PWD/tools/bin:$PATH" command -v cargo-nextest >/dev/null || build_tool cargo-nextest "$nextest"
tests/setup/checkers.sh
