#!/bin/sh
# Installs the Debian packages that pnrscreen needs and that are missing, and says which.
# The Swift toolchain is not installed by this script: it only checks that it is there.
set -eu

packages="libxml2-dev libssl-dev libarchive-dev zlib1g-dev libzstd-dev liblzma-dev libbz2-dev libsqlite3-dev pkg-config"

missing=""
for package in $packages; do
  state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  case "$state" in
    "install ok installed") ;;
    *) missing="$missing $package" ;;
  esac
done
# Any program that answers to pkg-config will do (pkgconf replaces it on newer systems).
if command -v pkg-config >/dev/null 2>&1; then
  missing=$(printf '%s' "$missing" | sed 's/ pkg-config//')
fi

# shellcheck disable=SC2086
sh "$(dirname "$0")/install-packages.sh" $missing

if ! command -v swift >/dev/null 2>&1; then
  echo "setup: swift is not on the PATH; install Swift 6.3 or later from swift.org" >&2
  exit 1
fi
for tool in python3 sha256sum; do
  command -v "$tool" >/dev/null 2>&1 || echo "setup: $tool is missing; some targets need it" >&2
done
