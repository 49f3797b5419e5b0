#!/usr/bin/env bash
# Installs the system packages that `make run` or `make test` needs, if one is missing (Debian 12, Ubuntu 24.04).
#   tests/setup/system-packages.sh run|test
# As root it installs them; otherwise it prints the exact line and asks. On other systems it only names them.
set -euo pipefail

run=(build-essential libssl-dev libwebkit2gtk-4.1-dev libxdo-dev librsvg2-dev perl pkg-config)
test=(dbus dbus-x11 iproute2 openbox poppler-utils python3-venv qpdf strace webkit2gtk-driver x11-utils x11-xserver-utils
  xserver-xorg-core xserver-xorg-video-dummy xvfb)

wanted=("${run[@]}")
[ "${1:-run}" = test ] && wanted+=("${test[@]}")

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is not Debian or Ubuntu. Please install what these Debian packages hold: ${wanted[*]}" >&2
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || status=absent
  [ "$status" = installed ] || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

install() {
  echo "Installing system packages: ${missing[*]}"
  "$@" apt-get update -qq
  "$@" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

if [ "$(id -u)" -eq 0 ]; then
  install
  exit 0
fi

echo "These system packages are missing. To install them:"
echo
echo "    sudo apt-get install --no-install-recommends ${missing[*]}"
echo
if [ -t 0 ] && command -v sudo >/dev/null; then
  read -r -p "Run this line now? [y/N] " answer
  if [[ "$answer" =~ ^[yY] ]]; then
    install sudo
    exit 0
  fi
fi
echo "Install them with the line above, then run the same command again." >&2
exit 1
