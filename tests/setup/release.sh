#!/usr/bin/env bash
# Builds the shipped program so that the same commit gives the same bytes on another computer, and prints its SHA-256.
# The same there must be: the versions that it prints first, and the folder that it builds in.
set -euo pipefail
cd "$(dirname "$0")/../.."

# One folder for everybody, because OpenSSL writes the one that it is built in into the program. Apart from `target`, so
# that no other build is thrown away.
folder=/var/tmp/hub-tasking-release
mkdir -p -m 700 "$folder"
if [ -L "$folder" ] || [ ! -O "$folder" ]; then
  echo "$folder belongs to somebody else. Move it away, then run the same command again." >&2
  exit 1
fi

[ -z "$(git status --porcelain)" ] || echo "There are changes that no commit holds: nobody else can build this." >&2
rm -rf ui/dist
tests/setup/ui.sh
cargo fetch --locked --quiet

cargo_home=${CARGO_HOME:-$HOME/.cargo}
rust_commit=$(rustc --version --verbose | sed -n 's/^commit-hash: //p')
# What this computer calls its folders, and what the program calls them.
names=("$PWD=/hub-tasking" "$folder=/build" "$cargo_home=/cargo"
  "$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$rust_commit")
for registry in "$cargo_home"/registry/src/*/; do
  names+=("${registry%/}=/cargo/registry")
done

# The C compiler hears of them from a program in front of it: as CFLAGS, OpenSSL would write them down.
real_cc=$(command -v cc)
mkdir -p "$folder/bin"
{
  echo '#!/bin/sh'
  printf 'exec %q' "$real_cc"
  printf ' %q' "${names[@]/#/-ffile-prefix-map=}"
  echo ' "$@"'
} >"$folder/bin/cc"
chmod +x "$folder/bin/cc"

flags=("${names[@]/#/--remap-path-prefix=}")
unset CC CFLAGS RUSTFLAGS
PATH="$folder/bin:$PATH"
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}")
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$folder/target" LC_ALL=C TZ=UTC
export PATH CARGO_ENCODED_RUSTFLAGS SOURCE_DATE_EPOCH CARGO_INCREMENTAL CARGO_TARGET_DIR LC_ALL TZ

echo "Commit $(git rev-parse HEAD)"
echo "$(rustc --version), $("$real_cc" --version | head -n 1), Node.js $(node --version), $(ldd --version 2>&1 | head -n 1)"
cargo build --release --locked --package hub-tasking --bins

programs=("$CARGO_TARGET_DIR"/release/hub-tasking{,-cli})
if grep --text --quiet --fixed-strings -e "$PWD/" -e "$cargo_home/" "${programs[@]}"; then
  echo "The program names folders of this computer: elsewhere its bytes will differ." >&2
fi
sha256sum "${programs[@]}"
